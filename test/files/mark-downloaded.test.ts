import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, it, vi } from 'vitest';
import { markDownloaded } from '../../electron/files/mark-downloaded.ts';
import { saveFile } from '../../electron/files/save-file.ts';
import { ownFolder } from '../support/folder.ts';
import { isMissingUnderWine } from '../support/wine.ts';

const execFile = vi.hoisted(() => vi.fn());
vi.mock('node:child_process', async (importOriginal) => ({
  ...(await importOriginal<typeof import('node:child_process')>()),
  execFile,
}));

beforeEach(() => {
  execFile.mockReset().mockImplementation((_file, _args, done: (error: Error | null) => void) => done(null));
});

async function* content() {
  yield Buffer.from('content');
}

async function ownFile(): Promise<string> {
  const file = join(await ownFolder(), 'tool.exe');
  await writeFile(file, 'content');
  return file;
}

/** On other systems than Windows, a stream of a file is a file with a colon in its name. */
const itWithStreams = it.skipIf(isMissingUnderWine('alternate streams'));
itWithStreams('tells Windows that a file comes from the internet, before it has its name', async () => {
  const folder = await ownFolder();
  await saveFile(join(folder, 'tool.exe'), content(), 'win32');
  if (process.platform === 'win32') {
    expect(await readFile(join(folder, 'tool.exe:Zone.Identifier'), 'utf8')).toContain('ZoneId=3');
    return;
  }
  const [mark = '', file] = await readdir(folder);
  expect(mark).toMatch(/^\.colodesk-\w+\.part:Zone\.Identifier$/);
  expect(file).toBe('tool.exe');
  expect(await readFile(join(folder, mark), 'utf8')).toBe('[ZoneTransfer]\r\nZoneId=3\r\n');
});

it('tells macOS that a file comes from the internet', async () => {
  const file = await ownFile();
  await markDownloaded(file, 'darwin');
  const args = ['-w', 'com.apple.quarantine', expect.stringMatching(/^0081;[0-9a-f]{8};Colodesk;$/), file];
  expect(execFile).toHaveBeenCalledExactlyOnceWith('/usr/bin/xattr', args, expect.any(Function));
});

it('saves a file where there is no room for the mark', async () => {
  execFile.mockImplementation((_file, _args, done: (error: Error | null) => void) => done(new Error('not supported')));
  await markDownloaded(await ownFile(), 'darwin');
  await markDownloaded(join(await ownFolder(), 'no such folder', 'tool.exe'), 'win32');
});
