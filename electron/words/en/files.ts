/* The words of the main process about a ticket’s files. */

export const files = {
  isProtected: 'This PDF file asks for a password.',
  isDamaged: 'This file cannot be shown: it is damaged, or takes too long to draw.',
  isTooLarge: 'This file is larger than {megabytes, number} MB, so it is not shown here.',
  hasTooManyPixels: 'This picture has more than {megapixels, number} million pixels, so it is not shown here.',
  hasNoSize: 'This picture does not say how large it is, so it is not shown here.',
  notKept: 'This file is not on this computer, and the server cannot be reached.',
  openOnline:
    'Open it again when there is a network. Files that you open stay here, as far as the budget in the settings allows.',
  isGone: 'The server no longer has this file.',
  mayBeRemoved: 'It may have been removed there. Colodesk is fetching the list of files again.',
  folderGone: 'The folder for these files is no longer known.',
  chooseAgain: 'Choose a folder again.',
  chooseFolder: 'Save files in a folder',
  saveHere: 'Save here',
} as const;
