import { homedir } from 'node:os';
import { win32 } from 'node:path';
import { app } from 'electron';

/**
 * Puts the user's data where they stay on this computer. Electron's default on Windows is the roaming profile, which a network
 * copies at each log-on; the cache is hundreds of megabytes, and its key does not roam. Call it before anything else uses the
 * folder.
 */
export function placeUserData(): void {
  if (process.platform !== 'win32' || app.commandLine.hasSwitch('user-data-dir')) return;
  app.setPath('userData', localDataFolder(process.env));
}

function localDataFolder({ LOCALAPPDATA }: NodeJS.ProcessEnv): string {
  return win32.join(LOCALAPPDATA || win32.join(homedir(), 'AppData', 'Local'), 'Colodesk');
}
