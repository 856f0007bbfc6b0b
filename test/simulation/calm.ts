/* The end of a day: the trouble is over, the user decides what is left to decide, and everything has to come right. */

import { refusedAndMadeOn } from '../../electron/contract/change.ts';
import type { TicketId } from '../../electron/contract/ids.ts';
import type { Workspace } from '../../electron/session/workspace.ts';
import { openAccount, signIn } from './accounts.ts';
import { Broken, difference } from './invariants.ts';
import { type Ledger, textOf } from './ledger.ts';
import type { World } from './world.ts';

/**
 * Longer than any wait of the application's, once everything works: where the list is neither ordered by the last change nor read as
 * a whole, and there is no feed, only the next walk shows what was done to a closed ticket, a day later.
 */
const longestCalmMs = 25 * 3_600_000;
const calmStepMs = 30_000;

/** Waits until an account has come right. */
export async function comeRight(world: World, ledger: Ledger): Promise<void> {
  const untilMs = world.universe.time.monotonicMs + longestCalmMs;
  let reason = 'it was not looked at';
  while (world.universe.time.monotonicMs < untilMs) {
    await world.pass(calmStepMs / 10);
    reason = notRight(world, ledger) ?? '';
    world.check();
    if (reason === '' && world.network.underWay === 0) return;
    await world.pass(calmStepMs);
  }
  throw new Broken(`account ${ledger.account} does not come right: ${reason}`);
}

/** Does what a user would do who wants everything to be right. Returns what is not right yet. */
function notRight(world: World, ledger: Ledger): string | null {
  const { session } = world.computer;
  const open = world.open();
  if (!open || open.ledger !== ledger) {
    openAccount(world, ledger.account);
    return `the session is ${session.state.phase}`;
  }
  const { workspace } = open;
  if (world.needsSignIn && workspace.sync.status.connection === 'refused') {
    signIn(world);
    return 'the account needs a sign-in';
  }
  for (const { id, change, needsDecision } of workspace.outbox.list().items) {
    if (needsDecision) world.user.decide(workspace, ledger, id, change.kind, textOf(change));
  }
  const { items } = workspace.outbox.list();
  const left = refusedAndMadeOn(items); // for the user to decide about
  const waiting = items.find((item) => !left.has(item) && !waitsForRefused(workspace, item.ticketId));
  if (waiting) return `a ${waiting.change.kind} is ${waiting.state}: ${waiting.problem?.kind ?? 'no problem'}`;
  return difference(workspace, ledger.account, world.server);
}

function waitsForRefused({ outbox }: Workspace, ticketId: TicketId): boolean {
  return outbox
    .list()
    .items.some((item) => item.change.kind === 'create' && item.ticketId === ticketId && item.state === 'refused');
}
