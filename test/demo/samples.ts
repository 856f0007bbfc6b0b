/*
 * The samples of the specification: the demo service has to respond in their format, key by key and in their order.
 */

/** Section 4, the list. */
export const listSample = {
  content: [
    {
      id: 'WO9333892',
      title: 'Customer Support Title',
      status: 'New',
      site: 'PHX015',
      location: '',
      requestType: 'Facilities Request',
      category: 'Fire/Safety',
      createdOn: '2023-08-08 12:56:43',
      closedOn: '',
      updatedOn: '2023-08-08 12:56:43',
      createdBy: 'portaluser QATest',
    },
  ],
  pageable: {
    last: false,
    totalPages: 343,
    totalElements: 8567,
    size: 25,
    number: 0,
    numberOfElements: 25,
    first: true,
    empty: false,
  },
};

/** Section 4, the single ticket. */
export const ticketSample = {
  id: 'WO9334196',
  title: 'title sample1',
  status: 'New',
  site: 'PHX015',
  location: 'COLO 8 Starbucks Cage 8.04',
  requestType: 'Facilities Request',
  category: 'Fire/Safety',
  description: 'Customer support description',
  customerReference: 'Testing',
  createdOn: '2023-08-08 17:24:37',
  updatedOn: '2023-08-09 14:34:31',
  closedOn: '',
  createdBy: 'Michael test',
  ticketType: 'Customer Support',
  notificationRecipients: 'fsl_test Testing',
  comments: [],
};

/** Section 5, the request; the response is a ticket without `comments`. */
export const createSample = {
  title: 'Maintenance request',
  site: 'IAD024',
  location: 'Starbucks Cage F150-B',
  requestType: 'Facilities Request',
  category: 'Planned Maintenance',
  description: 'Maintenance planned for week 28',
  customerReference: 'REF01234',
  notificationRecipients: 'jane_doe@email.com,jake_doe@email.com',
};

/** Section 6, the request. */
export const updateSample = {
  customerReference: 'REF05678',
  notificationRecipients: 'jane_doe@email.com,jake_doe@email.com',
};

/** Section 7. */
export const cancelSample = { cancelReason: 'Request no longer needed' };

/** Section 8: every request type with its categories. */
export const categoriesSample = [
  ['Account Management', ['User Account Inquiry']],
  ['Accounts Receivable', ['General Billing Inquiry']],
  [
    'Facilities Request',
    ['Cooling - Datacenter', 'Cooling - Office', 'Electrical', 'Fire/Safety', 'Planned Maintenance'],
  ],
  ['Amenities', ['Elevator', 'Loading Dock', 'Parking', 'General Inquiry']],
  ['Cross Connect', ['New Install', 'Change (Hot Cut)', 'Disconnect']],
].map(([name, categories]) => ({
  requestType: { name, categories: (categories as string[]).map((category) => ({ name: category })) },
}));
