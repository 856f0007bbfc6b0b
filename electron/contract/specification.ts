/**
 * The specification's limits, in characters. Sections 4 and 5 of the ticket specification for the ticket's own
 * fields, the companion APIs for the rest. `32k` is read as 32,000, the smaller of the two possible meanings.
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
 * The longest text that is typed or pasted into a field. It is Colodesk's own limit, and far above what the operator takes,
 * which the form says: up to it a draft is written within 20 ms, above it the main process would be held up.
 */
export const longestTyped = 2_000_000;

/** The longest text that is searched for. */
export const longestSearch = 200;

/** The longest name of a template. */
export const longestTemplateName = 80;

/** How many rows of the log of what was sent are read at a time, at most. */
export const maxSentRows = 200;

/** The list call's default page size (section 4). */
export const defaultPageSize = 25;

/**
 * The largest file that is attached. The operator names no limit; this one is Colodesk's own, since a file is held in
 * memory as a whole while it is sent (api/multipart.ts).
 */
export const maxAttachmentBytes = 250_000_000;

/** The largest file that the window may hand over as bytes: what is pasted. Files on the disk are read piece by piece. */
export const maxPastedBytes = 50_000_000;

/** The four states of a ticket that the specification names (section 4). The server may send others. */
const statuses = ['New', 'In Progress', 'Completed', 'Cancelled'] as const;
type Status = (typeof statuses)[number];

/** The states in which a ticket may still be changed, commented or cancelled (sections 6, 7 and 9). */
export const openStatuses: readonly string[] = ['New', 'In Progress'] satisfies Status[];

/** The RequestType Category table at the end of the specification: which categories belong to which request type. */
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

/** Reasons that the cancel call accepts (section 7); the first is the documented default. */
export const cancelReasons = ['Request no longer needed', 'Duplicate request', 'Request entered in error'] as const;
export type CancelReason = (typeof cancelReasons)[number];
