import { expect, it } from 'vitest';
import type { FormChange } from '../../electron/contract/change.ts';
import { type ChangeId, changeIdSchema } from '../../electron/contract/ids.ts';
import { problemOf } from '../../electron/contract/problem.ts';
import type { DemoService } from '../../electron/demo/service.ts';
import {
  create,
  eventually,
  itemIn,
  kindOf,
  openTicket,
  ownOutbox,
  reached,
  type TestOutbox,
} from '../support/outbox.ts';
import { ownService } from '../support/session.ts';

const comment = (service: DemoService, text: string, place = 0): FormChange => ({
  kind: 'comment',
  ticketId: openTicket(service, place).id,
  comment: text,
});
/** No request gets through, so none has any effect. */
const blocked = [{ kind: 'gateway-401' as const }];
/** Long delays: no change is being sent again when the test goes on. */
const patient = { retryPolicy: { firstRetryMs: 60_000, longestRetryMs: 60_000 } };

/** Waits until a change has failed. */
const tried = (test: TestOutbox, id: ChangeId) =>
  eventually(() => expect(itemIn(test, id)).toMatchObject({ state: 'waiting', problem: { kind: 'gateway-refused' } }));

/** Leaves the draft of a comment that is to take a change's place. */
const draftBetter = ({ outbox }: TestOutbox, service: DemoService, changeId: ChangeId) =>
  outbox.drafts.save('edit', { form: 'comment', ticketId: openTicket(service).id, comment: 'better', changeId });

const commentsIn = (service: DemoService) =>
  service.tickets().flatMap(({ comments }) => comments.map((said) => said.comment));

it('replaces what waits in its place of the order, and removes the draft in the same step', async () => {
  const service = await ownService();
  const test = await ownOutbox(service, patient);
  service.set({ faults: blocked });
  const { id: first } = test.outbox.add(comment(service, 'first'), null);
  const { id: second } = test.outbox.add(comment(service, 'second'), null);
  draftBetter(test, service, first);
  await test.outbox.replace(first, comment(service, 'better'), 'edit');
  expect(test.outbox.drafts.list()).toEqual([]);
  service.set({ faults: [] });
  test.outbox.wake();
  await reached(test, second, { state: 'sent' });
  expect(commentsIn(service).slice(-2)).not.toContain('first');
  expect(
    openTicket(service)
      .comments.slice(-2)
      .map((said) => said.comment),
  ).toEqual(['better', 'second']);
});

it('replaces what was refused, and sends it again', async () => {
  const service = await ownService();
  const test = await ownOutbox(service);
  const { id, ticketId } = test.outbox.add(create(service, { site: 'XXX001', title: 'Old title' }), null);
  const { id: hanging } = test.outbox.add({ kind: 'comment', ticketId, comment: 'And this' }, null);
  await reached(test, id, { state: 'refused' });
  await test.outbox.replace(id, create(service, { title: 'New title' }), null);
  expect(itemIn(test, hanging)?.ticketTitle).toBe('New title');
  await reached(test, hanging, { state: 'sent' });
  expect(service.tickets()[0]?.title).toBe('New title');
});

it('does not replace what was discarded: it says so, names the change, and keeps the draft', async () => {
  const service = await ownService();
  const test = await ownOutbox(service, patient);
  service.set({ faults: blocked });
  const { id } = test.outbox.add(comment(service, 'first'), null);
  draftBetter(test, service, id);
  await test.outbox.discard(id);
  const problem = await test.outbox.replace(id, comment(service, 'better'), 'edit').then(() => null, problemOf);
  expect(problem).toMatchObject({ kind: 'change-discarded', message: expect.stringContaining('meantime') });
  expect(problem?.todo).toContain('Make it a new change');
  expect(test.outbox.drafts.list()).toHaveLength(1);
});

it('does not replace what has left, and keeps the draft', async () => {
  const service = await ownService();
  const test = await ownOutbox(service);
  const { id } = test.outbox.add(comment(service, 'gone'), null);
  draftBetter(test, service, id);
  await reached(test, id, { state: 'sent' });
  expect(await kindOf(test.outbox.replace(id, comment(service, 'better'), 'edit'))).toBe('change-sent');
  expect(test.outbox.drafts.list()).toHaveLength(1);

  service.set({ faults: [{ kind: 'hang', match: { path: '/comments' } }] });
  const { id: leaving } = test.outbox.add(comment(service, 'leaving'), null);
  await eventually(() => expect(itemIn(test, leaving)?.state).toBe('sending'));
  expect(await kindOf(test.outbox.replace(leaving, comment(service, 'better'), 'edit'))).toBe('change-sent');
});

it('does not put a change of another kind or ticket in the place of one', async () => {
  const service = await ownService();
  const test = await ownOutbox(service, patient);
  service.set({ faults: blocked });
  const { id } = test.outbox.add(comment(service, 'one'), null);
  await tried(test, id);
  expect(await kindOf(test.outbox.replace(id, comment(service, 'one', 1), null))).toBe('invalid-input');
  expect(await kindOf(test.outbox.replace(id, create(service), null))).toBe('invalid-input');
  const unknown = changeIdSchema.parse('6f5ad5bb-6d86-4d32-9d3f-0d2bb6ea0a51');
  expect(await kindOf(test.outbox.replace(unknown, create(service), null))).toBe('change-discarded');
});

it('discards what waits, with its file', async () => {
  const service = await ownService();
  const test = await ownOutbox(service, patient);
  service.set({ faults: blocked });
  await test.outbox.attachBytes(openTicket(service).id, 'a.txt', Buffer.from('a'));
  const [item] = test.outbox.list().items;
  if (!item) throw new Error('nothing was attached');
  await tried(test, item.id);
  await test.outbox.discard(item.id);
  service.set({ faults: [] });
  test.outbox.wake();
  const { id } = test.outbox.add(comment(service, 'after'), null);
  await reached(test, id, { state: 'sent' });
  expect(service.attachments(openTicket(service).id).map(({ filename }) => filename)).not.toContain('a.txt');
});

it('aborts a change that is discarded while it is sent, and searches for it: what arrived stays, and is reported', async () => {
  const service = await ownService();
  const test = await ownOutbox(service);
  service.set({ faults: [{ kind: 'hang-after', match: { path: '/comments' } }] });
  const { id } = test.outbox.add(comment(service, 'arrived'), null);
  await eventually(() => expect(commentsIn(service)).toContain('arrived'));
  expect(await kindOf(test.outbox.discard(id))).toBe('change-sent');
  expect(itemIn(test, id)?.state).toBe('sent');
});

it('aborts a change that is discarded while it is sent, and searches for it: what did not arrive is removed', async () => {
  const service = await ownService();
  const test = await ownOutbox(service);
  service.set({ faults: [{ kind: 'hang', match: { path: '/comments' } }] });
  const { id } = test.outbox.add(comment(service, 'lost'), null);
  await eventually(() => expect(itemIn(test, id)?.state).toBe('sending'));
  await test.outbox.discard(id);
  expect(itemIn(test, id)).toBeUndefined();
  expect(commentsIn(service)).not.toContain('lost');
});

it('keeps what may have arrived when it is discarded and the server cannot be asked', async () => {
  const service = await ownService();
  const test = await ownOutbox(service, { retryPolicy: { searchDelaysMs: [60_000] } });
  service.set({ faults: [{ kind: 'drop-after', match: { path: '/comments' } }] });
  const { id } = test.outbox.add(comment(service, 'arrived'), null);
  await reached(test, id, { state: 'unconfirmed' });
  service.set({ faults: blocked });
  expect(await kindOf(test.outbox.discard(id))).toBe('gateway-refused');
  expect(itemIn(test, id)?.state).toBe('unconfirmed');
  service.set({ faults: [] });
  expect(await kindOf(test.outbox.discard(id))).toBe('change-sent');
});

it('says that the account was closed when that breaks off the search for what is discarded', async () => {
  const service = await ownService();
  const test = await ownOutbox(service);
  service.set({ faults: [{ kind: 'hang', match: { path: '/comments' } }] });
  const { id } = test.outbox.add(comment(service, 'lost'), null);
  await eventually(() => expect(itemIn(test, id)?.state).toBe('sending'));
  service.set({ faults: [{ kind: 'hang' }] });
  const asked = service.requests.length;
  const discarded = kindOf(test.outbox.discard(id));
  await eventually(() => expect(service.requests.length).toBeGreaterThan(asked));
  await test.outbox.close();
  expect(await discarded).toBe('no-open-account');
});

it('says the same while it waits for the next look', async () => {
  const service = await ownService();
  const test = await ownOutbox(service, { retryPolicy: { discardSearchDelaysMs: [60_000] } });
  service.set({ faults: [{ kind: 'hang', match: { path: '/comments' } }] });
  const { id } = test.outbox.add(comment(service, 'lost'), null);
  await eventually(() => expect(itemIn(test, id)?.state).toBe('sending'));
  const discarded = kindOf(test.outbox.discard(id));
  await test.outbox.close();
  expect(await discarded).toBe('no-open-account');
});
