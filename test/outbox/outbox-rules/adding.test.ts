/* What the user adds is written, sent and kept in the log: changes, new tickets, actions on many tickets, files. */

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { ApiClient } from '../../../electron/api/client.ts';
import { ProblemError } from '../../../electron/contract/problem.ts';
import { ownFolder } from '../../support/folder.ts';
import { aTicket, ticketId } from '../../support/tickets.ts';
import { chunksIn, create, failing, fields, ownOutbox, say } from './own-outbox.ts';

describe('a change', () => {
  it('is written with its draft removed, shown, sent and kept in the log', async () => {
    const { outbox, api, reported, shown, item, reached } = ownOutbox();
    outbox.drafts.save('comment', { form: 'comment', ticketId: ticketId(10), comment: 'Hello', changeId: null });
    const { id, ticketId: on } = outbox.add(say('Hello'), 'comment');
    expect([on, outbox.drafts.list()]).toEqual([ticketId(10), []]);
    expect(item(id)).toMatchObject({ state: 'waiting', ticketTitle: 'Cage', change: say('Hello') });
    expect(reported).toEqual(['changed WO10']);
    await reached(id, 'sent');
    expect(api.addComment).toHaveBeenCalledOnce();
    expect(reported).toEqual(['changed WO10', 'changed WO10', 'confirmed comment of WO10']);
    expect(outbox.sentOf(ticketId(10)).map((each) => each.id)).toEqual([id]);
    expect(outbox.sent(0, 10)).toMatchObject({ total: 1, items: [{ id, answer: 'Added.' }] });
    await vi.waitFor(() => expect(shown.at(-1)).toEqual([]));
  });

  it('of no draft leaves the drafts alone', async () => {
    const { outbox } = ownOutbox();
    outbox.drafts.save('comment', { form: 'comment', ticketId: ticketId(10), comment: 'Other', changeId: null });
    outbox.add(say('Hello'), null);
    expect(outbox.drafts.list()).toHaveLength(1);
  });

  it('that is a new ticket gets an id of its own, until the server gives it one', async () => {
    const { outbox, reported, item, reached, api } = ownOutbox();
    const { id, ticketId: local } = outbox.add({ ...create, fields: { ...fields, title: ' Door ' } }, null);
    expect(item(id)).toMatchObject({ ticketId: local, ticketTitle: 'Door' });
    await reached(id, 'sent');
    expect(api.createTicket).toHaveBeenCalledExactlyOnceWith(fields, expect.anything());
    expect(reported).toEqual(['changed new', 'changed new WO20', 'confirmed create of WO20']);
    expect(outbox.add(say('And', local), null).ticketId).toBe(ticketId(20));
  });

  it('of a ticket that is not known has no title, and of one that was discarded is refused', async () => {
    const { outbox, api, item } = ownOutbox();
    const { id } = outbox.add(say('Hello', ticketId(77)), null);
    expect(item(id)?.ticketTitle).toBe('');
    api.createTicket.mockImplementation(failing('no-connection'));
    const { id: created, ticketId: local } = outbox.add({ kind: 'create', fields }, null);
    await outbox.discard(created);
    expect(() => outbox.add(say('And', local), null)).toThrow('not-found');
  });

  it('is taken where the cache cannot say how its ticket is called, which is reported', async () => {
    const { outbox, cache, problems, item } = ownOutbox();
    const error = new ProblemError('cache-set-aside');
    vi.spyOn(cache, 'ticket').mockImplementation(() => {
      throw error;
    });
    const { id } = outbox.add(say('Hello'), null);
    expect([item(id)?.ticketTitle, problems]).toEqual(['', [error]]);
    expect(await outbox.attachBytes(ticketId(10), 'a.txt', Buffer.from('abc'))).toEqual({ added: 1, refused: [] });
  });

  it('that cannot be written leaves its draft', async () => {
    const { outbox, reported } = ownOutbox();
    outbox.drafts.save('comment', { form: 'comment', ticketId: ticketId(10), comment: 'Hello', changeId: null });
    vi.spyOn(outbox.drafts, 'removeSent').mockImplementation(() => {
      throw new ProblemError('disk-full');
    });
    expect(() => outbox.add(say('Hello'), 'comment')).toThrow('disk-full');
    expect([outbox.list().items, outbox.drafts.list().length, reported]).toEqual([[], 1, []]);
  });
});

describe('a new ticket of a kind', () => {
  const other = { ...create, fields: { ...fields, category: 'Other' } };

  it('that neither the server nor the specification has is not taken', async () => {
    const { outbox, cache } = ownOutbox();
    expect(() => outbox.add(other, null)).toThrow('invalid-input');
    cache.lists.saveCatalogue([{ name: 'Amenities', categories: ['Other'] }], Date.now());
    outbox.add(other, null);
    expect(outbox.list().items).toHaveLength(1);
  });

  it('is taken where the cache cannot say what there is, which is reported', async () => {
    const { outbox, cache, problems } = ownOutbox();
    const error = new ProblemError('cache-set-aside');
    vi.spyOn(cache.lists, 'catalogue').mockImplementation(() => {
      throw error;
    });
    outbox.add(other, null);
    expect([outbox.list().items.length, problems]).toEqual([1, [error]]);
  });

  it('that there is not takes no other one’s place', async () => {
    const { outbox, api, item } = ownOutbox();
    api.createTicket.mockImplementation(failing('gateway-refused'));
    const { id } = outbox.add({ kind: 'create', fields }, null);
    await expect(outbox.replace(id, other, null)).rejects.toMatchObject({ problem: { kind: 'invalid-input' } });
    expect(item(id)?.change).toMatchObject({ fields });
  });
});

describe('an action on many tickets', () => {
  it('is written with its draft removed, and sent', async () => {
    const { outbox, cache, reported } = ownOutbox();
    cache.saveListed([aTicket(11, { status: 'New' })]);
    outbox.drafts.save('many', { form: 'comment', ticketId: ticketId(10), comment: 'Hello', changeId: null });
    const ids = [10, 11].map(ticketId);
    expect(await outbox.groups.add(ids, { kind: 'comment', comment: 'Hello' }, 'many')).toMatchObject({ added: 2 });
    expect([outbox.drafts.list(), reported[0]]).toEqual([[], 'changed WO10 WO11']);
    await vi.waitFor(() => expect(outbox.sent(0, 10).total).toBe(2));
  });
});

const uploaded = {
  id: 'f1',
  fileName: 'a.txt',
  createdBy: 'Ann',
  createdOn: '2026-01-01 10:00:00',
  correlationId: null,
};

describe('a file', () => {
  it('is copied, sent and its copy removed', async () => {
    const test = ownOutbox();
    const { outbox, api, item, reported } = test;
    api.uploadAttachment.mockResolvedValue(uploaded as Awaited<ReturnType<ApiClient['uploadAttachment']>>);
    expect(await outbox.attachBytes(ticketId(10), 'a.txt', Buffer.from('abc'))).toEqual({ added: 1, refused: [] });
    await vi.waitFor(() => expect(reported).toContain('confirmed attachment of WO10'));
    const [sent] = outbox.sentOf(ticketId(10));
    expect(sent && item(sent.id)).toMatchObject({ change: { kind: 'attachment', fileName: 'a.txt', sizeBytes: 3 } });
    await vi.waitFor(() => expect(chunksIn(test)).toBe(0));
  });

  it('on the disk is read from there', async () => {
    const { outbox, api } = ownOutbox();
    api.uploadAttachment.mockImplementation(failing('no-connection'));
    const path = join(await ownFolder(), 'b.txt');
    await writeFile(path, 'content');
    expect(await outbox.attachPaths(ticketId(10), [path])).toEqual({ added: 1, refused: [] });
    expect(outbox.list().items).toMatchObject([{ change: { fileName: 'b.txt', sizeBytes: 7 } }]);
  });

  it('of a size that was refused is put before the user instead of being sent', async () => {
    const { outbox, api } = ownOutbox();
    api.uploadAttachment.mockImplementation(failing('file-too-large'));
    const attach = (bytes: number) => outbox.attachBytes(ticketId(10), `${bytes}`, Buffer.alloc(bytes));
    await attach(10);
    await vi.waitFor(() => expect(outbox.list().items).toMatchObject([{ state: 'refused' }]));
    api.uploadAttachment.mockClear();
    await attach(11);
    const [, refused] = outbox.list().items;
    expect(refused).toMatchObject({
      state: 'refused',
      problem: { kind: 'file-too-large' },
      answeredAtMs: refused?.createdAtMs,
    });
    expect(api.uploadAttachment).not.toHaveBeenCalled();
  });

  it('shows how much of it was sent', async () => {
    const { outbox, api, shown } = ownOutbox();
    let goOn: () => void = () => undefined;
    api.uploadAttachment.mockImplementation(async (_id, _file, onProgress) => {
      onProgress(2);
      await new Promise<void>((resolve) => {
        goOn = resolve;
      });
      throw new ProblemError('no-connection');
    });
    await outbox.attachBytes(ticketId(10), 'a.txt', Buffer.from('abc'));
    await vi.waitFor(() => expect(shown.at(-1)).toMatchObject([{ progress: { doneBytes: 2, totalBytes: 3 } }]));
    goOn();
  });
});
