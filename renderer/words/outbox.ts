/*
 * The words of everything not sent yet (outbox, drafts, marks on tickets), of the log of what was sent, and of the actions
 * on a ticket.
 */

import {
  type Change,
  type ChangeGroup,
  type ChangeState,
  changeStates,
  type OutboxItem,
} from '../../electron/contract/change.ts';
import type { DraftContent } from '../../electron/contract/draft.ts';
import { inSentence } from '../../electron/contract/isolate.ts';
import type { Obstacle } from '../../electron/contract/ticket-actions.ts';
import { shownFileName } from './file-names.ts';
import { countOf, formatCount } from './numbers.ts';

export const outboxWords = {
  button: (count: number) => (count === 0 ? 'Outbox' : `Outbox (${count})`),
  backToTickets: 'Back to tickets',
  list: 'Outbox',
  lead: 'Changes the server has not confirmed yet. They are stored on this computer and go out automatically.',
  empty: 'Nothing to send.',
  emptyHint: 'New tickets, edits, comments, files and cancellations pass through here.',
  kind: {
    create: 'New ticket',
    update: 'Edit',
    cancel: 'Cancellation',
    comment: 'Comment',
    attachment: 'Attachment',
  } satisfies Record<Change['kind'], string>,
  state: {
    waiting: 'Waiting',
    sending: 'Sending',
    unconfirmed: 'Unconfirmed',
    refused: 'Refused',
    sent: 'Sent',
  } satisfies Record<ChangeState, string>,
  since: (when: string) => `since ${when}`,
  sending: 'On its way to the server.',
  sendingFile: (percent: number) => `On its way to the server: ${percent}%.`,
  lookedFor: 'Sent, but no answer came. Colodesk is checking whether it arrived.',
  alike: 'What it may be',
  alikeKind: { create: 'The ticket', comment: 'A comment', attachment: 'A file' },
  alikeAppeared: (when: string) => `appeared ${when}.`,
  alikeThere: 'is there.',
  alikeQuestion: 'Is this it?',
  claim: 'This is it',
  claimNamed: (label: string) => `This is it: ${label}`,
  notFound: 'No answer came, and the server has nothing like it.',
  refused: 'The server did not accept it.',
  confirmed: 'Confirmed by the server.',
  waitsForTicket: 'Goes out once its ticket is created.',
  waitsForEarlier: 'Goes out after an earlier change to this ticket.',
  waitsForDecision: 'Goes out once you have decided about an earlier change to this ticket.',
  waitsForTwin: 'Goes out after an earlier new ticket of the same words.',
  waitsForTwinDecision: 'Goes out once you have decided about an earlier new ticket of the same words.',
  waitsForNetwork: 'Goes out once there is a network.',
  goesSoon: 'Goes out in a moment.',
  group: {
    show: (count: number) => `Show ${countOf(count, 'change')}`,
    discard: 'Discard what has not left',
    kept: (discarded: number, kept: number) =>
      `${countOf(discarded, 'change')} discarded. ${kept === 1 ? 'One' : formatCount(kept)} may have left already and ${kept === 1 ? 'stays' : 'stay'} in the outbox.`,
  },
  toSend: (count: number) => `${countOf(count, 'change')} to send`,
  unconfirmed: (count: number) => `${count} unconfirmed`,
  wereRefused: (count: number) => `${count} refused`,
  needUser: (count: number) =>
    `${countOf(count, 'change')} in the outbox ${count === 1 ? 'needs' : 'need'} your decision.`,
  sendNow: 'Send now',
  sendAgain: 'Send again',
  rewrite: 'Rewrite',
  edit: 'Edit',
  discard: 'Discard',
  showTicket: (title: string) => `Show the ticket ${title}`,
  discardTitle: 'Discard this change?',
  discardDependents: (count: number) =>
    `This ticket was never created on the server. ${count === 1 ? 'One more change depends on it and is' : `${count} more changes depend on it and are`} discarded too: comments, files and edits.`,
  discardSent:
    'It may have reached the server already. Colodesk stops it, checks, and keeps it in the log if it arrived.',
  discardUndecided: 'It may be on the server all the same. Colodesk does not check again.',
  discardAll: 'Discard',
  keep: 'Keep',
  pending: (changes: string, refused: number) =>
    `${changes} not confirmed yet${refused === 0 ? '' : `, ${formatCount(refused)} refused`}`,
  allRefused: (changes: string) => `${changes} refused`,
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
  continueNamed: (name: string) => `Continue: ${name}`,
  discardNamed: (name: string) => `Discard: ${name}`,
  draft: {
    new: 'New ticket',
    edit: 'Edit of',
    cancel: 'Cancellation of',
    comment: 'Comment on',
    bulkComment: 'Comment on',
  } satisfies Record<DraftContent['form'], string>,
  draftSaved: (when: string) => `saved ${when}`,
  draftUntitled: 'without a title',
  localTicket: 'an unsent ticket',
  quit: {
    title: 'Some changes are not sent yet',
    lead: (changes: string) =>
      `${changes} ${changes.startsWith('1 ') ? 'is' : 'are'} waiting in the outbox on this computer. Colodesk sends everything the next time it runs and has a network.`,
    bySelf: 'Colodesk closes in ten seconds unless you choose. Nothing is lost.',
    unsaved: 'What you typed last could not be saved and would be lost. Keep Colodesk open until this is fixed.',
    unsavedTitle: 'What you typed is not saved',
    quit: 'Quit',
    keepOpen: 'Keep open',
  },
  signOut: {
    lead: 'Not sent yet, and lost when you sign out:',
    changes: (count: number) => `${countOf(count, 'change')} in the outbox`,
    drafts: (count: number) => countOf(count, 'draft'),
    unknown:
      'This account cannot be opened now, so Colodesk cannot check it for unsent work. Any changes and drafts not sent from this computer are lost when you sign out.',
    signOut: 'Sign out and lose them',
  },
} as const;

/** Says what an action on many tickets was and how far it has come: `Comment on 12 tickets: 9 confirmed, 3 waiting`. */
export function groupWords({ kind, total, confirmed }: ChangeGroup, items: readonly OutboxItem[]): string {
  const tickets = countOf(total, 'ticket');
  const action = {
    comment: `Comment on ${tickets}`,
    cancel: `Cancellation of ${tickets}`,
    update: `Edit of ${tickets}`,
  }[kind];
  const states = changeStates.flatMap((state) => {
    const count = state === 'sent' ? 0 : items.filter((item) => item.state === state).length;
    return count === 0 ? [] : [`${formatCount(count)} ${outboxWords.state[state].toLowerCase()}`];
  });
  return `${action}: ${[...(confirmed > 0 ? [`${formatCount(confirmed)} confirmed`] : []), ...states].join(', ')}`;
}

/** The words of the actions on the open ticket. */
export const actionWords = {
  bar: 'Ticket actions',
  edit: 'Edit',
  cancel: 'Cancel ticket',
  attach: 'Attach files',
  duplicate: 'Duplicate',
  attachments: 'Attachments',
  noAttachments: 'No files yet.',
  attachmentsUnknown: 'The list of files has not been fetched yet.',
  dropHere: 'Drop files to attach them to this ticket',
  notAttached: 'Not attached',
  notAttachedDismiss: 'Dismiss',
  saveFile: 'Save',
  saveFileNamed: (fileName: string) => `Save ${shownFileName(fileName)}`,
  savedFile: (fileName: string) => `Saved as ${inSentence(fileName)}`,
  stop: 'Stop',
  stopNamed: (fileName: string) => `Stop ${shownFileName(fileName)}`,
  progress: (fileName: string) => `Progress of ${shownFileName(fileName)}`,
  by: (who: string) => `by ${inSentence(who)}`,
  pastedName: (when: string, extension: string) => `Pasted ${when}.${extension}`,
  you: 'You',
} as const;

/** Says why something cannot be done to a ticket now, as a sentence. @param status the ticket's */
export function obstacleWords(obstacle: Obstacle, status: string): string {
  switch (obstacle) {
    case 'cancelling':
      return 'This ticket is being cancelled.';
    case 'unconfirmed-create':
      return 'The server has not confirmed this ticket yet. You can edit it once it has.';
    case 'gone':
      return 'The operator no longer has this ticket, or you may not read it.';
    case 'closed':
      return `This ticket is ${inSentence(status)}. Only tickets that are New or In Progress can be changed.`;
    case 'unknown-status':
      return status === ''
        ? 'The operator gives this ticket no status. Only tickets that are New or In Progress can be changed.'
        : `The operator calls this ticket “${inSentence(status)}”, a status that Colodesk does not know. Only tickets that are New or In Progress can be changed.`;
    case 'not-fetched':
      return 'The description has not been fetched yet. You can edit it once the server answers.';
    case 'unknown':
      return 'This ticket is no longer on this computer.';
    case 'already-notified':
      return 'This address is among the recipients already.';
    case 'too-long':
      return 'The list of recipients would become too long.';
  }
}
