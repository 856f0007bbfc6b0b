/*
 * The words of the forms (new ticket, edit, cancel, comment), their drafts and their templates.
 */

import type { NewTicketField } from '../../electron/contract/fields.ts';
import type { CancelReason } from '../../electron/contract/specification.ts';
import { longestTemplateName } from '../../electron/contract/specification.ts';
import { inSentence, noName } from './isolate.ts';

export const formWords = {
  newTicket: 'New ticket',
  newTicketHasDraft: 'Continue your draft of a new ticket',
  editTicket: 'Edit ticket',
  field: {
    title: 'Title',
    site: 'Site',
    location: 'Location',
    requestType: 'Request type',
    category: 'Category',
    description: 'Description',
    customerReference: 'Customer reference',
    notificationRecipients: 'Notification recipients',
  } satisfies Record<NewTicketField, string>,
  choose: 'Choose…',
  chooseTypeFirst: 'Choose a request type first',
  noLongerOffered: (value: string) => `${inSentence(value)} (no longer offered)`,
  notOffered: (value: string) => `“${inSentence(value)}” is no longer offered. Choose another.`,
  refusedType: (requestType: string, why: string) =>
    `${inSentence(requestType)} is not offered now.${why ? ` The server says: “${inSentence(why)}”` : ''}`,
  wrongCategory: (category: string, requestType: string) =>
    `“${inSentence(category)}” is not a category of ${inSentence(requestType)}. Choose another.`,
  locationHint: 'Choose a room, cage or rack, or type your own text.',
  referenceHint: 'Your own reference, such as a purchase order.',
  locationNone: 'Not in the list. Your text is sent as is.',
  locationNoSite: 'Choose a site to see its rooms, cages and racks.',
  locationEmpty: 'No locations listed for this site yet. Type your own.',
  locationMore: (count: string) => `${count} more. Type to narrow the list.`,
  locationList: 'Rooms, cages and racks', // avoids the name of any field, which would make that name ambiguous
  blankLocation: noName,
  recipientsHint: 'Type an email address, then a comma or Enter. A pasted list is split.',
  removeRecipient: (address: string) => `Remove ${address}`,
  counter: (used: string, limit: string) => `${used} of ${limit} characters; most emoji count as two`,
  create: 'Create ticket',
  saveChanges: 'Save changes',
  replaceCreate: 'Save changes',
  discard: 'Discard',
  leave: 'Close the form and keep the draft',
  keptHint: 'Esc closes the form and keeps the draft.',
  keyHint: (key: string) => `${key} to send`,
  restored: (when: string) => `Restored from your draft, saved ${when}.`,
  startOver: 'Start over',
  closedMeanwhile: (status: string) =>
    `This ticket is now ${inSentence(status) || 'in an unknown state'} and can no longer be changed. Your text is kept as a draft.`,
  goneMeanwhile:
    'The operator no longer has this ticket, or you may not read it, so it cannot be changed. Your text is kept as a draft.',
  requiredHint: 'Fields marked with * are required.',
  makeNew: 'Make it a new change',
  nothingChanged: 'Nothing has changed yet.',
  draftDiscarded: 'Draft discarded.',
  templateApplied: (name: string) => `Form filled from “${name}”.`,
  changeDiscarded: 'Change discarded.',
  undo: 'Undo',
  templates: 'Templates',
  template: {
    title: 'Templates',
    lead: 'For tickets you open again and again.',
    none: 'No templates yet. Fill in the form, then save it here.',
    begin: 'Use',
    beginNamed: (name: string) => `Use the template ${name}`,
    removeNamed: (name: string) => `Remove the template ${name}`,
    removed: (name: string) => `Template “${name}” removed.`,
    list: 'Templates',
    name: 'Template name',
    nameHint: 'For example: Monthly cleaning of cage 1.02',
    save: 'Save form as template',
    replaces: 'Replaces the template of this name.',
    nameNeeded: 'Give the template a name.',
    nameTooLong: `A name can have at most ${longestTemplateName} characters.`,
    close: 'Close',
    emptyForm: 'Fill in the form first.',
  },
  conflict: {
    title: 'Someone else changed this ticket',
    lead: 'Choose which text to keep in each field.',
    taken: (fields: string) => `${fields} changed on the server; the form now shows the new text.`,
    mine: 'Yours',
    theirs: 'On the server',
    keepMine: 'Keep mine',
    takeTheirs: 'Take theirs',
    empty: '(empty)',
  },
  cancel: {
    title: 'Cancel ticket',
    lead: 'The operator stops working on it. A cancelled ticket cannot be reopened or commented on.',
    reason: 'Reason',
    hint: {
      'Request no longer needed': 'The problem is gone, or plans have changed.',
      'Duplicate request': 'Another ticket asks for the same.',
      'Request entered in error': 'It should not have been opened.',
    } satisfies Record<CancelReason, string>,
    cancel: 'Cancel ticket',
    keep: 'Keep ticket',
  },
  comment: {
    label: 'Comment',
    placeholder: 'Write a comment…',
    locked: 'You cannot comment.',
    add: 'Add comment',
    edits: 'You are editing an unsent comment.',
    editsLocked: (why: string) => `${why} Your comment was not sent. Copy it if you need it elsewhere.`,
    copy: 'Copy the comment',
    stopEditing: 'Keep the original',
  },
} as const;
