import { mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { notePartialFilesIn, partialName, removeLeftovers } from '../../electron/files/partial-files.ts';
import { saveOwnFile } from '../../electron/files/save-file.ts';
import { ownFolder } from '../support/folder.ts';
import { kindOf } from '../support/session.ts';

/** A folder for notes and one in which the user saves. */
async function ownFolders() {
  const [notes, documents] = await Promise.all([ownFolder(), ownFolder()]);
  notePartialFilesIn(notes);
  return { notes, documents };
}

it('what a kill leaves of a file is removed at the next start, and nothing else', async () => {
  const { notes, documents } = await ownFolders();
  let goOn = () => {};
  const held = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  async function* chunks() {
    yield Buffer.from('the door code is 4711');
    await held;
  }
  const saving = saveOwnFile(join(documents, 'tickets.csv'), chunks());
  onTestFinished(goOn);
  await expect.poll(() => readdir(documents)).toEqual([expect.stringMatching(/^\.colodesk-\w+\.part$/)]);
  await writeFile(join(documents, partialName()), 'of somebody else');
  await removeLeftovers(notes); // as after a kill at this moment
  expect(await readdir(notes)).toEqual([]);
  goOn();
  await saving.catch(() => undefined); // its file is gone
  expect(await readdir(documents)).toHaveLength(1); // only now: Windows may keep the name until the file is closed
});

it('nothing is noted of a file that is complete, or that failed', async () => {
  const { notes, documents } = await ownFolders();
  await saveOwnFile(join(documents, 'a.txt'), 'content');
  await expect(saveOwnFile(join(documents, 'gone', 'b.txt'), 'content')).rejects.toThrow();
  expect([await readdir(notes), await readdir(documents)]).toEqual([[], ['a.txt']]);
});

it('a note that names anything but a temporary file of ours removes nothing', async () => {
  const { notes, documents } = await ownFolders();
  const mine = join(documents, 'mine.txt');
  await writeFile(mine, 'mine');
  await writeFile(join(notes, 'mine.txt.txt'), mine);
  await writeFile(join(notes, `${partialName()}.txt`), mine);
  await removeLeftovers(notes);
  expect([await readdir(notes), await readdir(documents)]).toEqual([[], ['mine.txt']]);
});

it('what cannot be removed keeps nothing else there', async () => {
  const { notes, documents } = await ownFolders();
  const leave = async (isRemovable: boolean) => {
    const name = partialName();
    const path = join(documents, name);
    await (isRemovable ? writeFile(path, 'the door code is 4711') : mkdir(path)); // a folder stands for what is refused
    await writeFile(join(notes, `${name}.txt`), path);
    return name;
  };
  const stuck: string[] = [];
  for (let count = 0; count < 6; count++) {
    stuck.push(await leave(false));
    await leave(true);
  }
  expect(await kindOf(removeLeftovers(notes))).toBe('disk-error');
  expect((await readdir(documents)).sort()).toEqual(stuck.sort());
  expect(await readdir(notes)).toHaveLength(stuck.length);
});

it('a note waits for a folder that is away', async () => {
  const { notes, documents } = await ownFolders();
  const [stick, away] = [join(documents, 'stick'), join(documents, 'away')];
  await mkdir(stick);
  const name = partialName();
  await writeFile(join(stick, name), 'the door code is 4711');
  await writeFile(join(notes, `${name}.txt`), join(stick, name));
  await rename(stick, away);
  await removeLeftovers(notes);
  await rename(away, stick);
  await removeLeftovers(notes);
  expect([await readdir(notes), await readdir(stick)]).toEqual([[], []]);
});
