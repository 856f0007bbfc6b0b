import { XMLParser } from 'fast-xml-parser';
import { z } from 'zod';
import { parseJson } from './parse-json.ts';
import { text } from './wire.ts';

/**
 * Who wrote an error's body: the vendor's application or gateway, or something else on the way (a proxy's page or its own
 * JSON, nothing).
 */
export type ErrorBody = {
  isFromVendor: boolean;
  /** It is a page for a browser to show. */
  isPage: boolean;
  message?: string;
  correlationId?: string;
};

const fromVendor = { isFromVendor: true, isPage: false } as const;
const fromOthers = { isFromVendor: false, isPage: false } as const;

/** The application's `error`, or the `fault` of the gateway before it; read as leniently as all that the server sends. */
const jsonErrorSchema = z.union([
  z.object({ error: z.object({ message: text, correlationId: text }) }).transform(({ error }) => error),
  z.object({ fault: z.record(z.string(), z.unknown()) }).transform(() => ({ message: '', correlationId: '' })),
]);

/** Reads the three error forms of the companion page "Errors". Markup never gets into the message. */
export function readErrorBody(body: string): ErrorBody {
  const trimmed = body.trim();
  if (trimmed.startsWith('{')) return readJson(trimmed);
  if (trimmed.includes('<ErrorWrapper')) return readXml(trimmed);
  return { isFromVendor: false, isPage: trimmed.startsWith('<') };
}

function readJson(body: string): ErrorBody {
  const parsed = jsonErrorSchema.safeParse(parseJson(body));
  if (!parsed.success) return fromOthers;
  return { ...fromVendor, ...words(parsed.data.message, parsed.data.correlationId) };
}

/** Values stay text: a code such as `0503` must not become the number 503. */
const xml = new XMLParser({ parseTagValue: false, ignoreAttributes: true });

const xmlErrorSchema = z.object({
  Description: z.string().optional(),
  ReasonCode: z.string().optional(),
  CorrelationId: z.string().optional(),
});

function readXml(body: string): ErrorBody {
  try {
    const error = xmlErrorSchema.safeParse(innermostError(xml.parse(body)));
    if (!error.success) return fromVendor;
    return { ...fromVendor, ...words(error.data.Description ?? error.data.ReasonCode, error.data.CorrelationId) };
  } catch {
    return fromOthers;
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

function words(
  message: string | undefined,
  correlationId: string | undefined,
): Pick<ErrorBody, 'message' | 'correlationId'> {
  const plain = message
    ?.replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, maxMessageLength);
  return { ...(plain && { message: plain }), ...(correlationId && { correlationId: correlationId.slice(0, 100) }) };
}
