/* Every call of the API against the demo service. */

import { describe, expect, it } from 'vitest';
import type { ApiClient } from '../../electron/api/client.ts';
import { emptyNewTicket, type NewTicket } from '../../electron/contract/fields.ts';
import { type TicketId, ticketIdSchema } from '../../electron/contract/ids.ts';
import { cancelReasons, categoriesByRequestType } from '../../electron/contract/specification.ts';
import type { DemoService } from '../../electron/demo/service.ts';
import { clientOf } from '../support/client.ts';
import { ownService } from '../support/session.ts';

const idOf = (service: DemoService, status: string): TicketId =>
  ticketIdSchema.parse(service.tickets().find((ticket) => ticket.status === status)?.id);

const newTicket: NewTicket = {
  ...emptyNewTicket,
  title: 'Check of the A feed',
  site: 'AMS017',
  requestType: 'Facilities Request',
  category: 'Electrical',
  description: 'Please measure the A feed of cage 2.01.',
};

const chunksOf = (bytes: Uint8Array, size = 64 * 1024) =>
  async function* () {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  };

async function collect(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts);
}

const upload = (api: ApiClient, id: TicketId, fileName: string, bytes: Uint8Array, onProgress = (_n: number) => {}) =>
  api.uploadAttachment(id, { fileName, sizeBytes: bytes.length, chunks: chunksOf(bytes) }, onProgress);

describe('tickets', () => {
  it('creates one, without empty optional fields', async () => {
    const service = await ownService();
    const created = await (await clientOf(service)).createTicket({ ...newTicket, location: '  ' });
    expect(created.summary).toMatchObject({ status: 'New', title: newTicket.title, location: '' });
    expect(created.detail.description).toBe(newTicket.description);
    expect(created.correlationId).toMatch(/\S/);
    expect(service.tickets()[0]?.id).toBe(created.summary.id);
  });

  it('sends all fields that are filled in', async () => {
    const service = await ownService();
    const api = await clientOf(service);
    const filled = {
      location: 'Room 01',
      customerReference: 'MPG-1',
      notificationRecipients: 'a@b.example, c@d.example',
    };
    await api.createTicket({ ...newTicket, ...filled });
    expect(service.tickets()[0]).toMatchObject(filled);
  });

  it('changes only the given fields, and can empty one', async () => {
    const service = await ownService();
    const api = await clientOf(service);
    const { summary } = await api.createTicket({ ...newTicket, customerReference: 'MPG-1' });
    const changed = await api.updateTicket(summary.id, { customerReference: '' });
    expect(changed.detail).toMatchObject({ customerReference: '', description: newTicket.description });
    expect(changed.summary.title).toBe(newTicket.title);
  });

  it('cancels with a reason', async () => {
    const service = await ownService();
    const id = idOf(service, 'New');
    const { message } = await (await clientOf(service)).cancelTicket(id, cancelReasons[1]);
    expect(message).toBe(`ServiceTicket '${id}' has been Cancelled`);
  });

  it('passes on the server’s own message when it refuses', async () => {
    const service = await ownService();
    const api = await clientOf(service);
    await expect(api.createTicket({ ...newTicket, category: 'Parking' })).rejects.toMatchObject({
      problem: {
        kind: 'rejected',
        httpStatus: 400,
        serverMessage: expect.stringContaining('Parking'),
        correlationId: expect.any(String),
      },
    });
    await expect(api.cancelTicket(idOf(service, 'Completed'), cancelReasons[0])).rejects.toMatchObject({
      problem: { kind: 'rejected', serverMessage: expect.stringContaining('is Completed') },
    });
    await expect(api.readTicket(ticketIdSchema.parse('WO1'))).rejects.toMatchObject({ problem: { kind: 'not-found' } });
  });

  it.each(['wrapper-json', 'wrapper-xml', 'fault'] as const)(
    'passes it on from an error in the form %s',
    async (form) => {
      const service = await ownService({ errorForm: form });
      const api = await clientOf(service);
      await expect(api.createTicket({ ...newTicket, category: 'Parking' })).rejects.toMatchObject({
        problem: {
          kind: 'rejected',
          serverMessage: expect.stringMatching(/^[^<{]*Parking[^<{]*$/),
          correlationId: expect.any(String), // of the header, where the form has no room for one
        },
      });
      const unknown = ticketIdSchema.parse('WO1');
      await expect(api.readTicket(unknown)).rejects.toMatchObject({ problem: { kind: 'not-found' } });
    },
  );

  it('sends nothing that the specification does not allow', async () => {
    const service = await ownService();
    const api = await clientOf(service);
    service.clearRequests();
    const tooLong = { ...newTicket, title: 'x'.repeat(161) };
    await expect(api.createTicket(tooLong)).rejects.toMatchObject({
      problem: { kind: 'invalid-input', field: 'title' },
    });
    await expect(api.updateTicket(idOf(service, 'New'), {})).rejects.toMatchObject({
      problem: { kind: 'invalid-input' },
    });
    await expect(api.addComment(idOf(service, 'New'), ' ')).rejects.toMatchObject({
      problem: { kind: 'invalid-input' },
    });
    await expect(upload(api, idOf(service, 'New'), 'empty.txt', new Uint8Array())).rejects.toMatchObject({
      problem: { kind: 'file-empty' },
    });
    expect(service.requests).toEqual([]);
  });

  it('renews an expired token and sends the write once more', async () => {
    const service = await ownService();
    const api = await clientOf(service);
    const before = service.tickets().length;
    service.set({ clockOffsetMs: 2 * 3_600_000 });
    await api.createTicket(newTicket);
    expect(service.tickets()).toHaveLength(before + 1);
  });
});

it('comments', async () => {
  const service = await ownService();
  const api = await clientOf(service);
  const said = await api.addComment(idOf(service, 'New'), 'Is there any news?');
  expect(said).toMatchObject({ comment: 'Is there any news?', commentedOn: expect.stringMatching(/^\d{4}-/) });
  expect((await api.readTicket(idOf(service, 'New'))).detail.comments).toHaveLength(1);
});

describe('files', () => {
  it('come back as they were sent', async () => {
    const service = await ownService();
    const api = await clientOf(service);
    const id = idOf(service, 'New');
    const bytes = Buffer.from(Array.from({ length: 300_000 }, (_, index) => (index * 7) % 256));
    const progress: number[] = [];
    const fileName = 'Prüfung "A", 100 %.bin';
    const attachment = await upload(api, id, fileName, bytes, (doneBytes) => progress.push(doneBytes));
    expect(attachment.fileName).toBe(fileName);
    expect(progress.at(-1)).toBe(bytes.length);
    expect((await api.listAttachments(id)).map((each) => each.id)).toEqual([attachment.id]);
    expect(await collect(await api.downloadAttachment(id, attachment.id))).toEqual(bytes);
  });

  it('are not sent when their size has changed', async () => {
    const service = await ownService();
    const api = await clientOf(service);
    const source = { fileName: 'a.txt', sizeBytes: 10, chunks: chunksOf(new Uint8Array(11)) };
    const work = api.uploadAttachment(idOf(service, 'New'), source, () => undefined);
    await expect(work).rejects.toMatchObject({ problem: { kind: 'file-unusable' } });
  });

  it('stop when aborted', async () => {
    const service = await ownService();
    const api = await clientOf(service);
    service.set({ faults: [{ kind: 'hang' }] });
    const abort = new AbortController();
    const source = { fileName: 'a.txt', sizeBytes: 10, chunks: chunksOf(new Uint8Array(10)) };
    const work = api.uploadAttachment(idOf(service, 'New'), source, () => abort.abort(), abort.signal);
    await expect(work).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('time out when nothing is transferred, in both directions', async () => {
    const service = await ownService();
    const api = await clientOf(service, { timeLimitMs: 200 });
    const id = idOf(service, 'New');
    service.set({ faults: [{ kind: 'hang', match: { path: 'attachments' } }] });
    await expect(upload(api, id, 'a.txt', Buffer.from('abc'))).rejects.toMatchObject({ problem: { kind: 'timeout' } });
    await expect(api.downloadAttachment(id, 'x')).rejects.toMatchObject({ problem: { kind: 'timeout' } });
  });

  it('fail in the middle when the connection ends there', async () => {
    const service = await ownService({ faults: [{ kind: 'cut-off', match: { path: '/file/' } }] });
    const api = await clientOf(service);
    const download = async () => collect(await api.downloadAttachment(idOf(service, 'New'), 'x'));
    await expect(download()).rejects.toMatchObject({
      problem: { kind: expect.stringMatching(/no-conn|malformed/) },
    });
  });

  it('are refused in the server’s own words, also for their size', async () => {
    const service = await ownService({ maxAttachmentBytes: 10 });
    const api = await clientOf(service);
    await expect(upload(api, idOf(service, 'New'), 'a.bin', new Uint8Array(11))).rejects.toMatchObject({
      problem: { kind: 'file-too-large', httpStatus: 413, serverMessage: 'The file is too large.' },
    });
    await expect(api.downloadAttachment(idOf(service, 'New'), 'x')).rejects.toMatchObject({
      problem: { kind: 'not-found' },
    });
  });
});

describe('reference data', () => {
  const table = Object.entries(categoriesByRequestType).map(([name, categories]) => ({ name, categories }));

  it('holds the categories in the server’s order', async () => {
    expect(await (await clientOf(await ownService())).listCategories()).toEqual(table);
  });

  it.each(['null', 'zero-size', 'no-content', 'no-field'] as const)('has no rows where a list is %s', async (form) => {
    const service = await ownService({ emptyListForm: form });
    const api = await clientOf(service);
    const none = { tickets: [], rowCount: 0, number: 0, size: 25, totalElements: 0 };
    expect(await api.listTickets(0, 25, undefined, { status: 'Escalated' })).toMatchObject(none);
    expect(await api.listAttachments(idOf(service, 'New'))).toEqual([]);
  });

  it('holds the categories of a server that insists on a request type', async () => {
    const service = await ownService({ isRequestTypeMandatory: true });
    expect(await (await clientOf(service)).listCategories()).toEqual(table);
  });

  it('leaves the account alone where one call is not permitted', async () => {
    const service = await ownService({ faults: [{ kind: 'not-permitted', match: { path: '/v1/sites' } }] });
    await expect((await clientOf(service)).listSites()).rejects.toMatchObject({
      problem: { kind: 'not-permitted', serverMessage: 'The requested operation is not permitted for the user.' },
    });
  });

  it('holds all locations of a site, oddities included', async () => {
    const locations = await (await clientOf(await ownService())).listLocations('AMS017');
    expect(locations.length).toBeGreaterThan(40);
    const ids = new Set(locations.map((location) => location.id));
    const orphans = locations.filter(({ parentId }) => parentId !== null && !ids.has(parentId));
    expect(orphans.map((orphan) => orphan.location)).toEqual(['Storage Cage S1']);
    expect(locations.some((location) => location.parentId === null)).toBe(true);
  });
});
