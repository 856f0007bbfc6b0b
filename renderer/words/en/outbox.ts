/* Everything not sent yet (outbox, drafts, marks on tickets), and the log of what was sent. */

import type { Change, ChangeGroup, ChangeState } from '../../../electron/contract/change.ts';
import type { DraftContent } from '../../../electron/contract/draft.ts';

/** The forms about one ticket. */
type TicketForm = Exclude<DraftContent['form'], 'new' | 'bulkComment' | 'commentText'>;

export const outbox = {
  button: '{count, plural, =0 {Outbox} one {Outbox (#)} other {Outbox (#)}}',
  backToTickets: 'Back to tickets',
  list: 'Outbox',
  lead: 'Changes the server has not confirmed yet. They are stored on this computer and go out automatically.',
  empty: 'Nothing to send.',
  emptyHint: 'New tickets, edits, comments, files and cancellations pass through here.',
  unreadable:
    '{count, plural, one {# change} other {# changes}} cannot be read by this version of Colodesk. {count, plural, one {It stays} other {They stay}} on this computer, unsent; a newer version may read {count, plural, one {it} other {them}}.',
  kind: {
    create: 'New ticket',
    update: 'Edit',
    cancel: 'Cancellation',
    comment: 'Comment',
    attachment: 'Attachment',
  } as const satisfies Record<Change['kind'], string>,
  state: {
    waiting: 'Waiting',
    sending: 'Sending',
    unconfirmed: 'Unconfirmed',
    refused: 'Refused',
    sent: 'Sent',
  } as const satisfies Record<ChangeState, string>,
  since: 'since {when}',
  sending: 'On its way to the server.',
  sendingFile: 'On its way to the server: {percent, number}%.',
  lookedFor: 'Sent, but no answer came. Colodesk is checking whether it arrived.',
  alike: 'What it may be',
  /** What turned up on the server, and when if the server says so. */
  alikeQuestion: {
    create:
      '{day, select, unknown {The ticket {name} is there.} today {The ticket {name} appeared at {time}.} yesterday {The ticket {name} appeared yesterday at {time}.} other {The ticket {name} appeared on {time}.}} Is this it?',
    comment:
      '{day, select, unknown {A comment “{name}” is there.} today {A comment “{name}” appeared at {time}.} yesterday {A comment “{name}” appeared yesterday at {time}.} other {A comment “{name}” appeared on {time}.}} Is this it?',
    attachment:
      '{day, select, unknown {A file {name} is there.} today {A file {name} appeared at {time}.} yesterday {A file {name} appeared yesterday at {time}.} other {A file {name} appeared on {time}.}} Is this it?',
  },
  claim: 'This is it',
  claimNamed: 'This is it: {label}',
  notFound: 'No answer came, and the server has nothing like it.',
  refused: 'The server did not accept it.',
  wasTaken: 'The change is in the outbox.',
  wereConfirmed:
    '{count, plural, one {The server has confirmed a change.} other {The server has confirmed # changes.}}',
  confirmed: 'Confirmed by the server.',
  waitsForTicket: 'Goes out once its ticket is created.',
  waitsForEarlier: 'Goes out after an earlier change to this ticket.',
  waitsForDecision: 'Goes out once you have decided about an earlier change to this ticket.',
  waitsForTwin: 'Goes out after an earlier new ticket of the same words.',
  waitsForTwinDecision: 'Goes out once you have decided about an earlier new ticket of the same words.',
  waitsForNetwork: 'Goes out once there is a network.',
  goesSoon: 'Goes out in a moment.',
  group: {
    /** What an action on many tickets was, and how far it has come. */
    sentence: {
      comment: 'Comment on {count, plural, one {# ticket} other {# tickets}}: {states}',
      cancel: 'Cancellation of {count, plural, one {# ticket} other {# tickets}}: {states}',
      update: 'Edit of {count, plural, one {# ticket} other {# tickets}}: {states}',
    } as const satisfies Record<ChangeGroup['kind'], string>,
    states: {
      confirmed: '{count, number} confirmed',
      waiting: '{count, number} waiting',
      sending: '{count, number} sending',
      unconfirmed: '{count, number} unconfirmed',
      refused: '{count, number} refused',
    } as const satisfies Record<Exclude<ChangeState, 'sent'> | 'confirmed', string>,
    show: 'Show {count, plural, one {# change} other {# changes}}',
    discard: 'Discard what has not left',
    kept: '{discarded, plural, one {# change} other {# changes}} discarded. {kept, plural, one {One has left already, or may have, and is kept.} other {# have left already, or may have, and are kept.}}',
  },
  toSend: '{count, plural, one {# change} other {# changes}} to send',
  unconfirmed: '{count, number} unconfirmed',
  wereRefused: '{count, number} refused',
  needUser:
    '{count, plural, one {# change in the outbox needs your decision.} other {# changes in the outbox need your decision.}}',
  sendNow: 'Send now',
  sendAgain: 'Send again',
  rewrite: 'Rewrite',
  edit: 'Edit',
  discard: 'Discard',
  showTicket: 'Show the ticket {title}',
  discardTitle: 'Discard this change?',
  discardWhat: '{kind}: {title}',
  discardDependents:
    'This ticket was never created on the server. {count, plural, one {One more change depends on it and is discarded too: comments, files and edits.} other {# more changes depend on it and are discarded too: comments, files and edits.}}',
  discardSent:
    'It may have reached the server already. Colodesk stops it, checks, and keeps it in the log if it arrived.',
  discardUndecided: 'It may be on the server all the same. Colodesk does not check again.',
  discardAll: 'Discard',
  keep: 'Keep',
  pending: '{count, plural, one {# change} other {# changes}} not confirmed yet',
  pendingAndRefused: '{count, plural, one {# change} other {# changes}} not confirmed yet, {refused, number} refused',
  allRefused: '{count, plural, one {# change} other {# changes}} refused',
  showInOutbox: 'Show in outbox',
  notConfirmed: 'Not confirmed yet',
  notSent: 'Not sent yet',
  sentTitle: 'Sent',
  sentLead: 'Changes the server has confirmed, newest first.',
  sentList: 'Sent',
  sentEmpty: 'Nothing has been sent from this computer yet.',
  sentMore: 'Show more',
  draftsTitle: 'Drafts',
  draftsLead: 'What you typed but have not sent. Only you see it.',
  draftsList: 'Drafts',
  draftsEmpty: 'No drafts.',
  continueDraft: 'Continue',
  continueNamed: 'Continue: {name}',
  discardNamed: 'Discard: {name}',
  /** A draft by its form and its ticket. */
  draft: {
    edit: 'Edit of {ticket}',
    cancel: 'Cancellation of {ticket}',
    comment: 'Comment on {ticket}',
  } as const satisfies Record<TicketForm, string>,
  /** The same for a ticket without an id of the server’s. */
  draftOfUnsent: {
    edit: 'Edit of an unsent ticket',
    cancel: 'Cancellation of an unsent ticket',
    comment: 'Comment on an unsent ticket',
  } as const satisfies Record<TicketForm, string>,
  newDraft: 'New ticket: {title}',
  newDraftUntitled: 'New ticket: without a title',
  bulkDraft: 'Comment on {count, plural, one {# ticket} other {# tickets}}',
  textDraft: 'Comment text: {name}',
  textDraftUntitled: 'Comment text: without a name',
  draftSaved: 'saved {when}',
  quit: {
    title: 'Some changes are not sent yet',
    lead: '{count, plural, one {# change is} other {# changes are}} waiting in the outbox on this computer. Colodesk sends everything the next time it runs and has a network.',
    bySelf: 'Colodesk closes in ten seconds unless you choose. Nothing is lost.',
    unsaved: 'What you typed last could not be saved and would be lost. Keep Colodesk open until this is fixed.',
    unsavedTitle: 'What you typed is not saved',
    quit: 'Quit',
    keepOpen: 'Keep open',
  },
  signOut: {
    lead: 'Not sent yet, and lost when you sign out:',
    changes: '{count, plural, one {# change} other {# changes}} in the outbox',
    drafts: '{count, plural, one {# draft} other {# drafts}}',
    unknown:
      'This account cannot be opened now, so Colodesk cannot check it for unsent work. Any changes and drafts not sent from this computer are lost when you sign out.',
    signOut: 'Sign out and lose them',
  },
} as const;
