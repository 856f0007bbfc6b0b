/* What others changed while the application was ended in the middle of a walk. */

import { expect, it } from 'vitest';
import { ticketIdSchema } from '../../../electron/contract/ids.ts';
import { condition } from '../../outbox/model/condition.ts';
import { engineFor, startEngine, sync } from '../../support/engine.ts';
import { ownFolder } from '../../support/folder.ts';
import { diskOf } from '../../support/outbox.ts';
import { ownService } from '../../support/session.ts';

it('loses nothing that is unread when it is killed between the pages of a walk', async () => {
  const service = await ownService({ ticketCount: 120, pageCap: 20 });
  const options = { historyDays: 0, walkIntervalMs: 0 };
  const folder = await ownFolder();
  const first = await startEngine(service, folder, options);
  await sync(first.engine);
  await first.stop();

  // Only a walk finds what changed in closed tickets.
  const closed = service.tickets().filter(({ closedOn }) => closedOn !== '');
  const changed = closed.filter((_ticket, place) => place % 5 === 0).map(({ id }) => ticketIdSchema.parse(id));
  for (const id of changed) service.changeTicket(id, { title: `Edited ${id}` });
  service.set({ faults: [{ kind: 'hang', match: { path: 'page=4&' } }] });
  const killed = await startEngine(service, folder, options);
  killed.engine.syncNow();
  const unreadIn = ({ cache }: typeof killed) => changed.filter((id) => cache.isUnread(id));
  await condition(() => unreadIn(killed).length >= changed.length / 2, 10_000);
  const disk = await diskOf(folder);
  await killed.stop();

  service.set({ faults: [] });
  const after = await engineFor(service, { folder: disk, ...options });
  const survived = unreadIn(after).length;
  expect(survived).toBeGreaterThan(0);
  expect(survived).toBeLessThan(changed.length);
  await sync(after.engine);
  expect(unreadIn(after)).toEqual(changed);
  for (const id of changed) expect(after.cache.record(id)).toHaveLength(1);
  for (const { id } of service.tickets()) {
    const ticketId = ticketIdSchema.parse(id);
    expect(`${id} ${after.cache.isUnread(ticketId)}`).toBe(`${id} ${changed.includes(ticketId)}`);
  }
});
