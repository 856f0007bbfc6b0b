import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openPicture, readSealed, removePictures, writePictures } from '../../electron/session/picture-file.ts';
import { ownFolder } from '../support/folder.ts';

const key = 'ab'.repeat(32);
const today = { html: '<p>WO9334195 Fire door</p>', css: 'p{color:red}', fromMs: 100, untilMs: 200 };
const later = { ...today, html: '<p>WO9334195 25 Nov</p>', fromMs: 200, untilMs: 300 };

async function written() {
  const folder = await ownFolder();
  await writePictures(folder, key, 'facts', [today, later]);
  const sealed = await readSealed(folder);
  if (!sealed) throw new Error('nothing was written');
  return { folder, sealed };
}

it('gives back the picture of the moment, with the same key and facts only', async () => {
  const { sealed } = await written();
  expect(openPicture(sealed, key, 'facts', 199)).toEqual(today);
  expect(openPicture(sealed, key, 'facts', 200)).toEqual(later);
  expect(openPicture(sealed, key, 'facts', 99)).toBeNull();
  expect(openPicture(sealed, key, 'facts', 300)).toBeNull();
  expect(openPicture(sealed, 'cd'.repeat(32), 'facts', 150)).toBeNull();
  expect(openPicture(sealed, key, 'other facts', 150)).toBeNull();
});

it('refuses a file in which anything was changed', async () => {
  const { sealed } = await written();
  for (let place = 0; place < sealed.length; place += 7) {
    const changed = Buffer.from(sealed);
    changed.writeUInt8(changed.readUInt8(place) ^ 1, place);
    expect(openPicture(changed, key, 'facts', 150)).toBeNull();
  }
  for (const length of [0, 5, 20, sealed.length - 1]) {
    expect(openPicture(sealed.subarray(0, length), key, 'facts', 150)).toBeNull();
  }
});

it('shows no picture of one account for another, whose folder somebody put it into', async () => {
  const { folder } = await written();
  const other = await ownFolder();
  const otherKey = 'cd'.repeat(32);
  await writePictures(other, otherKey, 'facts', [today]);
  await copyFile(join(folder, 'first-screen'), join(other, 'first-screen'));
  const sealed = await readSealed(other);
  expect(sealed && openPicture(sealed, otherKey, 'facts', 150)).toBeNull();
});

it('keeps nothing in the clear, and leaves nothing when it is removed', async () => {
  const { folder } = await written();
  expect((await readFile(join(folder, 'first-screen'))).includes('WO9334195')).toBe(false);
  await removePictures(folder);
  expect(await readSealed(folder)).toBeNull();
  await removePictures(folder);
  await writeFile(join(folder, 'first-screen'), 'not a picture');
  const sealed = await readSealed(folder);
  expect(sealed && openPicture(sealed, key, 'facts', 150)).toBeNull();
});
