/* Any order of what the user, the operator, the clock and the computer do: each snooze is told once, and never forgotten. */

import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { TicketId } from '../../electron/contract/ids.ts';
import { isReminderDue, isSnoozed } from '../../electron/contract/marks.ts';
import { ownPersonal, type TestPersonal } from '../support/personal.ts';
import { ticketId } from '../support/tickets.ts';

const minuteMs = 60_000;
const tickets = [1, 2, 3].map(ticketId);

type Ticket = { isStarred: boolean; untilMs: number | null; isReminded: boolean; note: string };

/** What the user may rely on, in the simplest form. */
class Model {
  readonly tickets = new Map<TicketId, Ticket>(
    tickets.map((id) => [id, { isStarred: false, untilMs: null, isReminded: false, note: '' }]),
  );
  readonly reminders: TicketId[] = [];

  of(id: TicketId): Ticket {
    const ticket = this.tickets.get(id);
    if (!ticket) throw new Error(`no ticket ${id}`);
    return ticket;
  }

  /** The application has looked at the clock. */
  look(): void {
    for (const [id, ticket] of this.tickets) {
      if (ticket.untilMs === null || ticket.untilMs > Date.now() || ticket.isReminded) continue;
      ticket.isReminded = true;
      this.reminders.push(id);
    }
  }
}

type Run = { model: Model; test: TestPersonal; reminders: TicketId[] };
type Step = { name: string; run(run: Run): Promise<void> | void };

const someTicket = fc.constantFrom(...tickets);
const someMinutes = fc.integer({ min: 1, max: 90 });

const steps: fc.Arbitrary<Step>[] = [
  fc.tuple(fc.subarray(tickets, { minLength: 1 }), fc.boolean()).map(([ids, isStarred]) => ({
    name: `star ${ids} ${isStarred}`,
    async run({ model, test }) {
      await test.personal.star(ids, isStarred);
      for (const id of ids) model.of(id).isStarred = isStarred;
    },
  })),
  fc
    .tuple(fc.subarray(tickets, { minLength: 1 }), fc.option(fc.integer({ min: -5, max: 120 }), { freq: 4 }))
    .map(([ids, minutes]) => ({
      name: `snooze ${ids} for ${minutes} min`,
      async run({ model, test }) {
        const untilMs = minutes === null ? null : Date.now() + minutes * minuteMs;
        await test.personal.snooze(ids, untilMs);
        const isReminded = untilMs !== null && untilMs <= Date.now(); // as it was before
        for (const id of ids) Object.assign(model.of(id), { untilMs, isReminded });
        model.look();
      },
    })),
  fc.tuple(someTicket, fc.constantFrom('', 'Ask Jane')).map(([id, note]) => ({
    name: `note ${id} “${note}”`,
    async run({ model, test }) {
      await test.personal.note(id, note);
      model.of(id).note = note;
    },
  })),
  someTicket.map((id) => ({
    name: `${id} is answered`,
    run({ model, test }) {
      test.personal.wakeAnswered(id);
      const ticket = model.of(id);
      if (ticket.untilMs === null || ticket.untilMs <= Date.now()) return;
      Object.assign(ticket, { untilMs: Date.now(), isReminded: true });
    },
  })),
  fc.subarray(tickets, { minLength: 1 }).map((ids) => ({
    name: `look at ${ids}`,
    run({ model, test }) {
      test.personal.endReminders(ids);
      for (const ticket of ids.map((id) => model.of(id))) {
        if (ticket.untilMs !== null && ticket.untilMs <= Date.now()) {
          Object.assign(ticket, { untilMs: null, isReminded: false });
        }
      }
    },
  })),
  someMinutes.map((minutes) => ({
    name: `${minutes} min go by`,
    run({ model }) {
      vi.advanceTimersByTime(minutes * minuteMs);
      model.look();
    },
  })),
  fc.tuple(someMinutes, fc.boolean()).map(([minutes, isToldOfWaking]) => ({
    name: `sleeps for ${minutes} min (told of waking: ${isToldOfWaking})`,
    run({ model, test }) {
      vi.setSystemTime(Date.now() + minutes * minuteMs);
      if (isToldOfWaking) test.personal.wake();
      else vi.advanceTimersByTime(minuteMs);
      model.look();
    },
  })),
  someMinutes.map((minutes) => ({
    name: `the clock is put back by ${minutes} min`,
    run: () => void vi.setSystemTime(Date.now() - minutes * minuteMs),
  })),
  someMinutes.map((minutes) => ({
    name: `restart after ${minutes} min`,
    async run(run) {
      run.test.personal.stop();
      await run.test.file.close();
      vi.setSystemTime(Date.now() + minutes * minuteMs);
      run.reminders.push(...run.test.reminders);
      run.test = await ownPersonal({ folder: run.test.folder });
      run.test.personal.start();
      run.model.look();
    },
  })),
];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: Date.UTC(2026, 10, 26, 8) });
});
afterEach(() => {
  vi.useRealTimers();
});

it('keeps every mark and tells of every snooze once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(...steps), { maxLength: 40 }), async (taken) => {
      const run: Run = { model: new Model(), test: await ownPersonal(), reminders: [] };
      run.test.personal.start();
      for (const step of taken) {
        await step.run(run);
        const { marks } = run.test.personal;
        for (const [id, { isStarred, untilMs, note }] of run.model.tickets) {
          expect([step.name, marks.of(id)]).toEqual([step.name, { isStarred, snoozedUntilMs: untilMs, note }]);
          const isAway = untilMs !== null && untilMs > Date.now();
          expect(isSnoozed(marks.of(id), Date.now())).toBe(isAway);
          expect(isReminderDue(marks.of(id), Date.now())).toBe(untilMs !== null && !isAway);
        }
        const told = [...run.reminders, ...run.test.reminders].sort();
        expect([step.name, told]).toEqual([step.name, [...run.model.reminders].sort()]);
        expect(run.test.problems).toEqual([]);
      }
      run.test.personal.stop();
      await run.test.file.close();
    }),
    { numRuns: 25 },
  );
}, 60_000);
