/* The actions on the open ticket, its files, and why an action cannot be taken. */

import type { Obstacle } from '../../../electron/contract/ticket-actions.ts';

export const action = {
  bar: 'Ticket actions',
  edit: 'Edit',
  cancel: 'Cancel ticket',
  attach: 'Attach files',
  duplicate: 'Duplicate',
  attachments: 'Attachments',
  noAttachments: 'No files yet.',
  attachmentsUnknown: 'The list of files has not been fetched yet.',
  dropHere: 'Drop files to attach them to this ticket',
  notAttachedList: 'Not attached',
  notAttached: 'Not attached: {file}',
  /** What went wrong with a file, where its ticket is not shown. */
  fileProblem: '{file}: {problem}',
  notAttachedDismiss: 'Dismiss',
  saveFile: 'Save',
  saveFileNamed: 'Save {file}',
  savedFile: 'Saved as {file}',
  stop: 'Stop',
  stopNamed: 'Stop {file}',
  progress: 'Progress of {file}',
  by: 'by {who}',
  pastedName: 'Pasted {when}.{extension}',
  you: 'You',
  obstacle: {
    cancelling: 'This ticket is being cancelled.',
    'unconfirmed-create': 'The server has not confirmed this ticket yet. You can edit it once it has.',
    gone: 'The operator no longer has this ticket, or you may not read it.',
    closed: 'This ticket is {status}. Only tickets that are New or In Progress can be changed.',
    'unknown-status':
      'The operator calls this ticket “{status}”, a status that Colodesk does not know. Only tickets that are New or In Progress can be changed.',
    'no-status': 'The operator gives this ticket no status. Only tickets that are New or In Progress can be changed.',
    'not-fetched': 'The description has not been fetched yet. You can edit it once the server answers.',
    unknown: 'This ticket is no longer on this computer.',
    'already-notified': 'This address is among the recipients already.',
    'named-recipients': 'The operator shows recipients of this ticket by their names, and takes only addresses.',
    'too-long': 'The list of recipients would become too long.',
  } as const satisfies Record<Obstacle | 'no-status', string>,
} as const;
