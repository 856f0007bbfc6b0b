import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { type FileRef, KeptFiles } from '../../electron/attachments/kept-files.ts';
import { openKeptFilesFile } from '../../electron/attachments/kept-files-file.ts';
import { type TicketId, ticketIdSchema } from '../../electron/contract/ids.ts';
import { ProblemError } from '../../electron/contract/problem.ts';
import { ownFolder } from '../support/folder.ts';

const key = '42'.repeat(32);
const [closed, open] = [ticketIdSchema.parse('WO1'), ticketIdSchema.parse('WO2')];
const ref = (ticketId: TicketId, fileId: string): FileRef => ({ ticketId, fileId });
const content = (sizeBytes: number, word = 'readings ') => Buffer.alloc(sizeBytes, word);

async function keptIn(folder: string, budgetBytes = 10_000_000) {
  const kept = new KeptFiles(await openKeptFilesFile(folder, key), budgetBytes, () => new Set([open]));
  onTestFinished(() => kept.close());
  await kept.tidy();
  return kept;
}

async function everyByteIn(folder: string): Promise<string> {
  const files = await readdir(folder);
  const read = (file: string) => readFile(join(folder, file), 'latin1').catch(() => ''); // a log may just have ended
  return (await Promise.all(files.map(read))).join('');
}

it('a file comes back as it was, also after a restart, and is nowhere in the clear', async () => {
  const folder = await ownFolder();
  const first = await keptIn(folder);
  const bytes = content(700_001);
  expect(await first.keep(ref(closed, 'a'), bytes, true)).toBe(true);
  first.saveThumbnail(ref(closed, 'a'), Buffer.from('small picture'));
  expect(await everyByteIn(folder)).not.toMatch(/readings|small picture|WO1/);
  await first.close();
  expect(await everyByteIn(folder)).not.toMatch(/readings|small picture|WO1/);
  const second = await keptIn(folder);
  expect(Buffer.compare((await second.read(ref(closed, 'a'))) ?? Buffer.alloc(0), bytes)).toBe(0);
  expect(second.filesOf(closed)).toEqual([
    { fileId: 'a', sizeBytes: 700_001, thumbnail: new Uint8Array(Buffer.from('small picture')) },
  ]);
  expect(second.usedBytes()).toBe(700_001);
  expect(await second.read(ref(open, 'a'))).toBeNull();
});

it('what was not used for longest makes room, and what belongs to open tickets goes last', async () => {
  const kept = await keptIn(await ownFolder(), 1_000_000);
  await kept.keep(ref(open, 'first'), content(300_000), false);
  await kept.keep(ref(closed, 'second'), content(300_000), true);
  await kept.keep(ref(closed, 'third'), content(300_000), true);
  await kept.read(ref(closed, 'second'));
  expect(await kept.keep(ref(closed, 'fourth'), content(300_000), true)).toBe(true);
  expect(kept.filesOf(closed).map(({ fileId }) => fileId)).toEqual(['second', 'fourth']);
  expect(kept.filesOf(open)).toHaveLength(1);
  // Not asked for: files of open tickets stay. Asked for: even they go.
  expect(await kept.keep(ref(open, 'large'), content(900_000), false)).toBe(false);
  expect(await kept.keep(ref(closed, 'large'), content(900_000), true)).toBe(true);
  expect([...kept.filesOf(open), ...kept.filesOf(closed)].map(({ fileId }) => fileId)).toEqual(['large']);
  expect(await kept.keep(ref(closed, 'huge'), content(1_000_001), true)).toBe(false);
  expect(kept.usedBytes()).toBe(900_000);
});

it('a smaller budget takes effect at once and gives the disk its space back', async () => {
  const folder = await ownFolder();
  const kept = await keptIn(folder);
  for (const name of ['a', 'b', 'c', 'd']) await kept.keep(ref(closed, name), content(1_000_000), true);
  await kept.setBudget(1_000_000);
  expect(kept.filesOf(closed).map(({ fileId }) => fileId)).toEqual(['d']);
  await kept.close();
  expect((await stat(join(folder, 'files.db'))).size).toBeLessThan(1_500_000);
});

it('a file that is being kept twice is there once', async () => {
  const kept = await keptIn(await ownFolder());
  await Promise.all([1, 2].map(() => kept.keep(ref(open, 'a'), content(600_000), true)));
  expect(kept.usedBytes()).toBe(600_000);
  expect((await kept.read(ref(open, 'a')))?.length).toBe(600_000);
});

it('a file that is too large is remembered, and may still be opened', async () => {
  const kept = await keptIn(await ownFolder());
  await kept.noteTooLarge(ref(open, 'a'));
  expect(kept.isSettled(ref(open, 'a'))).toBe(true);
  expect(kept.filesOf(open)).toEqual([]);
  await kept.keep(ref(open, 'a'), content(10), true);
  expect(kept.filesOf(open)).toHaveLength(1);
});

it('a half-written file is nobody’s after a restart', async () => {
  const folder = await ownFolder();
  const first = await keptIn(folder);
  const keeping = first.keep(ref(open, 'a'), content(5_000_000), true);
  await first.close(); // ends in the middle, as a kill would
  expect(await keeping).toBe(false);
  const second = await keptIn(folder);
  expect(second.filesOf(open)).toEqual([]);
  expect(second.isSettled(ref(open, 'a'))).toBe(false);
});

it('a file with another key, or a broken one, is begun anew', async () => {
  const folder = await ownFolder();
  await writeFile(join(folder, 'files.db'), content(8_192));
  const kept = await keptIn(folder);
  expect(kept.usedBytes()).toBe(0);
  await kept.keep(ref(open, 'a'), content(10), true);
  await kept.close();
  const other = new KeptFiles(await openKeptFilesFile(folder, '43'.repeat(32)), 1_000, () => new Set());
  onTestFinished(() => other.close());
  expect(other.filesOf(open)).toEqual([]);
});

it('a file that a full disk cut short can be noted as too large', async () => {
  const file = await openKeptFilesFile(await ownFolder(), key);
  const kept = new KeptFiles(file, 50_000_000, () => new Set());
  onTestFinished(() => kept.close());
  const run = file.run.bind(file);
  const full = vi.spyOn(file, 'run').mockImplementation((sql, ...values) => {
    if (sql.startsWith('INSERT INTO kept_piece') && values[1] === 2) throw new ProblemError('disk-full');
    return run(sql, ...values);
  });
  const keeping = kept.keep(ref(closed, 'a'), content(2_000_000), true);
  await expect(keeping).rejects.toMatchObject({ problem: { kind: 'disk-full' } });
  full.mockRestore();
  await kept.noteTooLarge(ref(closed, 'a'));
  expect(kept.isSettled(ref(closed, 'a'))).toBe(true);
});
