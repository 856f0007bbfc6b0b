import './install.ts';
import { afterAll, afterEach, expect, it, vi } from 'vitest';
import { ApiClient } from '../../electron/api/client.ts';
import { KeptFiles } from '../../electron/attachments/kept-files.ts';
import { ChangeTable } from '../../electron/outbox/change-table.ts';
import { Drafts } from '../../electron/outbox/drafts.ts';
import { Reconciler } from '../../electron/outbox/reconcile.ts';
import { TicketMarks } from '../../electron/personal/ticket-marks.ts';
import { Secrets } from '../../electron/session/secrets.ts';
import { TicketRecords } from '../../electron/store/ticket-records.ts';
import { endSimulation, run } from './run.ts';
import type { Schedule, Step } from './schedule.ts';

afterAll(endSimulation);

afterEach(() => {
  vi.restoreAllMocks();
});

/** A day on which these things happen, at a server without oddities. */
const day = (...steps: Step[]): Schedule => ({
  chance: 1,
  isFresh: false,
  keepsFiles: false,
  speed: 'usual',
  dialect: {
    ...{ errorForm: 'json', emptyListForm: 'array', lastFlag: 'right', order: 'newest-first', pageCap: 100 },
    ...{ hasFeed: false, hasOddRows: false, doubledRows: 0, commentDelayMs: 0, ticketDelayMs: 0 },
    ...{ tokenLifetimeS: 3_599, reusesTokenUntilS: 0 },
  },
  steps,
});

const create: Step = { do: 'create', text: 'same words' };
const comment: Step = { do: 'comment', ticket: 0, text: 'same words' };
const aWhile: Step = { do: 'let', seconds: 3 };
const lostAnswer: Step = { do: 'fault', kind: 'lost-answer', method: 'POST', times: 1 };
const death: Step = { do: 'die', writes: null };
const start: Step = { do: 'let', seconds: 10 };

it('finds nothing where nothing is planted', async () => {
  expect((await run(day(start, lostAnswer, create, aWhile, death, aWhile, comment))).failure).toBeNull();
}, 60_000);

it('sees an outbox that does not note that it sends', async () => {
  vi.spyOn(ChangeTable.prototype, 'markSending').mockImplementation(() => undefined);
  const { failure } = await run(
    day(start, { do: 'fault', kind: 'silence-after', method: 'POST', times: 1 }, comment, aWhile, death),
  );
  expect(failure).toMatch('2 times on the server, entered 1 times');
}, 60_000);

it('sees a search that takes what never came for what may be sent again', async () => {
  vi.spyOn(Reconciler.prototype, 'reconcile').mockResolvedValue({ kind: 'sendable', ticket: null, priorRefs: null });
  expect((await run(day(start, lostAnswer, create, aWhile))).failure).toMatch('2 times on the server, entered 1 times');
}, 60_000);

it('sees a change that counts as sent although it is not', async () => {
  vi.spyOn(ApiClient.prototype, 'addComment').mockResolvedValue({
    ...{ comment: 'EU§same words', commentedBy: 'API', commentedOn: '2026-01-14 08:00:00', correlationId: null },
  });
  expect((await run(day(start, comment, aWhile))).failure).toMatch('shown as confirmed 1 times, made 0 times');
}, 60_000);

it('sees a change that gets lost', async () => {
  const { insert } = ChangeTable.prototype;
  vi.spyOn(ChangeTable.prototype, 'insert').mockImplementation(function (this: ChangeTable, change) {
    insert.call(this, change);
    if (change.change.kind === 'comment') this.remove(change.id);
  });
  expect((await run(day(start, comment))).failure).toMatch('a comment is gone');
}, 60_000);

it('sees a draft that is not written', async () => {
  vi.spyOn(Drafts.prototype, 'save').mockImplementation(() => undefined);
  const typed: Step = { do: 'type', form: 'new', ticket: 0, text: 'other' };
  expect((await run(day(start, typed))).failure).toMatch('the draft new holds null');
}, 60_000);

it('sees a cancellation that counts as sent although it is not', async () => {
  vi.spyOn(ApiClient.prototype, 'cancelTicket').mockResolvedValue({ correlationId: null, message: '' });
  const cancel: Step = { do: 'cancel', ticket: 0 };
  expect((await run(day(start, cancel, aWhile))).failure).toMatch('shown as confirmed, but never true: cancel');
}, 60_000);

it('sees a snooze that is not kept', async () => {
  vi.spyOn(TicketMarks.prototype, 'snooze').mockImplementation(() => undefined);
  expect((await run(day(start, { do: 'snooze', ticket: 0, hours: 100 }, aWhile))).failure).toMatch('the snooze of');
}, 60_000);

it('sees a ticket that does not stay unread', async () => {
  vi.spyOn(TicketRecords.prototype, 'setRead').mockResolvedValue();
  expect((await run(day(start, { do: 'unread', ticket: 0 }, aWhile))).failure).toMatch('is read');
}, 60_000);

it('sees a sign-out that leaves the key to the files', async () => {
  vi.spyOn(Secrets.prototype, 'forgetDatabaseKey').mockResolvedValue();
  const { failure } = await run(day(start, comment, { do: 'sign-out' }, aWhile));
  expect(failure).toMatch('the key to the files of an account that was signed out is there');
}, 60_000);

it('sees a kept file that holds something else', async () => {
  vi.spyOn(KeptFiles.prototype, 'read').mockResolvedValue(new Uint8Array([1, 2, 3]));
  const { failure } = await run({ ...day(start), keepsFiles: true });
  expect(failure).toMatch('is kept with other bytes');
}, 60_000);
