/* What must be true after every step, whatever has happened. Each check returns nothing, or throws a `Broken`. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AccountKey, isLocalTicketId, type TicketId, ticketIdSchema } from '../../electron/contract/ids.ts';
import { defaultSort, noFilters } from '../../electron/contract/query.ts';
import type { Workspace } from '../../electron/session/workspace.ts';
import type { AccountKeys, Computer } from './computer.ts';
import { keyOf, type Ledger, textOf, textOfDraft } from './ledger.ts';
import { filesIn } from './simulated-disk.ts';
import { type AccountNumber, accountNumbers, markerOf, type SimulatedServer } from './simulated-server.ts';

/** An invariant is broken. */
export class Broken extends Error {}

function require(isTrue: boolean, text: () => string): void {
  if (!isTrue) throw new Broken(text());
}

export const allTickets = {
  ...{ view: 'all' as const, filters: noFilters, search: '', sort: defaultSort, offset: 0, limit: 500 },
};

const counted = (keys: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
};

/** Checks what the user entered in the open account. */
export function checkEntered(workspace: Workspace, ledger: Ledger, server: SimulatedServer): void {
  if (ledger.isUnreadable) return; // the application has yet to find out
  if (ledger.mayBeGone) {
    const { outbox } = workspace;
    const left = outbox.list().items.length + outbox.sent(0, 1).items.length + outbox.drafts.list().length;
    if (left === 0) ledger.startOver();
    ledger.mayBeGone = false;
  }
  checkEntries(workspace, ledger);
  checkConfirmed(workspace, ledger, server);
  checkDrafts(workspace, ledger);
  checkMarks(workspace, ledger, server.latestClockMs);
  checkUnread(workspace, ledger, server);
}

/** Nothing that the user entered is gone, and nothing is there that the user did not enter. */
function checkEntries({ outbox }: Workspace, ledger: Ledger): void {
  const items = [...outbox.list().items, ...outbox.sent(0, 500).items];
  const there = new Map(items.map((item) => [item.id as string, item]));
  for (const [id, entry] of ledger.entries) {
    const item = there.get(id);
    if (!item) {
      require(entry.discards > 0, () => `a ${entry.kind} is gone: ${[...entry.texts].join(' or ')}`);
      ledger.entries.delete(id);
      continue;
    }
    const text = textOf(item.change);
    require(entry.texts.has(text), () => `a ${entry.kind} holds “${text}”, not ${[...entry.texts].join(' or ')}`);
  }
  for (const [id, { change }] of there) {
    if (ledger.entries.has(id)) continue;
    const text = textOf(change);
    const attempt = ledger.attempts.find((each) => each.kind === change.kind && each.text === text);
    require(attempt !== undefined, () => `a ${change.kind} came from nowhere: “${text}”`);
    if (attempt) ledger.attempts.splice(ledger.attempts.indexOf(attempt), 1);
    ledger.add(id, change.kind, text);
  }
}

/** What is shown as confirmed, the server has. */
function checkConfirmed({ outbox }: Workspace, { account }: Ledger, server: SimulatedServer): void {
  // Until the server has named the user as the author of a comment, one of the same words by somebody else may be taken for it.
  const made = counted([
    ...server.deeds
      .filter((deed) => deed.account === account)
      .map(({ kind, ticketId, text }) => `${keyOf(kind, text)} ${ticketId}`),
    ...server.othersComments.map(({ ticketId, comment }) => `${keyOf('comment', comment)} ${ticketId}`),
  ]);
  const shown = counted(
    outbox
      .sent(0, 500)
      .items.filter(({ change }) => change.kind !== 'update' && change.kind !== 'cancel')
      .map(({ change, ticketId }) => `${keyOf(change.kind, textOf(change))} ${ticketId}`),
  );
  for (const [key, count] of shown) {
    require((made.get(key) ?? 0) >= count, () =>
      `shown as confirmed ${count} times, made ${made.get(key) ?? 0} times: ${key}`);
  }
  // Others can have the same effect, and one request that of two changes: it only must have been there.
  for (const { change, ticketId } of outbox.sent(0, 500).items) {
    const isThere =
      change.kind === 'update'
        ? server.titles.has(`${ticketId} ${textOf(change)}`)
        : change.kind !== 'cancel' || server.closed.has(ticketId);
    require(isThere, () => `shown as confirmed, but never true: ${change.kind} ${ticketId} ${textOf(change)}`);
  }
}

/** Nothing is on the server more often than the user entered it. Updates and cancellations may be: they change nothing twice. */
export function checkTwice(ledger: Ledger, server: SimulatedServer): void {
  const deeds = server.deeds.filter(
    ({ account, kind }) => account === ledger.account && kind !== 'update' && kind !== 'cancel',
  );
  for (const [key, count] of counted(deeds.map(({ kind, text }) => keyOf(kind, text)))) {
    const attempts = ledger.attempts.filter(({ kind, text }) => keyOf(kind, text) === key).length;
    const allowed = (ledger.entered.get(key) ?? 0) + attempts;
    require(count <= allowed, () => `${count} times on the server, entered ${allowed} times: ${key}`);
  }
  require(server.mixedUp.length === 0, () => `sent for the wrong account: ${server.mixedUp.join(', ')}`);
}

function checkDrafts({ outbox }: Workspace, { drafts }: Ledger): void {
  const there = new Map(outbox.drafts.list().map(({ key, content }) => [key, textOfDraft(content)]));
  for (const [key, possible] of drafts) {
    const seen = there.get(key) ?? null;
    require(possible.includes(seen), () => `the draft ${key} holds ${seen}, not ${possible.join(' or ')}`);
    drafts.set(key, [seen]);
  }
}

function checkMarks({ outbox, personal }: Workspace, { stars, notes, snoozes }: Ledger, latestMs: number): void {
  for (const [id, possible] of stars) {
    const current = currentId(outbox, id);
    if (!current) continue;
    const seen = personal.marks.of(current).isStarred;
    require(possible.includes(seen), () => `the star of ${id} is ${seen}`);
    stars.set(id, [seen]);
  }
  checkSnoozes({ outbox, personal }, snoozes, latestMs);
  for (const [id, possible] of notes) {
    const current = currentId(outbox, id);
    if (!current) continue;
    const seen = personal.marks.of(current).note;
    require(possible.includes(seen), () => `the note on ${id} is “${seen}”, not ${possible.join(' or ')}`);
    notes.set(id, [seen]);
  }
}

/** A snooze ends by itself when its time comes, or news do: then its end is in the past. It is never gone, nor longer. */
function checkSnoozes(
  { outbox, personal }: Pick<Workspace, 'outbox' | 'personal'>,
  snoozes: Ledger['snoozes'],
  latestMs: number,
): void {
  for (const [id, possible] of snoozes) {
    const current = currentId(outbox, id);
    if (!current) continue;
    const seen = personal.marks.of(current).snoozedUntilMs;
    const isWoken = seen !== null && seen <= latestMs && possible.some((untilMs) => untilMs !== null && seen < untilMs);
    require(possible.includes(seen) || isWoken, () => `the snooze of ${id} is ${seen}, not ${possible.join(' or ')}`);
    snoozes.set(id, [seen]);
  }
}

/** What the user marked as unread stays so, and what was read too, unless somebody else works on it. */
function checkUnread({ cache }: Workspace, ledger: Ledger, server: SimulatedServer): void {
  for (const [id, possible] of ledger.unread) {
    const ticketId = ticketIdSchema.parse(id);
    if (!cache.ticket(ticketId)) continue;
    const seen = cache.isUnread(ticketId);
    const mayBeNews = ledger.ownIsForgotten || ledger.disowned.has(id) || server.touched.has(id);
    require(possible.includes(seen) || (seen && mayBeNews), () => `${id} is ${seen ? 'unread' : 'read'}`);
    ledger.unread.set(id, [seen]);
  }
}

const currentId = (outbox: Workspace['outbox'], id: string): TicketId | null =>
  outbox.tickets.currentId(ticketIdSchema.parse(id));

/** Nothing of the other account is on the screen. */
export function checkScreen(workspace: Workspace, account: AccountNumber, server: SimulatedServer): void {
  const { rows } = workspace.outbox.tickets.page(allTickets);
  for (const { id, title } of rows) {
    require(isLocalTicketId(id) || server.ids[account].has(id), () => `a ticket of nobody is shown: ${id}`);
    require(!title.includes(markerOf(account === 0 ? 1 : 0)), () => `a ticket of the other account is shown: ${title}`);
  }
}

/** Nothing of one account is in the files of the other, and nothing of either in files that belong to both. */
export function checkFiles(folder: string, keys: AccountKeys): void {
  for (const path of filesIn(folder)) {
    const bytes = readFileSync(path);
    for (const account of accountNumbers) {
      const key = keys[account];
      if (key && path.includes(key)) continue;
      require(!bytes.includes(markerOf(account)), () => `text of account ${account} is in ${path}`);
    }
  }
}

/** Nothing of an account that was signed out is on the computer, nor any secret once none is left. */
export function checkSignedOut({ folder, keychain, keys }: Computer, key: AccountKey): void {
  require(!existsSync(join(folder, 'accounts', key)), () => 'the files of an account that was signed out are there');
  require(!keychain.secrets.has(`database-key/${key}`), () =>
    'the key to the files of an account that was signed out is there');
  const left = [...keychain.secrets.keys()];
  require(keys.some(Boolean) || left.length === 0, () => `there is no account, but ${left.join(', ')}`);
}

/** Returns in what the cache differs from the server; `null` when they agree. */
export function difference({ cache }: Workspace, account: AccountNumber, server: SimulatedServer): string | null {
  const { tickets } = server.account(account);
  const { rows } = cache.page(allTickets);
  const shown = new Map(rows.map((row) => [row.id as string, row]));
  for (const ticket of tickets) {
    const row = shown.get(ticket.id);
    if (!row) return `${ticket.id} is missing`;
    if (row.status !== ticket.status) return `${ticket.id} is ${row.status}, not ${ticket.status}`;
    if (row.title !== ticket.title.trim()) return `${ticket.id} is called “${row.title}”, not “${ticket.title}”`;
    const detail = cache.ticket(ticketIdSchema.parse(ticket.id))?.detail;
    const known = detail?.comments.length;
    if (known !== undefined && known !== ticket.comments.length) {
      return `${ticket.id} has ${known} comments, not ${ticket.comments.length}`;
    }
  }
  const { ticketsById } = server.account(account);
  // What the operator has removed may stay until the next walk through all tickets, a day later.
  const [surplus] = [...shown.keys()].filter((id) => !ticketsById.has(id) && !server.removed.has(id));
  return surplus ? `${surplus} is not on the server` : null;
}

/** Returns an error with its stack. */
export const describe = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);
