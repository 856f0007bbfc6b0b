import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';

/** Windows keeps this beside the content. Zone 3 is the internet. */
const zone = '[ZoneTransfer]\r\nZoneId=3\r\n';

/** What browsers write: a download that the user has not agreed to open yet, its time in hexadecimal, and who fetched it. */
const quarantine = (nowMs: number) => `0081;${Math.floor(nowMs / 1_000).toString(16)};Colodesk;`;

/**
 * Marks a file as one from the internet, as browsers do: Windows and macOS then warn before they run it, and Office opens it
 * for reading only. A disk without room for such a mark, such as a USB stick, takes the file without it.
 */
export async function markDownloaded(file: string, platform: NodeJS.Platform = process.platform): Promise<void> {
  try {
    if (platform === 'win32') await writeFile(`${file}:Zone.Identifier`, zone);
    if (platform === 'darwin') {
      await promisify(execFile)('/usr/bin/xattr', ['-w', 'com.apple.quarantine', quarantine(Date.now()), file]);
    }
  } catch {
    // The user wants the file, and every other protection holds.
  }
}
