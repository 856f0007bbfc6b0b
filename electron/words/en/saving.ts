/* Problems of saving and reading files, settings and what the user typed, in place of the standard sentences. */

export const saving = {
  isFull: {
    message: 'The disk is full, so the file could not be saved.',
    todo: 'Free some space, then save the file again.',
  },
  failed: {
    message: 'The file could not be saved there.',
    todo: 'Save it in another folder or under another name.',
  },
  keptAtOperator: 'The operator still has the file, and nothing on this computer was changed.',
  keptAtOperatorInPart: 'The operator still has the file. What was saved there may be incomplete.',
  keptHere: 'Nothing on this computer was changed.',
  keptHereInPart: 'What was saved there may be incomplete.',
  fileGone: {
    message: 'The server no longer has this file.',
    todo: 'It may have been removed there. Colodesk is fetching the list of files again.',
  },
  notSaved: 'Nothing was saved on this computer, and nothing was changed.',
  settings: {
    message: 'The settings could not be saved.',
    kept: 'The settings are as they were before.',
  },
  typed: {
    message: 'The disk is full or not writable, so what you typed could not be saved.',
    todo: 'Free some space, then try again.',
  },
  stillInForm: 'It is still in the form.',
  noZone: {
    message: 'There is no time zone “{zone}”.',
    todo: 'Enter one such as Europe/Amsterdam.',
  },
} as const;

/** The file with views, templates and notes that a user carries to another computer. */
export const ownData = {
  fileName: 'Colodesk views and templates',
  nothing: 'Nothing was imported.',
  tooLarge: '“{fileName}” is too large for a file that Colodesk exported.',
  foreign: '“{fileName}” is no file that Colodesk exported.',
  chooseAnother: 'Choose another file.',
  unreadable: {
    message: '“{fileName}” could not be read.',
    todo: 'Check that you may open the file.',
  },
  newer: {
    message: '“{fileName}” was written by a newer Colodesk.',
    todo: 'Update Colodesk, then import the file again.',
  },
  faulty: {
    message: '“{fileName}” cannot be imported, because of its content: {reason}',
    messageOfField: '“{fileName}” cannot be imported, because of {field}: {reason}',
    todo: 'Export the file again on the other computer, or correct it.',
  },
  tooManyViews: {
    message: 'With those in “{fileName}” there would be more than {limit, number} views.',
    todo: 'Remove views here, then import the file again.',
  },
  fieldMissing: 'This is missing.',
  fieldTooLong: 'This is too long.',
  tooMany: 'There are too many.',
  unknownFields: 'Colodesk does not know “{names}”.',
  unusable: 'Colodesk cannot use this value.',
  noSuchZone: 'No such time zone.',
} as const;
