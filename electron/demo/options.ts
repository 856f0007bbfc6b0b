import { z } from 'zod';

/** Ways in which the service, or something on the way to it, can go wrong. */
export const faultKinds = [
  'unauthorized', // 401 in the vendor's own form
  'gateway-401', // 401 of a corporate gateway, a page
  'proxy-407',
  'no-permission', // 404, as the vendor answers a missing permission; the accounts call still works
  'account-gone', // the account is in no list any more
  'forbidden-html', // 403 of a firewall, a page
  'rate-limited', // 429 with Retry-After
  'error-json',
  'error-xml',
  'error-html',
  'error-empty',
  'cut-off', // the connection ends in the middle of the answer
  'cut-json', // a whole answer that holds half a text
  'not-json',
  'wrong-shape',
  'redirect',
  'hang', // no answer ever comes
  'drop-before', // the connection ends, and nothing was done
  'drop-after', // what was asked is done, then the connection ends
  'hang-after', // what was asked is done, but no answer ever comes
  'error-after', // what was asked is done, but the answer says 500
] as const;
export type FaultKind = (typeof faultKinds)[number];

export type Fault = {
  kind: FaultKind;
  /** Which requests it strikes: method and any part of path and query; all when empty. */
  match?: { method?: string; path?: string };
  /** How many requests it strikes; without it, all. */
  times?: number;
  /** For `rate-limited`, in seconds. */
  retryAfterS?: number;
};

/** In which order the list comes, which the specification leaves open. */
export type ListOrder = 'newest-first' | 'oldest-first' | 'last-changed-first';

export type DemoOptions = {
  /** How many tickets the first account has; the second has about a twentieth of it. */
  ticketCount: number;
  /** Every answer waits this long. */
  latencyMs: number;
  /** The largest page that the list call gives, whatever `size` asks for. */
  pageCap: number;
  /** It refuses to give more instead of giving fewer. */
  isPageCapStrict: boolean;
  order: ListOrder;
  tokenLifetimeS: number;
  tokenLength: number;
  /** How long a new comment takes until the single call shows it. */
  commentDelayMs: number;
  /** How far the service's clock is ahead of this computer's. */
  clockOffsetMs: number;
  /** How often a ticket changes by itself; 0 for never. */
  changesEveryMs: number;
  /** The largest file that is accepted. */
  maxAttachmentBytes: number;
  /** The categories call insists on a request type, as the specification's table has it and its sample does not. */
  isRequestTypeMandatory: boolean;
  faults: readonly Fault[];
  /** Called before a request is answered, so that a test can let something happen between two of them. */
  onRequest: (request: SeenRequest) => void;
};

/** One request that reached the service. */
export type SeenRequest = { method: string; path: string };

/** What the service does when nothing else is said. */
export const defaultOptions: DemoOptions = {
  ticketCount: 8_567, // the figure in the specification's own sample (section 4)
  latencyMs: 0,
  pageCap: 100,
  isPageCapStrict: false,
  order: 'newest-first',
  tokenLifetimeS: 3_599,
  tokenLength: 1_400,
  commentDelayMs: 0,
  clockOffsetMs: 0,
  changesEveryMs: 0,
  maxAttachmentBytes: 25_000_000,
  isRequestTypeMandatory: false,
  faults: [],
  onRequest: () => undefined,
};

/** The options of the command line, as text. */
export const commandOptionsSchema = z.object({
  port: z.coerce.number().int().min(0).max(65_535).default(0),
  latency: z.coerce.number().int().min(0).default(defaultOptions.latencyMs),
  'page-cap': z.coerce.number().int().min(1).default(defaultOptions.pageCap),
  /** How often a ticket changes by itself, in milliseconds; 0 for never. */
  'changes-every': z.coerce.number().int().min(0).default(40_000),
  tickets: z.coerce.number().int().min(1).max(1_000_000).default(defaultOptions.ticketCount),
});
