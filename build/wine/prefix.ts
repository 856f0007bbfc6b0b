import { join } from 'node:path';
import { runOrThrow } from '../run.ts';

/** Makes a Windows 10 in a folder: `env` makes Wine use it, and `drive` is its drive C. */
export async function makePrefix(folder: string): Promise<{ env: Record<string, string>; drive: string }> {
  const prefix = join(folder, 'prefix');
  const env = { WINEPREFIX: prefix, WINEARCH: 'win64', WINEDEBUG: '-all' };
  await runOrThrow('wine', ['wineboot', '-i'], { env });
  await runOrThrow('wine', ['reg', 'add', 'HKCU\\Software\\Wine', '/v', 'Version', '/d', 'win10', '/f'], { env });
  return { env, drive: join(prefix, 'drive_c') };
}
