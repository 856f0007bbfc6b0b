/*
 * The fixed numbers and tables of the API specification, and Colodesk's own limits where the specification names none.
 */

/**
 * Longest values, in characters: of the ticket's fields by sections 4 and 5 of the ticket specification, of the rest by the
 * companion APIs. `32k` is read as 32,000, the smaller of its two possible meanings.
 */
export const limits = {
  ticketId: 20,
  title: 160,
  site: 6,
  location: 40,
  description: 32_000,
  customerReference: 40,
  createdBy: 40,
  notificationRecipients: 32_000,
  comment: 4_000,
  clientId: 64,
  clientSecret: 64,
} as const;

/**
 * The longest text that can be typed or pasted into a field. This is Colodesk's own limit, far above what the operator
 * accepts (the form says so): a draft of this length is written within 20 ms, a longer one would hold up the main process.
 */
export const longestTyped = 2_000_000;

/** The longest search text, in characters. */
export const longestSearch = 200;

/** The longest name of a template, in characters. */
export const longestTemplateName = 80;

/** The most rows of the log of sent changes that one call returns. */
export const maxSentRows = 200;

/** The list call's default page size, in tickets (section 4). */
export const defaultPageSize = 25;

/**
 * The largest file that can be attached. The operator names no limit. This one is Colodesk's own, because a file is held in
 * memory as a whole while it is sent (api/multipart.ts).
 */
export const maxAttachmentBytes = 250_000_000;

/** The longest name of an attached file, in UTF-16 units: what common file systems allow. */
export const longestFileName = 255;

/** The largest file that the window may send as bytes, that is, paste. Files on the disk are read in chunks instead. */
export const maxPastedBytes = 50_000_000;

/** The four statuses that the specification names (section 4). The server may send others. */
const statuses = ['New', 'In Progress', 'Completed', 'Cancelled'] as const;
type Status = (typeof statuses)[number];

/** How the statuses are compared: the server's case, blanks and the other spelling of one do not count. */
const statusKey = (status: string) =>
  status
    .toLowerCase()
    .replace(/[\s_-]/g, '')
    .replace(/^canceled$/, 'cancelled');

const statusesByKey = new Map<string, Status>(statuses.map((status) => [statusKey(status), status]));

/** Returns the status that a text means as the specification writes it; any other text without white space at its ends. */
export const meantStatus = (text: string): string => statusesByKey.get(statusKey(text)) ?? text.trim();

/** The statuses in which a ticket can be edited, cancelled or commented on (sections 6, 7 and 9). */
export const openStatuses: readonly string[] = ['New', 'In Progress'] satisfies Status[];

/** The statuses in which the operator's work on a ticket has ended. */
export const closedStatuses: readonly string[] = ['Completed', 'Cancelled'] satisfies Status[];

/** Which categories belong to which request type: the RequestType Category table at the end of the specification. */
export const categoriesByRequestType = {
  'Account Management': ['User Account Inquiry'],
  'Accounts Receivable': ['General Billing Inquiry'],
  'Facilities Request': [
    'Cooling - Datacenter',
    'Cooling - Office',
    'Electrical',
    'Fire/Safety',
    'Planned Maintenance',
  ],
  Amenities: ['Elevator', 'Loading Dock', 'Parking', 'General Inquiry'],
  'Cross Connect': ['New Install', 'Change (Hot Cut)', 'Disconnect'],
} as const satisfies Record<string, readonly string[]>;

/** The reasons that the cancel call accepts (section 7); the first is the documented default. */
export const cancelReasons = ['Request no longer needed', 'Duplicate request', 'Request entered in error'] as const;
export type CancelReason = (typeof cancelReasons)[number];
