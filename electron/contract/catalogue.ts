/** The four states of a ticket that the specification names (section 4). The server may send others. */
export const statuses = ['New', 'In Progress', 'Completed', 'Cancelled'] as const;
export type Status = (typeof statuses)[number];

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
