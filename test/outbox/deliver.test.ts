/* The call that each change makes, and what is kept of its answer, by itself; `sender.test.ts` has the whole outbox do it. */

import { describe, expect, it, vi } from 'vitest';
import type { ApiClient } from '../../electron/api/client.ts';
import type { Change } from '../../electron/contract/change.ts';
import { emptyNewTicket } from '../../electron/contract/fields.ts';
import { ProblemError, type ProblemKind, problem } from '../../electron/contract/problem.ts';
import { Deliverer, refusalOf } from '../../electron/outbox/deliver.ts';
import type { FileChunks } from '../../electron/outbox/file-chunks.ts';
import type { FileLimit } from '../../electron/outbox/file-limit.ts';
import { aStoredChange, changeIdOf } from '../support/stored-change.ts';
import { aDetail, aTicket, ticketId } from '../support/tickets.ts';

const { signal } = new AbortController();
const correlationId = 'id-of-the-call';
const onProgress = () => undefined;
const said = { comment: 'Before', commentedBy: 'Jane', commentedOn: '2026-01-01 10:00:00' };
const before = { summary: aTicket(10, { status: 'New' }), detail: aDetail({ comments: [said] }) };

/** A deliverer over a server of which each call is what the test says. */
function own() {
  const api = {
    createTicket: vi.fn<ApiClient['createTicket']>(),
    updateTicket: vi.fn<ApiClient['updateTicket']>(),
    cancelTicket: vi.fn<ApiClient['cancelTicket']>(),
    addComment: vi.fn<ApiClient['addComment']>(),
    uploadAttachment: vi.fn<ApiClient['uploadAttachment']>(),
  };
  const limit = { noteTaken: vi.fn<FileLimit['noteTaken']>(), noteRefused: vi.fn<FileLimit['noteRefused']>() };
  const chunks = {
    read: async function* (id: string) {
      yield Buffer.from(`of ${id}`);
    },
  };
  const deliverer = new Deliverer(
    api as unknown as ApiClient,
    chunks as unknown as FileChunks,
    limit as unknown as FileLimit,
  );
  const deliver = (change: Change, ticket: typeof before | null = null) =>
    deliverer.deliver(aStoredChange(1, 10, 'waiting', { change }), ticket, onProgress, signal);
  return { api, limit, deliver };
}

describe('a new ticket', () => {
  const fields = { ...emptyNewTicket, title: 'Door', description: 'Ajar' };
  const ticket = { summary: aTicket(12, { title: 'Door' }), detail: aDetail({ description: 'Ajar' }) };

  it('is kept as the server holds it, with the id that it got', async () => {
    const { api, deliver } = own();
    api.createTicket.mockResolvedValue({ ...ticket, correlationId });
    expect(await deliver({ kind: 'create', fields })).toEqual({
      confirmation: {
        ...{ serverRef: 'WO12', answer: 'Created as WO12.', correlationId },
        echo: { text: 'Door', author: 'Jane Doe', madeOn: ticket.summary.createdOn },
      },
      ticket,
    });
    expect(api.createTicket).toHaveBeenCalledExactlyOnceWith(fields, signal);
  });

  it('says what the server made of its texts', async () => {
    const { api, deliver } = own();
    api.createTicket.mockResolvedValue({ ...ticket, summary: aTicket(12, { title: 'Gate' }), correlationId });
    expect((await deliver({ kind: 'create', fields })).confirmation.answer).toBe(
      'Created as WO12. The server changed the title: it is now “Gate”.',
    );
  });
});

describe('an edit', () => {
  const change: Change = { kind: 'update', ticketId: ticketId(10), fields: { title: 'Door' }, base: { title: 'Old' } };
  const answered = (title: string, comments = [said]) => ({
    ...{ summary: aTicket(10, { title }), detail: aDetail({ comments }), correlationId },
  });

  it('is kept with the ticket of the answer', async () => {
    const { api, deliver } = own();
    const other = { ...said, comment: 'New' };
    api.updateTicket.mockResolvedValue(answered('Door', [other]));
    expect(await deliver(change, before)).toEqual({
      confirmation: { serverRef: null, answer: 'Changed.', correlationId },
      ticket: { summary: aTicket(10, { title: 'Door' }), detail: aDetail({ comments: [other] }) },
    });
    expect(api.updateTicket).toHaveBeenCalledExactlyOnceWith(ticketId(10), { title: 'Door' }, signal);
  });

  it('keeps the known comments where the answer has none', async () => {
    const { api, deliver } = own();
    api.updateTicket.mockResolvedValue(answered('Door', []));
    expect((await deliver(change, before)).ticket?.detail).toEqual(aDetail({ comments: [said] }));
    expect((await deliver(change)).ticket?.detail).toEqual(aDetail());
  });

  it('says what the server made of its texts', async () => {
    const { api, deliver } = own();
    api.updateTicket.mockResolvedValue(answered('Gate'));
    const { confirmation } = await deliver(change, before);
    expect(confirmation.answer).toBe('Changed. The server changed the title: it is now “Gate”.');
  });
});

describe('a cancellation', () => {
  const change: Change = { kind: 'cancel', ticketId: ticketId(10), reason: 'Duplicate request' };

  it('is kept with the server’s words, and the ticket as it must be then', async () => {
    const { api, deliver } = own();
    api.cancelTicket.mockResolvedValue({ message: 'Done.', correlationId });
    expect(await deliver(change, before)).toEqual({
      confirmation: { serverRef: null, answer: 'Done.', correlationId },
      ticket: {
        summary: { ...before.summary, status: 'Cancelled' },
        detail: { ...before.detail, cancelReason: 'Duplicate request' },
      },
    });
    expect(api.cancelTicket).toHaveBeenCalledExactlyOnceWith(ticketId(10), 'Duplicate request', signal);
  });

  it('is kept in other words where the server has none, and without a ticket that was not read', async () => {
    const { api, deliver } = own();
    api.cancelTicket.mockResolvedValue({ message: '', correlationId });
    expect(await deliver(change)).toEqual({
      confirmation: { serverRef: null, answer: 'Cancelled.', correlationId },
      ticket: null,
    });
  });
});

it.each([
  ['Words', 'Added.'],
  ['Other', 'Added. The server changed the text: it is now “Other”.'],
])('keeps who made a comment and when, and what became of its text: %s', async (comment, answer) => {
  const { api, deliver } = own();
  api.addComment.mockResolvedValue({ ...said, comment, correlationId });
  expect(await deliver({ kind: 'comment', ticketId: ticketId(10), comment: 'Words' }, before)).toEqual({
    confirmation: {
      ...{ serverRef: said.commentedOn, answer, correlationId },
      echo: { text: comment, author: 'Jane', madeOn: said.commentedOn },
    },
    ticket: before,
  });
  expect(api.addComment).toHaveBeenCalledExactlyOnceWith(ticketId(10), 'Words', signal);
});

describe('a file', () => {
  const change: Change = { kind: 'attachment', ticketId: ticketId(10), fileName: 'plan.pdf', sizeBytes: 1_000 };
  const stored = { id: 'file', fileName: 'plan.pdf', createdBy: 'Jane', createdOn: '2026-01-01 10:00:00' };
  const answered = (fileName: string) =>
    ({ ...stored, fileName, correlationId }) as Awaited<ReturnType<ApiClient['uploadAttachment']>>;

  it.each([
    ['plan.pdf', 'Attached.'],
    ['plan_1.pdf', 'Attached. The server named it “plan_1.pdf”.'],
  ])('is sent from its copy, and kept under the name that it got: %s', async (fileName, answer) => {
    const { api, limit, deliver } = own();
    api.uploadAttachment.mockResolvedValue(answered(fileName));
    expect(await deliver(change, before)).toEqual({
      confirmation: {
        ...{ serverRef: 'file', answer, correlationId },
        echo: { text: fileName, author: 'Jane', madeOn: '2026-01-01 10:00:00' },
      },
      ticket: null,
    });
    const [id, source, ...others] = api.uploadAttachment.mock.calls[0] ?? [];
    expect([id, others]).toEqual([ticketId(10), [onProgress, signal]]);
    expect(source).toMatchObject({ fileName: 'plan.pdf', sizeBytes: 1_000 });
    const bytes: Uint8Array[] = [];
    for await (const chunk of source?.chunks() ?? []) bytes.push(chunk);
    expect(Buffer.concat(bytes).toString()).toBe(`of ${changeIdOf(1)}`);
    expect(limit.noteTaken).toHaveBeenCalledExactlyOnceWith(1_000);
    expect(limit.noteRefused).not.toHaveBeenCalled();
  });

  it('that is too large is remembered, and one that fails otherwise is not', async () => {
    const { api, limit, deliver } = own();
    const other = new ProblemError('no-connection');
    api.uploadAttachment.mockRejectedValue(other);
    await expect(deliver(change)).rejects.toBe(other);
    expect(limit.noteRefused).not.toHaveBeenCalled();
    const tooLarge = new ProblemError('file-too-large');
    api.uploadAttachment.mockRejectedValue(tooLarge);
    await expect(deliver(change)).rejects.toBe(tooLarge);
    expect(limit.noteRefused).toHaveBeenCalledExactlyOnceWith(1_000);
    expect(limit.noteTaken).not.toHaveBeenCalled();
  });
});

describe('a refusal', () => {
  const details = { serverMessage: 'No', httpStatus: 404, correlationId };
  const refused = (on: number | 'create', kind: ProblemKind) => refusalOf(aStoredChange(1, on), problem(kind, details));

  it('of a new ticket that is “not found” is a missing permission, with what the server said', () => {
    expect(refused('create', 'not-found')).toEqual(problem('no-permission', details));
  });

  it('is otherwise what the server says', () => {
    expect(refused('create', 'rejected')).toEqual(problem('rejected', details));
    expect(refused(10, 'not-found')).toEqual(problem('not-found', details));
  });
});
