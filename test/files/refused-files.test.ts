/* What is said when the disk refuses a file that the user wants to save, by the error of the file system. */

import type * as fs from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, it, vi } from 'vitest';
import { saveOwnFile } from '../../electron/files/save-file.ts';
import { ownFolder } from '../support/folder.ts';

const faults = vi.hoisted(() => ({ write: '', rename: '', open: '' }));

const failure = (code: string) => Object.assign(new Error(code), { code });

vi.mock('node:fs/promises', async (importOriginal) => {
  const original = await importOriginal<typeof fs>();
  return {
    ...original,
    open: async (...args: Parameters<typeof fs.open>) => {
      if (faults.open) throw failure(faults.open);
      const file = await original.open(...args);
      if (faults.write) file.write = () => Promise.reject(failure(faults.write));
      return file;
    },
    rename: (from: string, to: string) =>
      faults.rename ? Promise.reject(failure(faults.rename)) : original.rename(from, to),
  };
});

beforeEach(() => Object.assign(faults, { write: '', rename: '', open: '' }));

async function* chunks() {
  yield Buffer.from('one');
  yield Buffer.from('two');
}

it.each([
  ['write', 'ENOSPC', 'disk-full', 'The disk is full, so the file could not be saved.'],
  ['write', 'EIO', 'disk-error', 'The file could not be saved there.'],
  ['rename', 'EBUSY', 'disk-error', '“tickets.xlsx” is open in another program.'],
  ['open', 'EACCES', 'disk-error', 'Colodesk may not write in this folder.'],
  ['open', 'EROFS', 'disk-error', 'Colodesk may not write in this folder.'],
  ['open', 'ENOENT', 'disk-error', 'The folder is not there any more.'],
] as const)('%s: %s', async (step, code, kind, message) => {
  const folder = await ownFolder();
  faults[step] = code;
  const kept = 'Nothing on this computer was changed.';
  await expect(saveOwnFile(join(folder, 'tickets.xlsx'), chunks())).rejects.toMatchObject({
    problem: { kind, message, kept },
  });
  const { readdir } = await vi.importActual<typeof fs>('node:fs/promises');
  expect(await readdir(folder)).toEqual([]);
});
