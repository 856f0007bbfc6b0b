import { expect, it } from 'vitest';
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
      message: 'The operator refused a file of 5.0 MB before, and this one is not smaller.',
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
