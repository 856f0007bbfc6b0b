import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { saveFile } from '../../electron/files/save-file.ts';
import { ownFolder } from '../support/folder.ts';

async function* pieces(...texts: string[]) {
  for (const text of texts) yield Buffer.from(text);
}

async function* breakingOff() {
  yield Buffer.from('half');
  throw new Error('the connection broke off');
}

it('writes the whole stream, in place of what was there', async () => {
  const folder = await ownFolder();
  const path = join(folder, 'report.txt');
  await writeFile(path, 'a longer text that was there before');
  await saveFile(path, pieces('one ', '', 'two'));
  expect(await readFile(path, 'utf8')).toBe('one two');
  expect(await readdir(folder)).toEqual(['report.txt']);
});

it('leaves nothing behind when the stream fails, and what was there stays', async () => {
  const folder = await ownFolder();
  const path = join(folder, 'report.txt');
  await writeFile(path, 'before');
  await expect(saveFile(path, breakingOff())).rejects.toThrow('the connection broke off');
  expect(await readFile(path, 'utf8')).toBe('before');
  await expect(saveFile(join(folder, 'new.txt'), breakingOff())).rejects.toThrow();
  expect(await readdir(folder)).toEqual(['report.txt']);
});

it('says what the disk said', async () => {
  const folder = await ownFolder();
  const problem = { kind: 'disk-error', kept: expect.stringMatching(/nothing .* was changed/) };
  await expect(saveFile(join(folder, 'missing', 'a.txt'), pieces('x'))).rejects.toMatchObject({ problem });
  await mkdir(join(folder, 'taken'));
  await expect(saveFile(join(folder, 'taken'), pieces('x'))).rejects.toMatchObject({ problem });
  expect(await readdir(folder)).toEqual(['taken']);
});

it('on macOS touches nothing beside the chosen file', async () => {
  const folder = await ownFolder();
  async function* watched() {
    yield Buffer.from('one');
    expect(await readdir(folder)).toEqual([]);
  }
  await saveFile(join(folder, 'report.txt'), watched(), 'darwin');
  expect(await readFile(join(folder, 'report.txt'), 'utf8')).toBe('one');
  expect(await readdir(folder)).toEqual(['report.txt']);
});
