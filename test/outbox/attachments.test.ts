import { mkdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { maxAttachmentBytes } from '../../electron/contract/specification.ts';
import { openOutboxFile } from '../../electron/outbox/outbox-file.ts';
import { ownFolder } from '../support/folder.ts';
import { diskOf, eventually, openTicket, outboxKey, ownOutbox, reached, type TestOutbox } from '../support/outbox.ts';
import { ownService } from '../support/session.ts';

async function chunksIn({ folder }: TestOutbox): Promise<number> {
  const { file } = await openOutboxFile(await diskOf(folder), outboxKey);
  const count = Number(file.first('SELECT count(*) AS n FROM file_piece')?.n);
  await file.close();
  return count;
}

it('copies a file when it is attached, so that it arrives as it was', async () => {
  const service = await ownService();
  const test = await ownOutbox(service);
  service.set({ faults: [{ kind: 'gateway-401' }] });
  const path = join(await ownFolder(), 'läser reading.bin');
  const content = Buffer.alloc(1_000_000, 'abcdefg');
  writeFileSync(path, content);
  const { id: ticketId } = openTicket(service);
  expect(await test.outbox.attachPaths(ticketId, [path])).toEqual({ added: 1, refused: [] });
  expect(await chunksIn(test)).toBe(4);
  const item = test.outbox.list().items[0];
  expect(item?.change).toMatchObject({ fileName: 'läser reading.bin', sizeBytes: 1_000_000 });
  rmSync(path);

  service.set({ faults: [] });
  test.outbox.wake();
  if (item) await reached(test, item.id, { state: 'sent' });
  const arrived = service.attachments(ticketId).at(-1);
  expect(arrived?.filename).toBe('läser reading.bin');
  expect(content.equals(arrived?.content ?? new Uint8Array())).toBe(true);
  await eventually(async () => expect(await chunksIn(test)).toBe(0)); // the copy goes when the server has it
});

it('refuses empty files, folders and what is not there, each with its reason, and takes the others', async () => {
  const service = await ownService();
  const test = await ownOutbox(service);
  const folder = await ownFolder();
  mkdirSync(join(folder, 'folder'));
  writeFileSync(join(folder, 'empty.txt'), '');
  writeFileSync(join(folder, 'good.txt'), 'good');
  const paths = ['folder', 'empty.txt', 'missing.txt', 'good.txt'].map((name) => join(folder, name));
  const result = await test.outbox.attachPaths(openTicket(service).id, paths);
  expect(result.added).toBe(1);
  expect(result.refused.map(({ fileName, problem }) => [fileName, problem.kind])).toEqual([
    ['folder', 'file-unusable'],
    ['empty.txt', 'file-empty'],
    ['missing.txt', 'file-unusable'],
  ]);
  const pasted = await test.outbox.attachBytes(openTicket(service).id, 'pasted.png', new Uint8Array());
  expect(pasted.refused[0]?.problem.kind).toBe('file-empty');
});

it('says of a file without a name that it has none, and of a long one that it is too long', async () => {
  const service = await ownService();
  const test = await ownOutbox(service);
  for (const [name, message] of [
    ['', 'The file has no name.'],
    [' \u200b', 'The file has no name.'],
    ['x'.repeat(256), 'The file name is too long.'],
  ] as const) {
    const { refused } = await test.outbox.attachBytes(openTicket(service).id, name, Buffer.from('a'));
    expect(refused[0]?.problem).toMatchObject({ kind: 'file-unusable', message });
  }
  expect(test.outbox.list().items).toEqual([]);
});

it('refuses what is larger than can be sent, before it is copied', async () => {
  const service = await ownService();
  const test = await ownOutbox(service);
  const path = join(await ownFolder(), 'huge.bin');
  writeFileSync(path, '');
  truncateSync(path, maxAttachmentBytes + 1); // takes no room on the disk
  const fromDisk = await test.outbox.attachPaths(openTicket(service).id, [path]);
  const pasted = await test.outbox.attachBytes(
    openTicket(service).id,
    'huge.png',
    new Uint8Array(maxAttachmentBytes + 1),
  );
  for (const { added, refused } of [fromDisk, pasted]) {
    expect(added).toBe(0);
    expect(refused[0]?.problem).toMatchObject({ kind: 'file-unusable', message: 'The file is larger than 250 MB.' });
  }
  expect(await chunksIn(test)).toBe(0);
});

it('removes a copy that a kill cut short, and sends nothing of it', async () => {
  const service = await ownService();
  const test = await ownOutbox(service);
  const path = join(await ownFolder(), 'large.bin');
  writeFileSync(path, Buffer.alloc(5_000_000));
  const attaching = test.outbox.attachPaths(openTicket(service).id, [path]);
  await eventually(async () => expect(await chunksIn(test)).toBeGreaterThan(0));
  const copy = await diskOf(test.folder);
  await test.outbox.close();
  expect(await attaching).toMatchObject({
    added: 0,
    refused: [{ problem: { message: 'The account was closed before the file was copied.', todo: 'Attach it again.' } }],
  });

  const reopened = await ownOutbox(service, { folder: copy });
  expect(reopened.outbox.list().items).toEqual([]);
  await eventually(async () => expect(await chunksIn(reopened)).toBe(0));
  await reopened.outbox.close();
  expect(statSync(join(copy, 'outbox.db')).size).toBeLessThan(200_000); // the room is given back
});

it('lets a copy finish when it is closed', async () => {
  const service = await ownService();
  const test = await ownOutbox(service, { retryPolicy: { copyGraceMs: 4_000 } });
  service.set({ faults: [{ kind: 'gateway-401', match: { path: '/attachments' } }] });
  const path = join(await ownFolder(), 'large.bin');
  writeFileSync(path, Buffer.alloc(5_000_000));
  const attaching = test.outbox.attachPaths(openTicket(service).id, [path]);
  await test.outbox.close();
  expect(await attaching).toEqual({ added: 1, refused: [] });
  const reopened = await ownOutbox(service, { folder: test.folder });
  expect(reopened.outbox.list().items).toMatchObject([{ change: { fileName: 'large.bin', sizeBytes: 5_000_000 } }]);
});

it('reports the progress of an upload', async () => {
  const service = await ownService({ latencyMs: 30 });
  const test = await ownOutbox(service);
  await test.outbox.attachBytes(openTicket(service).id, 'a.bin', Buffer.alloc(600_000, 1));
  await eventually(() => expect(test.outbox.list().items[0]?.progress).toMatchObject({ totalBytes: 600_000 }));
  await eventually(() => expect(test.outbox.list().items).toEqual([]));
});
