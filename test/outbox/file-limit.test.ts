import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { problem } from '../../electron/contract/problem.ts';
import { FileLimit } from '../../electron/outbox/file-limit.ts';
import { outboxMigrations } from '../../electron/outbox/outbox-file.ts';
import { migrate } from '../../electron/store/migrate.ts';
import { setLanguage } from '../../electron/words/words.ts';
import { memoryDatabase } from '../support/cache.ts';
import { clientOf } from '../support/client.ts';
import { diskOf, eventually, openTicket, ownOutbox, reached, type TestOutbox } from '../support/outbox.ts';
import { ownService } from '../support/session.ts';

const uploads = (requests: readonly { method: string; path: string }[]) =>
  requests.filter(({ method, path }) => method === 'POST' && path.startsWith('/v1/attachments')).length;

async function attach({ outbox }: TestOutbox, service: Parameters<typeof openTicket>[0], bytes: number) {
  expect(await outbox.attachBytes(openTicket(service).id, `${bytes}.bin`, Buffer.alloc(bytes, 1))).toEqual({
    added: 1,
    refused: [],
  });
  const id = outbox.list().items.at(-1)?.id;
  if (!id) throw new Error('nothing was attached');
  return id;
}

it('says of a file that one of its size was refused before, and sends it only if the user wants it', async () => {
  const service = await ownService({ maxAttachmentBytes: 4_000_000 });
  const api = await clientOf(service);
  const first = await ownOutbox(service, { api });
  const refused = await reached(first, await attach(first, service, 5_000_000), { state: 'refused' });
  expect(refused.problem).toMatchObject({
    kind: 'file-too-large',
    message: 'The operator does not take files of this size.',
    serverMessage: 'The file is too large.',
  });

  const test = await ownOutbox(service, { api, folder: await diskOf(first.folder) }); // it is remembered
  service.clearRequests();
  const larger = await attach(test, service, 6_000_000);
  expect(test.outbox.list().items.at(-1)).toMatchObject({
    state: 'refused',
    problem: {
      kind: 'file-too-large',
      message: 'The operator refused a file of 5 MB before, and this one is not smaller.',
    },
  });
  await eventually(() => expect(test.outbox.list().items).toHaveLength(2));
  expect(uploads(service.requests)).toBe(0);
  const smaller = await attach(test, service, 3_000_000);
  await reached(test, smaller, { state: 'sent' });

  service.set({ maxAttachmentBytes: 25_000_000 });
  test.outbox.send(larger);
  await reached(test, larger, { state: 'sent' });
  await reached(test, await attach(test, service, 6_500_000), { state: 'sent' }); // the limit is known to be higher now
});

describe('the limit', () => {
  function ownLimit() {
    const file = memoryDatabase();
    onTestFinished(() => file.close());
    migrate(file, outboxMigrations);
    return { file, limit: new FileLimit(file) };
  }

  it('is not known before a file was refused, and then that of the smallest one', () => {
    const { file, limit } = ownLimit();
    const isRefused = (...sizes: number[]) => sizes.map((bytes) => limit.problemOf(bytes) !== null);
    expect(isRefused(0, 10_000_000)).toEqual([false, false]);
    limit.noteRefused(5_000);
    expect(isRefused(4_999, 5_000, 5_001)).toEqual([false, true, true]);
    const run = vi.spyOn(file, 'run');
    limit.noteRefused(6_000);
    limit.noteRefused(5_000);
    expect(run).not.toHaveBeenCalled();
    limit.noteRefused(4_000);
    expect(isRefused(3_999, 4_000)).toEqual([false, true]);
    expect(file.all('SELECT size_bytes AS bytes FROM file_limit')).toEqual([{ bytes: 4_000 }]);
  });

  it('is not known any more when a file of that size was taken', () => {
    const { limit } = ownLimit();
    limit.noteRefused(5_000);
    limit.noteTaken(4_999);
    expect(limit.problemOf(5_000)).not.toBeNull();
    limit.noteTaken(5_000);
    expect(limit.problemOf(5_000)).toBeNull();
  });

  it.each([
    [1, '1 byte'],
    [999, '999 bytes'],
    [1_000, '1 kB'],
    [2_600, '2.6 kB'],
    [1_000_000, '1 MB'],
    [25_460_000, '25.5 MB'],
  ])('of %i bytes is named %s', (bytes, size) => {
    const { limit } = ownLimit();
    limit.noteRefused(bytes);
    expect(limit.problemOf(bytes)).toEqual(
      problem('file-too-large', {
        message: `The operator refused a file of ${size} before, and this one is not smaller.`,
        todo: 'Attach a smaller file, or send this one all the same: the operator may take it by now.',
      }),
    );
  });

  it('is named as the user’s language and region write it', async () => {
    onTestFinished(() => setLanguage({ language: 'en', region: 'en-GB' }));
    const { limit } = ownLimit();
    limit.noteRefused(25_460_000);
    await setLanguage({ language: 'de', region: 'de-DE' });
    expect(limit.problemOf(25_460_000)?.message).toMatch(/\b25,5\sMB\b/);
    await setLanguage({ language: 'fr', region: 'fr-FR' });
    expect(limit.problemOf(25_460_000)?.message).toMatch(/\b25,5\sMo\b/);
  });
});
