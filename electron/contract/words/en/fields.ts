/* What is said of a field of a form that cannot be sent as it is. */

export const fields = {
  title: {
    isNeeded: 'The title is required.',
    isTooLong: 'The title can have at most {limit, plural, one {# character} other {# characters}}.',
  },
  site: {
    isNeeded: 'The site is required.',
    isTooLong: 'The site can have at most {limit, plural, one {# character} other {# characters}}.',
  },
  location: {
    isTooLong: 'The location can have at most {limit, plural, one {# character} other {# characters}}.',
  },
  requestType: {
    isNeeded: 'The request type is required.',
    isTooLong: 'The request type can have at most {limit, plural, one {# character} other {# characters}}.',
  },
  category: {
    isNeeded: 'The category is required.',
    isTooLong: 'The category can have at most {limit, plural, one {# character} other {# characters}}.',
  },
  description: {
    isNeeded: 'The description is required.',
    isTooLong: 'The description can have at most {limit, plural, one {# character} other {# characters}}.',
  },
  customerReference: {
    isTooLong: 'The customer reference can have at most {limit, plural, one {# character} other {# characters}}.',
  },
  notificationRecipients: {
    isTooLong: 'The list of recipients can have at most {limit, plural, one {# character} other {# characters}}.',
    isNoAddress: '“{part}” is not an email address.',
  },
  comment: {
    isNeeded: 'The comment is required.',
    isTooLong: 'The comment can have at most {limit, plural, one {# character} other {# characters}}.',
  },
  view: {
    isNeeded: 'Enter a name for the view.',
  },
  edit: {
    isEmpty: 'Nothing was changed.',
  },
} as const;

/** Files of which only some could be attached. */
export const attaching = {
  addedBefore: '{count, plural, one {# file was attached before.} other {# files were attached before.}}',
} as const;

/** The form for signing in. */
export const signIn = {
  baseUrl: 'The API base URL must begin with https:// and contain only a server name and path.',
  clientId: {
    isNeeded: 'Enter the client ID.',
    isTooLong: 'A client ID has at most {limit, plural, one {# character} other {# characters}}.',
  },
  clientSecret: {
    isNeeded: 'Enter the client secret.',
    isTooLong: 'A client secret has at most {limit, plural, one {# character} other {# characters}}.',
  },
  masterAccountId: {
    isNeeded: 'Enter the master account ID.',
    isUnusable: 'A master account ID has at most 64 letters and digits, without spaces.',
  },
} as const;
