/* Printing, and saving as PDF. */

export const paper = {
  menu: 'Print or save as PDF',
  print: 'Print',
  savePdf: 'Save as PDF',
  withNotes: 'With private notes',
  printing: '{count, plural, one {Preparing the ticket for printing…} other {Preparing # tickets for printing…}}',
  saving: '{count, plural, one {Making a PDF of the ticket…} other {Making a PDF of # tickets…}}',
  saved: 'Saved as {fileName}.',
  isBusy: 'The last printout or PDF is not done yet. Its dialog may be behind this window.',
  tooMany: 'These are {count, number} tickets; at most {limit, number} can be printed at once.',
  selectFewer: 'Select fewer tickets, or export the list instead.',
} as const;
