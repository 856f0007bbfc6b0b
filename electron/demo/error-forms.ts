import type { ErrorForm } from './options.ts';

/** What an error says. The code stands in the forms that have room for one. */
export type ServerError = { status: number; message: string; correlationId: string; code?: string };

/** Writes an error in one of the forms that the vendor's host was seen to use (companion page "Errors"). */
export function writeError(error: ServerError, form: Exclude<ErrorForm, 'mixed'>): { type: string; body: string } {
  const json = (value: unknown) => ({ type: 'application/json', body: JSON.stringify(value) });
  const { status, message, correlationId } = error;
  switch (form) {
    case 'json':
      return json({ error: { type: status < 500 ? 'client' : 'server', message, correlationId } });
    case 'wrapper-json':
      return json({ ErrorWrapper: { Errors: { Error: { Error: wrapped(error) } } } });
    case 'wrapper-xml': {
      const fields = Object.entries(wrapped(error)).map(([name, value]) => `<${name}>${escapeXml(value)}</${name}>`);
      const body = `<ErrorWrapper><Errors><Error><Error>${fields.join('')}</Error></Error></Errors></ErrorWrapper>`;
      return { type: 'application/xml', body };
    }
    case 'fault':
      return json({
        fault: { faultstring: message, detail: { errorcode: error.code ?? 'steps.raisefault.RaiseFault' } },
      });
  }
}

const descriptions: Record<number, string> = { 400: 'Bad request was submitted.', 404: 'Resource not found.' };

/** The fields of the wrapper. The words that help stand in `Details`, together with the correlation id. */
function wrapped({ status, message, correlationId, code }: ServerError): Record<string, string> {
  return {
    Source: 'CustomerSupport',
    ReasonCode: code ?? `0${status}`,
    Description: descriptions[status] ?? message,
    Recoverable: 'false',
    Details: `${message} ,correlationid : ${correlationId}`,
  };
}

const escapeXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
