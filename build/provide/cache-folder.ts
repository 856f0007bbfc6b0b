import { homedir } from 'node:os';
import { join } from 'node:path';

/** Returns the folder where programs of this user keep what they can fetch again. */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env, platform: string = process.platform): string {
  if (platform === 'darwin') return join(homedir(), 'Library/Caches/colodesk');
  if (platform === 'win32') return join(env.LOCALAPPDATA || join(homedir(), 'AppData/Local'), 'colodesk');
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'colodesk');
}
