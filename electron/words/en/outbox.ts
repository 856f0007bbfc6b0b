/* What is said of changes in the outbox: why they wait or were refused, and what became of them. */

export const outbox = {
  /** Puts two whole sentences one after the other. */
  sentences: '{first} {second}',
  maybeSent: {
    message: 'This change may already have reached the server.',
    todo: 'Send it unchanged, so that Colodesk searches for it first, or discard it.',
  },
  notOffered: 'The operator does not offer the request type “{requestType}”.',
  notOfferedBecause: 'The operator does not offer the request type “{requestType}”: {reason}',
  otherCategory: 'The category “{category}” does not belong to the request type “{requestType}”.',
  chooseAnother: 'Choose another one.',
  lookInTicket: 'Open the ticket to see what arrived.',
  none: {
    message: 'This cannot be done to any of these tickets now.',
    todo: 'Choose other tickets.',
  },
  tooMany: {
    message:
      '{limit, plural, one {This can be done to at most # ticket at once.} other {This can be done to at most # tickets at once.}}',
    todo: 'Choose fewer tickets, and do the others later.',
  },
  discarded: {
    message: 'This change has already been discarded.',
    todo: 'There is nothing left to do.',
  },
  isBusy: 'This change is already being edited or discarded.',
  ticketDiscarded: {
    message: 'The new ticket that this belongs to was discarded.',
    todo: 'Open a new ticket, or choose another one.',
  },
  addedMeanwhile: {
    message: 'You added something to this new ticket meanwhile.',
    kept: 'Nothing was discarded.',
    todo: 'Look at it in the outbox. If you need none of it, discard the ticket once more.',
  },
  notShownYet: {
    message: 'The server does not show this new ticket everywhere yet.',
    todo: 'Wait: Colodesk tries again by itself.',
  },
  keptUntilYou: 'Your change stays in the outbox until you edit or discard it.',
  keptUntilChecked: 'The change may have reached the server, so it stays in the outbox until Colodesk can check.',
  closed: 'The ticket is {status}, so it can no longer be changed.',
  storedOtherwise: {
    message:
      'No answer came, and the ticket now holds something like your edit: the server stored it with other words, or someone else wrote it.',
    todo: 'Compare both versions: discard the edit if the ticket is as you want it, or choose.',
  },
} as const;

/** Files to be sent. */
export const attaching = {
  noMemory: {
    message: 'There is not enough memory to send the file.',
    kept: 'It stays in the outbox.',
    todo: 'Close other programs, then send it again.',
  },
  noName: {
    message: 'The file has no name.',
    todo: 'Give it a name, then attach it again.',
  },
  longName: {
    message: 'The file name is too long.',
    todo: 'Shorten it, then attach the file again.',
  },
  unchanged: 'The file itself is unchanged.',
  cutShort: {
    message: 'The account was closed before the file was copied.',
    todo: 'Attach it again.',
  },
  noSpace: {
    message: 'The disk is full or not writable, so the file could not be copied.',
    todo: 'Free some space, then attach the file again.',
  },
  tooLarge: {
    message: 'The file is larger than {megabytes} MB.',
    todo: 'Split or compress it, then attach it again.',
  },
  refusedBefore: {
    message: 'The operator refused a file of {size} before, and this one is not smaller.',
    todo: 'Attach a smaller file, or send this one all the same: the operator may take it by now.',
  },
} as const;

/** What the log of sent changes says of each. */
export const answers = {
  created: 'Created as {id}.',
  changed: 'Changed.',
  cancelled: 'Cancelled.',
  added: 'Added.',
  attached: 'Attached.',
  foundAs: 'Found on the server as {id}.',
  foundInTicket: 'Found in the ticket.',
  foundAmongFiles: 'Found among the ticket’s files.',
  recognised: 'Recognised by you as {id}.',
  recognisedText: 'Recognised by you as “{text}”.',
  hasValues: 'The ticket has these values.',
  isCancelled: 'The ticket is cancelled.',
  wasCancelled: 'The ticket was already cancelled.',
  cutField:
    'The server changed the {field, select, title {title} description {description} customerReference {customer reference} other {list of recipients}}: it ends after {kept, number} of {sent, plural, one {# character} other {# characters}}.',
  otherField:
    'The server changed the {field, select, title {title} description {description} customerReference {customer reference} other {list of recipients}}: it is now “{text}”.',
  cutComment:
    'The server changed the text: it ends after {kept, number} of {sent, plural, one {# character} other {# characters}}.',
  otherComment: 'The server changed the text: it is now “{text}”.',
  otherName: 'The server named it “{name}”.',
} as const;

/** A change of which it is not known whether it arrived. `reason`: what came in place of an answer. */
export const lostAnswer = {
  fault:
    '{reason, select, notTheServer {The network answered instead of the server} unreadable {The answer could not be read} other {The server reported a fault}}.',
  faultWithStatus:
    '{reason, select, notTheServer {The network answered instead of the server} unreadable {The answer could not be read} other {The server reported a fault}} (status {status}).',
  faultSaid:
    '{reason, select, notTheServer {The network answered instead of the server} unreadable {The answer could not be read} other {The server reported a fault}}: “{said}”.',
  faultSaidWithStatus:
    '{reason, select, notTheServer {The network answered instead of the server} unreadable {The answer could not be read} other {The server reported a fault}}: “{said}” (status {status}).',
  isChecked: 'Wait while Colodesk checks whether it arrived all the same.',
  sentBefore: 'When it was sent before: {sentence}',
  beforeThat: 'Before that: {sentence}',
  otherId: 'Its correlation ID is {id}.',
  nothing: {
    found:
      '{reason, select, notTheServer {The network answered instead of the server} unreadable {The answer could not be read} other {No answer came}}, and the server has nothing like it.',
    foundAfterFault: 'It has nothing like it.',
    todo: 'Check some other way whether it arrived, then send it again or discard it.',
  },
  lookalikes: {
    found:
      '{reason, select, notTheServer {The network answered instead of the server} unreadable {The answer could not be read} other {No answer came}}, and the server has nothing that equals it.',
    foundAfterFault: 'It has nothing that equals it.',
    todo: 'Look at what appeared there meanwhile: if it is this, say so. Otherwise send it again or discard it.',
  },
  denied: {
    found:
      '{reason, select, notTheServer {The network answered instead of the server} unreadable {The answer could not be read} other {No answer came}}, and the server does not let you look.',
    foundAfterFault: 'It does not let you look.',
    todo: 'Check some other way whether it arrived, then send it again or discard it.',
  },
  notDiscarded: {
    message: 'Something that may be this change is on the server.',
    kept: 'The change was not discarded.',
    todo: 'Look at it in the outbox: if it is this, say so. Otherwise discard the change once more.',
  },
} as const;
