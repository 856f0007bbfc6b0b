import { XMLParser } from 'fast-xml-parser';
import { z } from 'zod';

/** Who wrote an error's body: the vendor's application or gateway, or something else on the way (a proxy's page, nothing). */
export type ErrorBody = { isFromVendor: boolean; message?: string; correlationId?: string };

const jsonErrorSchema = z.object({
  error: z.object({ message: z.string().optional(), correlationId: z.string().optional() }),
});

/** Reads the three error forms of the companion page "Errors". Markup never gets into the message. */
export function readErrorBody(body: string): ErrorBody {
  const text = body.trim();
  if (text.startsWith('{')) return readJson(text);
  if (text.includes('<ErrorWrapper')) return readXml(text);
  return { isFromVendor: false };
}

function readJson(text: string): ErrorBody {
  try {
    const parsed = jsonErrorSchema.safeParse(JSON.parse(text));
    if (!parsed.success) return { isFromVendor: true };
    return { isFromVendor: true, ...words(parsed.data.error.message, parsed.data.error.correlationId) };
  } catch {
    return { isFromVendor: false };
  }
}

/** Values stay text: a code such as `0503` must not become the number 503. */
const xml = new XMLParser({ parseTagValue: false, ignoreAttributes: true });

const xmlErrorSchema = z.object({
  Description: z.string().optional(),
  ReasonCode: z.string().optional(),
  CorrelationId: z.string().optional(),
});

function readXml(text: string): ErrorBody {
  try {
    const error = xmlErrorSchema.safeParse(innermostError(xml.parse(text)));
    if (!error.success) return { isFromVendor: true };
    return { isFromVendor: true, ...words(error.data.Description ?? error.data.ReasonCode, error.data.CorrelationId) };
  } catch {
    return { isFromVendor: false };
  }
}

/** The sample nests `Error` in `Error`; the innermost one holds the words. */
function innermostError(node: unknown): unknown {
  for (let depth = 0; depth < 6 && typeof node === 'object' && node !== null; depth++) {
    const inner = Object.entries(node).find(([name]) => ['ErrorWrapper', 'Errors', 'Error'].includes(name))?.[1];
    if (inner === undefined) return node;
    node = Array.isArray(inner) ? inner[0] : inner;
  }
  return node;
}

const maxMessageLength = 500;

function words(message: string | undefined, correlationId: string | undefined): Omit<ErrorBody, 'isFromVendor'> {
  const plain = message
    ?.replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, maxMessageLength);
  return { ...(plain && { message: plain }), ...(correlationId && { correlationId: correlationId.slice(0, 100) }) };
}
