import { join } from 'node:path';
import { app, type BrowserWindow, dialog, type OpenDialogOptions, type SaveDialogOptions } from 'electron';

/** Asks where to save a file, with the system's own dialog; it also asks before it replaces one. */
export async function askSavePath(window: BrowserWindow | undefined, suggestedName: string): Promise<string | null> {
  const options: SaveDialogOptions = {
    title: 'Save attachment',
    defaultPath: join(app.getPath('downloads'), suggestedName),
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  };
  const { canceled, filePath } = await (window
    ? dialog.showSaveDialog(window, options)
    : dialog.showSaveDialog(options));
  return canceled || filePath === '' ? null : filePath;
}

/** Asks for files to attach, several at once. */
export async function chooseFiles(window: BrowserWindow | undefined): Promise<string[]> {
  const options: OpenDialogOptions = {
    title: 'Attach files',
    buttonLabel: 'Attach',
    properties: ['openFile', 'multiSelections', 'dontAddToRecent'],
  };
  const { canceled, filePaths } = await (window
    ? dialog.showOpenDialog(window, options)
    : dialog.showOpenDialog(options));
  return canceled ? [] : filePaths;
}
