import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { OutboxItem } from '../../../electron/contract/change.ts';
import { startDemoService } from '../../../electron/demo/service.ts';
import { inTime } from '../../support/time-limit.ts';
import { Run } from './run.ts';
import { dialects, steps } from './steps.ts';

/** Returns what the server has beyond what it started with, as `kind ticket text`. */
function made(run: Run, before: ReadonlyMap<string, { comments: number }>): string[] {
  return run.service.tickets().flatMap((ticket) => {
    const old = before.get(ticket.id);
    const comments = ticket.comments.slice(old?.comments ?? 0);
    return [
      ...(old ? [] : [`create ${ticket.id}`]),
      ...comments.map(({ comment }) => `comment ${ticket.id} ${comment.trim()}`),
      ...run.service.attachments(ticket.id).map(({ filename }) => `attachment ${ticket.id} ${filename}`),
    ];
  });
}

function nameOf({ change, ticketId }: OutboxItem): string[] {
  if (change.kind === 'create') return [`create ${ticketId}`];
  if (change.kind === 'comment') return [`comment ${ticketId} ${change.comment.trim()}`];
  return change.kind === 'attachment' ? [`attachment ${ticketId} ${change.fileName}`] : [];
}

const sorted = (texts: readonly string[]) => [...texts].sort();

it('each change that was not discarded is on the server exactly once, or seen not to be, and nothing else is', async () => {
  await fc.assert(
    inTime(
      90_000,
      fc.asyncProperty(steps, dialects, async (given, dialect) => {
        const service = await startDemoService({ ticketCount: 30, ...dialect });
        try {
          const before = new Map(service.tickets().map(({ id, comments }) => [id, { comments: comments.length }]));
          const filesBefore = service
            .tickets()
            .flatMap(({ id }) => service.attachments(id).map(({ filename }) => `attachment ${id} ${filename}`));
          const run = await Run.begin(service);
          for (const step of given) await run.take(step);
          await run.calm();

          const sent = run.items.filter((item) => item.state === 'sent');
          expect(sent.map(({ id }) => id)).toEqual(expect.arrayContaining([...run.confirmed])); // confirmed is confirmed
          expect(sorted(made(run, before))).toEqual(sorted([...filesBefore, ...sent.flatMap(nameOf)]));
          for (const item of run.items) {
            if (item.state !== 'sent' && !run.waitsForRefused(item)) expect(item.problem).not.toBeNull();
          }
          expectLastTitles(run, sent);
          await run.test.outbox.close();
        } finally {
          await service.stop();
        }
      }),
    ),
    { numRuns: 30, endOnFailure: true },
  );
}, 180_000);

/** Checks that the server has the last of the updates of each ticket that were sent. */
function expectLastTitles(run: Run, sent: readonly OutboxItem[]): void {
  for (const ticket of run.service.tickets()) {
    const title = sent.findLast(({ change, ticketId }) => change.kind === 'update' && ticketId === ticket.id)?.change;
    if (title?.kind === 'update') expect(ticket.title.trim()).toBe(title.fields.title?.trim());
    const isCancelled = sent.some(({ change, ticketId }) => change.kind === 'cancel' && ticketId === ticket.id);
    if (isCancelled) expect(ticket.status).toBe('Cancelled');
  }
}
