/** What can go wrong in the service, or on the way to it. */
export const faultKinds = [
  'unauthorized', // a 401 in the vendor's format
  'gateway-401', // a 401 from a corporate gateway, as a page
  'proxy-407',
  'no-permission', // a 404, which is how the vendor reports a missing permission; the accounts call still works
  'account-gone', // the account is no longer listed
  'forbidden-html', // a 403 from a firewall, as a page
  'rate-limited', // a 429 with Retry-After
  'error-json',
  'error-xml',
  'error-html',
  'error-empty',
  'cut-off', // the connection closes in the middle of the response
  'cut-json', // a complete response with half a JSON text
  'not-json',
  'wrong-shape',
  'redirect',
  'hang', // no response ever comes
  'drop-before', // the connection closes before the request is carried out
  'drop-after', // the request is carried out, then the connection closes
  'hang-after', // the request is carried out, but no response ever comes
  'error-after', // the request is carried out, but the response is a 500
  'spike-arrest', // a 500 in the gateway's format that stands for a rate limit: the request is not carried out
  'not-permitted', // a 401 for this operation alone, in the vendor's format
  'ticket-unknown', // a 404 of a ticket in the JSON wrapper form
  'captive-portal', // the sign-in page of a guest network, with status 200
  'error-under-200', // an error in the vendor's format, with status 200
  'invalid-client', // the OAuth form of a refused token call, which is the only call that it applies to
  'drip', // the response arrives, but a few bytes at a time
] as const;
export type FaultKind = (typeof faultKinds)[number];

export type Fault = {
  kind: FaultKind;
  /** The requests it applies to, by method and by any part of path and query; all if missing. */
  match?: { method?: string; path?: string };
  /** The number of requests it applies to; all if missing. */
  times?: number;
  /** For `rate-limited`, in seconds. */
  retryAfterS?: number;
  /** For `rate-limited`: how `Retry-After` says it, as a number or as a date by the service's clock; a number if missing. */
  retryAfterForm?: 'seconds' | 'date';
  /** For the errors of the vendor's: status, form of the body and the server's words, in place of those that the kind has. */
  status?: number;
  errorForm?: Exclude<ErrorForm, 'mixed'>;
  message?: string;
  /** For `drip`: the speed; 200 if missing, which makes a list of 25 tickets last for most of a minute. */
  bytesPerS?: number;
};

/** The order of the list call, which the specification leaves open. */
export type ListOrder = 'newest-first' | 'oldest-first' | 'last-changed-first';

/** The body of an error: one of the four forms that the vendor's host was seen to use, or one after the other. */
export type ErrorForm = 'json' | 'wrapper-json' | 'wrapper-xml' | 'fault' | 'mixed';

/** What stands in the place of a list without rows: the empty list, one of the other forms of it, or one after the other. */
export type EmptyListForm = 'array' | 'null' | 'zero-size' | 'no-content' | 'no-field' | 'mixed';

/** What `pageable.last` says: the truth, nothing, or `true` a page too early. */
export type LastFlag = 'right' | 'missing' | 'early';

export type DemoOptions = {
  /** The number of tickets in the first account; the second has about a twentieth of it. */
  ticketCount: number;
  /** The delay of every response. */
  latencyMs: number;
  /** The largest page that the list call returns, whatever `size` asks for. */
  pageCap: number;
  /** A larger `size` is refused instead of being reduced. */
  isPageCapStrict: boolean;
  order: ListOrder;
  tokenLifetimeS: number;
  tokenLength: number;
  /** A token that was handed out is handed out again until it has less time left than this; 0 for a new one each time. */
  reusesTokenUntilS: number;
  /** The share of the time that the vendor's server was seen to take for each call; 0 for none, 1 for all of it. */
  observedSpeed: number;
  errorForm: ErrorForm;
  emptyListForm: EmptyListForm;
  /** The lists that are answered as if they had no rows, by any part of their path. */
  emptyLists: readonly string[];
  lastFlag: LastFlag;
  /** The first so many tickets of the list are on it twice. The total counts them once, so it ends before the list does. */
  doubledRows: number;
  /** The change feed `/v1/service-tickets` is allowed. */
  hasFeed: boolean;
  /** The tickets have the oddities of the vendor's: padded titles, foreign categories, Completed ones without `closedOn`. */
  hasOddRows: boolean;
  /** The time until the single call shows a new comment. */
  commentDelayMs: number;
  /** The time until the list and the single call show a new ticket. */
  ticketDelayMs: number;
  /** How far the service's clock is ahead of this computer's; may be negative. */
  clockOffsetMs: number;
  /** The interval of simulated activity, see `advance`; 0 for none. */
  changesEveryMs: number;
  /** A morning's work happens in the first account once its tickets are listed, see `Morning`. Only counts at the start. */
  playsMorning: boolean;
  /** Called when that is over. */
  onMorningOver: () => void;
  /** The size of the largest file that is accepted. */
  maxAttachmentBytes: number;
  /** The categories call requires a request type, as in the specification's table, but not in its sample. */
  isRequestTypeMandatory: boolean;
  faults: readonly Fault[];
  /** Called before a request is answered, so that a test can make something happen between two of them. */
  onRequest: (request: ReceivedRequest) => void;
};

/** One request that reached the service. */
export type ReceivedRequest = { method: string; path: string };

/** The options where none are given. */
export const defaultOptions: DemoOptions = {
  ticketCount: 8_567, // as in the specification's sample (section 4)
  latencyMs: 0,
  pageCap: 100,
  isPageCapStrict: false,
  order: 'newest-first',
  tokenLifetimeS: 3_599,
  tokenLength: 1_400,
  reusesTokenUntilS: 0,
  observedSpeed: 0,
  errorForm: 'json',
  emptyListForm: 'array',
  emptyLists: [],
  lastFlag: 'right',
  doubledRows: 0,
  hasFeed: false,
  hasOddRows: false,
  commentDelayMs: 0,
  ticketDelayMs: 0,
  clockOffsetMs: 0,
  changesEveryMs: 0,
  playsMorning: false,
  onMorningOver: () => undefined,
  maxAttachmentBytes: 25_000_000,
  isRequestTypeMandatory: false,
  faults: [],
  onRequest: () => undefined,
};
