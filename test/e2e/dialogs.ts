import type { ElectronApplication } from 'playwright';

/** Answers the system's dialog that asks where to save. */
export const saveTo = (app: ElectronApplication, path: string): Promise<void> =>
  app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);

/** Answers the system's dialog that asks for files or for a folder. */
export const choose = (app: ElectronApplication, paths: readonly string[]): Promise<void> =>
  app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [...filePaths] });
  }, paths);
