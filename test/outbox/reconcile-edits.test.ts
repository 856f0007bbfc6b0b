import { expect, it } from 'vitest';
import type { FormChange } from '../../electron/contract/change.ts';
import { mergeTheirs } from '../../electron/contract/edit-merge.ts';
import type { DemoService } from '../../electron/demo/service.ts';
import { clientOf } from '../support/client.ts';
import { create, eventually, itemIn, openTicket, ownOutbox, reached } from '../support/outbox.ts';
import { ownService } from '../support/session.ts';

/** Makes a change from another computer. */
async function elsewhere(service: DemoService, change: FormChange) {
  const other = await ownOutbox(service);
  await reached(other, other.outbox.add(change, null).id, { state: 'sent' });
}

/** A client whose edits of the open ticket the server stores in its own way; the answers are lost. */
const altering = (service: DemoService, alter: () => { title: string }) =>
  clientOf(service, {
    fetch: async (input, init) => {
      const response = await fetch(input, init);
      if (!(input instanceof Request && input.method === 'PUT')) return response;
      service.changeTicket(openTicket(service).id, alter());
      throw new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'ECONNRESET' }) });
    },
  });

const edit = (service: DemoService, fields: Record<string, string>): FormChange => {
  const { id: ticketId, title, description } = openTicket(service);
  return { kind: 'update', ticketId, fields, base: { title, description } };
};

it('refuses an edit of what somebody else changed meanwhile, and shows both', async () => {
  const service = await ownService();
  const test = await ownOutbox(service);
  const ours = edit(service, { title: 'Ours', description: 'Our description' });
  await elsewhere(service, edit(service, { title: 'Theirs' }));
  const { id } = test.outbox.add(ours, null);
  const item = await reached(test, id, { state: 'refused' });
  expect(item.problem?.kind).toBe('conflict');
  expect(item.conflict?.title).toBe('Theirs');
  expect(openTicket(service).title).toBe('Theirs');

  // The user chose: the form was opened anew on what the server holds.
  const chosen = { ...ours, base: { ...item.conflict } };
  await test.outbox.replace(id, chosen, null);
  await reached(test, id, { state: 'sent' });
  expect(openTicket(service)).toMatchObject({ title: 'Ours', description: 'Our description' });
});

it('sends an edit of other fields than somebody else changed, and one that wants the same', async () => {
  const service = await ownService();
  const test = await ownOutbox(service);
  const [other, same] = [edit(service, { description: 'Ours' }), edit(service, { title: 'Theirs' })];
  await elsewhere(service, edit(service, { title: 'Theirs' }));
  await reached(test, test.outbox.add(other, null).id, { state: 'sent' });
  await reached(test, test.outbox.add(same, null).id, { state: 'sent' });
  expect(openTicket(service)).toMatchObject({ title: 'Theirs', description: 'Ours' });
});

it('takes an edit that begins where one before it ends, without an answer in between', async () => {
  const service = await ownService({ faults: [{ kind: 'drop-after', match: { method: 'PUT' }, times: 1 }] });
  const test = await ownOutbox(service);
  const first = edit(service, { title: 'First' });
  test.outbox.add(first, null);
  const second = { ...edit(service, { title: 'Second' }), base: { title: 'First' } };
  await reached(test, test.outbox.add(second, null).id, { state: 'sent' });
  expect(openTicket(service).title).toBe('Second');
});

/** An outbox with an edit that waits, and another that was made on top of it: as the window shows the ticket by then. */
async function editOnTop(first: Record<string, string>) {
  const service = await ownService();
  const { id: ticketId } = openTicket(service);
  service.changeTicket(ticketId, { customerReference: '' });
  const test = await ownOutbox(service);
  service.set({ faults: [{ kind: 'gateway-401' }] });
  const before = openTicket(service);
  const base = { title: before.title, customerReference: '' };
  const { id } = test.outbox.add({ kind: 'update', ticketId, fields: first, base }, null);
  const { title = before.title, customerReference = '' } = first;
  const fields = { title: 'Second', customerReference: 'R2' };
  const { id: next } = test.outbox.add({ kind: 'update', ticketId, fields, base: { title, customerReference } }, null);
  const goesOut = async () => {
    service.set({ faults: [] });
    test.outbox.wake();
    await reached(test, next, { state: 'sent' });
    expect(openTicket(service)).toMatchObject(fields);
  };
  return { service, ...test, ticketId, base, id, goesOut };
}

it('an edit on top of one that is discarded conflicts with nobody', async () => {
  const test = await editOnTop({ title: 'First', customerReference: 'R1' });
  await test.outbox.discard(test.id);
  await test.goesOut();
});

it('an edit on top of one that is discarded conflicts with what somebody else wrote', async () => {
  const test = await editOnTop({ title: 'First' });
  await test.outbox.discard(test.id);
  test.service.set({ faults: [] });
  test.service.changeTicket(test.ticketId, { title: 'Theirs' });
  test.outbox.wake();
  await eventually(() =>
    expect(test.outbox.list().items).toMatchObject([{ state: 'refused', conflict: { title: 'Theirs' } }]),
  );
});

it('an edit on top of one that is rewritten conflicts with nobody', async () => {
  const test = await editOnTop({ title: 'First', customerReference: 'R1' });
  const { ticketId, base } = test;
  await test.outbox.replace(test.id, { kind: 'update', ticketId, fields: { title: 'Better' }, base }, null);
  await test.goesOut();
});

it('an edit on top of one that the server refuses waits for what the user makes of that', async () => {
  const test = await editOnTop({ title: 'First', customerReference: 'R1' });
  test.service.set({ faults: [{ kind: 'not-permitted', match: { method: 'PUT' } }] });
  test.outbox.wake();
  await reached(test, test.id, { state: 'refused' });
  const { id: comment } = test.outbox.add({ kind: 'comment', ticketId: test.ticketId, comment: 'Said' }, null);
  await reached(test, comment, { state: 'sent' }); // which holds up nothing else
  expect(test.outbox.list().items).toMatchObject([{ state: 'refused' }, { state: 'waiting', problem: null }]);
  await test.outbox.discard(test.id);
  await test.goesOut();
});

it('an edit on top of a new ticket that is rewritten conflicts with nobody', async () => {
  const service = await ownService();
  const test = await ownOutbox(service);
  service.set({ faults: [{ kind: 'gateway-401' }] });
  const { id, ticketId } = test.outbox.add(create(service, { title: 'First' }), null);
  const onTop = { kind: 'update', ticketId, fields: { title: 'Second' }, base: { title: 'First' } } as const;
  const { id: next } = test.outbox.add(onTop, null);
  await test.outbox.replace(id, create(service, { title: 'Better' }), null);
  service.set({ faults: [] });
  test.outbox.wake();
  await reached(test, next, { state: 'sent' });
  expect(service.tickets()[0]?.title).toBe('Second');
});

it('an edit keeps the comments that the answer leaves out', async () => {
  const service = await ownService();
  const test = await ownOutbox(service);
  const { id } = openTicket(service);
  await reached(test, test.outbox.add({ kind: 'comment', ticketId: id, comment: 'Said before' }, null).id, {
    state: 'sent',
  });
  await reached(test, test.outbox.add(edit(service, { title: 'New' }), null).id, { state: 'sent' });
  expect(test.outbox.tickets.ticket(id)?.detail?.comments.map((said) => said.comment)).toContain('Said before');
});

it('edits and cancels no closed ticket, and says so', async () => {
  const service = await ownService();
  const test = await ownOutbox(service);
  const ours = edit(service, { title: 'Ours' });
  const { id: ticketId } = openTicket(service);
  await elsewhere(service, { kind: 'cancel', ticketId, reason: 'Duplicate request' });
  const { id } = test.outbox.add(ours, null);
  await reached(test, id, { state: 'refused' });
  expect(itemIn(test, id)?.problem).toMatchObject({
    kind: 'ticket-closed',
    message: expect.stringContaining('Cancelled'),
  });

  const { id: cancel } = test.outbox.add({ kind: 'cancel', ticketId, reason: 'Duplicate request' }, null);
  expect((await reached(test, cancel, { state: 'sent' })).answer).toMatch(/already cancelled/);
});

it('says that the server does not know the ticket any more', async () => {
  const service = await ownService();
  const test = await ownOutbox(service);
  const ours = edit(service, { title: 'Ours' });
  service.removeTicket(openTicket(service).id);
  const item = await reached(test, test.outbox.add(ours, null).id, { state: 'refused' });
  expect(item.problem?.kind).toBe('not-found');
});

const held = { title: 'Door', description: 'Ajar.', customerReference: '', notificationRecipients: '' };

it.each([
  ['description', 'It closes now.\nThanks.', 'It closes now.\r\nThanks. ', false],
  ['notificationRecipients', 'a@b.example, c@d.example', 'a@b.example,c@d.example', false],
  ['description', 'It closes now.', 'It closes  now.', true],
  ['notificationRecipients', 'a@b.example', 'a@b.example, c@d.example', true],
] as const)(
  'agrees with the form on a conflict of %s between %j and %j: %s',
  async (field, mine, theirs, isConflict) => {
    const inForm = mergeTheirs({ ...held, [field]: mine }, held, { ...held, [field]: theirs });
    expect(inForm.conflicts).toEqual(isConflict ? [field] : []);

    const service = await ownService();
    const test = await ownOutbox(service);
    const { id: ticketId, [field]: before } = openTicket(service);
    const changeTo = (text: string): FormChange => ({
      kind: 'update',
      ticketId,
      fields: { [field]: text },
      base: { [field]: before },
    });
    await elsewhere(service, changeTo(theirs));
    const { id } = test.outbox.add(changeTo(mine), null);
    const item = await reached(test, id, { state: isConflict ? 'refused' : 'sent' });
    expect(item.problem?.kind).toBe(isConflict ? 'conflict' : undefined);
  },
);

it('finds an edit whose answer was lost in the server’s own spelling, and takes the next one for no conflict', async () => {
  const service = await ownService();
  const { id: ticketId, title } = openTicket(service);
  const api = await clientOf(service, {
    fetch: async (input, init) => {
      const response = await fetch(input, init);
      if (input instanceof Request && input.method === 'PUT') {
        const now = openTicket(service);
        service.changeTicket(ticketId, { title: now.title.normalize('NFC').replace(/ +/g, ' ') });
      }
      return response;
    },
  });
  const test = await ownOutbox(service, { api });
  service.set({ faults: [{ kind: 'drop-after', match: { method: 'PUT' }, times: 1 }] });
  const first = { kind: 'update', ticketId, fields: { title: ' Gru\u0308n  A' }, base: { title } } as const;
  const { id } = test.outbox.add(first, null);
  const next = { ...first, fields: { title: 'Another' }, base: { title: first.fields.title } };
  const { id: nextId } = test.outbox.add(next, null);
  expect((await reached(test, id, { state: 'sent' })).answer).toBe('The ticket has these values.');
  await reached(test, nextId, { state: 'sent' });
  expect(openTicket(service).title).toBe('Another');
});

it.each(['create', 'update'])(
  'what the server makes of the texts of a %s is no conflict for the next edit',
  async (kind) => {
    const service = await ownService();
    // The specification's samples show names in the place of the addresses that were sent.
    const named = (text: string) => text.replaceAll('a@b.example', 'Ann Bee');
    const api = await clientOf(service, {
      fetch: async (input, init) => {
        const isWrite = input instanceof Request && /^(POST|PUT)$/.test(input.method) && /tickets/.test(input.url);
        const response = await fetch(input, init);
        if (!isWrite) return response;
        for (const { id, notificationRecipients } of service.tickets()) {
          service.changeTicket(id, { notificationRecipients: named(notificationRecipients) });
        }
        return new Response(named(await response.text()), response);
      },
    });
    const test = await ownOutbox(service, { api });
    service.set({ faults: [{ kind: 'gateway-401' }] });
    const { id: of, notificationRecipients } = openTicket(service);
    const fields = { notificationRecipients: 'a@b.example' };
    const first: FormChange =
      kind === 'create'
        ? create(service, fields)
        : { kind: 'update', ticketId: of, fields, base: { notificationRecipients } };
    const { id, ticketId } = test.outbox.add(first, null);
    const more = { notificationRecipients: 'a@b.example, c@d.example' };
    const { id: next } = test.outbox.add({ kind: 'update', ticketId, fields: more, base: fields }, null);
    service.set({ faults: [] });
    test.outbox.send(id);
    await reached(test, next, { state: 'sent' });
    expect(openTicket(service).notificationRecipients).toContain('c@d.example');
  },
);

it('what a ticket holds that was found only later may be somebody else’s, and stays a conflict', async () => {
  const service = await ownService();
  const api = await clientOf(service, {
    fetch: async (input, init) => {
      const isCreate = input instanceof Request && input.method === 'POST' && /tickets/.test(input.url);
      return await fetch(input, init).catch((error: unknown) => {
        const [made] = service.tickets();
        if (isCreate && made) service.changeTicket(made.id, { notificationRecipients: 'theirs@b.example' });
        throw error;
      });
    },
  });
  const test = await ownOutbox(service, { api });
  service.set({ faults: [{ kind: 'drop-after', match: { method: 'POST' }, times: 1 }] });
  const fields = { notificationRecipients: 'a@b.example' };
  const { ticketId } = test.outbox.add(create(service, fields), null);
  const more = { notificationRecipients: 'a@b.example, c@d.example' };
  const { id } = test.outbox.add({ kind: 'update', ticketId, fields: more, base: fields }, null);
  const { conflict } = await reached(test, id, { state: 'refused' });
  expect(conflict).toEqual({ notificationRecipients: 'theirs@b.example' });
});

it.each([
  ['Grün klemmt seit gestern', 'Gruen klemmt seit gestern', 'something like your edit'],
  ['Grün klemmt seit gestern', 'Grün klemmt', 'something like your edit'],
  ['Grün klemmt seit gestern', 'Another matter', 'Someone else changed the ticket'],
])('an edit to %j whose answer was lost, where the ticket then holds %j: %s', async (typed, stored, words) => {
  const service = await ownService();
  const test = await ownOutbox(service, { api: await altering(service, () => ({ title: stored })) });
  const { id } = test.outbox.add(edit(service, { title: typed }), null);
  const { problem, conflict } = await reached(test, id, { state: 'refused' });
  expect(problem).toMatchObject({ kind: 'conflict', message: expect.stringContaining(words) });
  expect(conflict?.title).toBe(stored);
});

it('still knows after a refusal that an edit was sent: what the server made of it is no conflict', async () => {
  const service = await ownService();
  const { id: ticketId, title } = openTicket(service);
  const api = await altering(service, () => {
    service.set({ faults: [{ kind: 'not-permitted', match: { path: ticketId } }] });
    return { title: 'Grün A' };
  });
  const test = await ownOutbox(service, { api });
  const change = { kind: 'update', ticketId, fields: { title: 'Gru\u0308n  A' }, base: { title } } as const;
  const { id } = test.outbox.add(change, null);
  expect((await reached(test, id, { state: 'refused' })).problem?.kind).toBe('not-permitted');
  service.set({ faults: [] });
  test.outbox.send(id);
  expect((await reached(test, id, { state: 'sent' })).answer).toBe('The ticket has these values.');
});

it('sends an edited title without the white space around it', async () => {
  const service = await ownService();
  const test = await ownOutbox(service);
  await reached(test, test.outbox.add(edit(service, { title: ' Padded ' }), null).id, { state: 'sent' });
  expect(openTicket(service).title).toBe('Padded');
});
