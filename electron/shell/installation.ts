/*
 * How Colodesk was installed.
 */

import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What tells how a program was installed. */
type Place = Pick<NodeJS.Process, 'platform' | 'execPath' | 'resourcesPath' | 'env'>;

/**
 * Whether this installation may replace itself. One by MSI, deb or rpm belongs to whoever manages the computer's programs: it
 * is updated as it was installed.
 */
export function replacesItself({ platform, execPath, resourcesPath, env }: Place = process): boolean {
  if (platform === 'darwin') return true;
  // Our installer leaves its uninstaller beside the program. An MSI has none.
  if (platform === 'win32') return existsSync(join(dirname(execPath), 'Uninstall Colodesk.exe'));
  // A program that an AppImage starts inherits this variable; a deb or rpm says what it is.
  return env.APPIMAGE !== undefined && !existsSync(join(resourcesPath, 'package-type'));
}
