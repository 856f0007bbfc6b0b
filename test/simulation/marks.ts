/* What the user marks tickets with: stars, notes, snoozes, and whether they are read. */

import { isLocalTicketId, type TicketId } from '../../electron/contract/ids.ts';
import type { Workspace } from '../../electron/session/workspace.ts';
import type { Ledger, Possible } from './ledger.ts';
import type { MarkStep } from './schedule.ts';
import { markerOf } from './simulated-server.ts';
import type { World } from './world.ts';

export function mark(world: World, workspace: Workspace, ledger: Ledger, id: TicketId, step: MarkStep): unknown {
  const { personal } = workspace;
  const set = <T>(marks: Map<string, Possible<T>>, none: Possible<T>, value: T, work: () => Promise<void>) => {
    const before = marks.get(id) ?? none;
    marks.set(id, [...before, value]);
    world.user.begin(
      async () => {
        await work();
        marks.set(id, [value]);
      },
      () => marks.set(id, before),
    );
  };
  switch (step.do) {
    case 'star':
      return set(ledger.stars, [false], step.on, () => personal.star([id], step.on));
    case 'note': {
      const note = markerOf(ledger.account) + step.text;
      return set(ledger.notes, [''], note, () => personal.note(id, note));
    }
    case 'snooze': {
      const untilMs = step.hours === 0 ? null : world.universe.time.clockMs + step.hours * 3_600_000;
      const kept = untilMs === null ? null : Math.round(Math.max(untilMs, 0));
      return set(ledger.snoozes, [null], kept, () => personal.snooze([id], untilMs));
    }
    case 'read':
    case 'unread': {
      const isRead = step.do === 'read';
      if (isRead) ledger.snoozes.get(id)?.push(null); // who reads it is not reminded of it
      if (isLocalTicketId(id)) return null; // always read
      return set(ledger.unread, [true, false], !isRead, () => workspace.setRead([id], isRead));
    }
  }
}
