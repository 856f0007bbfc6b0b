/*
 * Actions on many tickets. Each becomes a change of every ticket that it can be done to, and these are sent like any other; they
 * only know that they belong together.
 */

import { randomUUID } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import { isAddress, joinAddresses, readRecipients, recipientsIn } from '../contract/addresses.ts';
import type { FormChange } from '../contract/change.ts';
import { changeIdSchema, type GroupId, groupIdSchema, isLocalTicketId, type TicketId } from '../contract/ids.ts';
import { ProblemError } from '../contract/problem.ts';
import { limits } from '../contract/specification.ts';
import {
  type BulkAction,
  type BulkPreview,
  maxTicketsAtOnce,
  type Obstacle,
  obstacleTo,
  type TicketAction,
} from '../contract/ticket-actions.ts';
import type { ActionTarget } from '../store/action-targets.ts';
import type { Cache } from '../store/cache.ts';
import { words } from '../words/words.ts';
import type { ChangeTable } from './change-table.ts';
import { rebaseOnUnsent } from './later-edits.ts';
import type { OptimisticTickets } from './optimistic-tickets.ts';
import { editsOf, shownWith } from './pending-effects.ts';
import type { Sender } from './sender.ts';

/** So many tickets are looked at in a few milliseconds; then it is others' turn. */
const ticketsPerTurn = 500;

type Planned = { ticketId: TicketId; ticketTitle: string; change: FormChange };
type Plan = { able: Planned[]; unable: BulkPreview['unable'] };

type GroupHooks = {
  /** Writes what the user typed, and removes its draft in the same transaction. */
  save(draftKey: string | null, write: () => void): void;
  onChanged(ids: TicketId[]): void;
};

export class ChangeGroups {
  readonly #table: ChangeTable;
  readonly #tickets: OptimisticTickets;
  readonly #cache: Cache;
  readonly #sender: Sender;
  readonly #nowMs: () => number;
  readonly #hooks: GroupHooks;

  constructor(
    table: ChangeTable,
    tickets: OptimisticTickets,
    cache: Cache,
    sender: Sender,
    nowMs: () => number,
    hooks: GroupHooks,
  ) {
    this.#table = table;
    this.#tickets = tickets;
    this.#cache = cache;
    this.#sender = sender;
    this.#nowMs = nowMs;
    this.#hooks = hooks;
  }

  /** Returns which of these tickets an action would change, and why not the others. */
  async preview(ids: readonly TicketId[], action: BulkAction): Promise<BulkPreview> {
    const { able, unable } = await this.#plan(ids, action);
    return { able: able.map(({ ticketId }) => ticketId), unable };
  }

  /**
   * Adds a change for each of these tickets that the action can be done to, all or none.
   * @throws ProblemError `invalid-input` for none and for more than `maxTicketsAtOnce`, `disk-full`, `disk-error`
   */
  async add(
    ids: readonly TicketId[],
    action: BulkAction,
    draftKey: string | null,
  ): Promise<{ groupId: GroupId; added: number }> {
    const { able } = await this.#plan(ids, action);
    const groupId = groupIdSchema.parse(randomUUID());
    const createdAtMs = this.#nowMs();
    const changes = able.flatMap((planned) => {
      const ticketId = this.#tickets.currentId(planned.ticketId); // a new ticket may have been discarded meanwhile
      const id = changeIdSchema.parse(randomUUID());
      return ticketId === null ? [] : [{ ...planned, id, groupId, ticketId, createdAtMs }];
    });
    if (changes.length === 0) throw new ProblemError('invalid-input', { field: 'ids', ...words().outbox.none });
    if (changes.length > maxTicketsAtOnce) throw new ProblemError('invalid-input', { field: 'ids', ...tooMany() });
    this.#hooks.save(draftKey, () => {
      for (const change of changes) this.#table.insert(change);
    });
    this.#sender.wake();
    this.#hooks.onChanged(changes.map(({ ticketId }) => ticketId));
    return { groupId, added: changes.length };
  }

  /**
   * Discards what waits or was refused of a group. `kept` is how many of its changes stay, because they have left or may have:
   * those that the server has confirmed, that are under way, and that the user is editing.
   */
  async discard(groupId: GroupId): Promise<{ discarded: number; kept: number }> {
    const isOfGroup = (stored: { groupId: GroupId | null }) => stored.groupId === groupId;
    const unsent = () =>
      this.#table.pending().filter((each) => isOfGroup(each) && (each.state === 'waiting' || each.state === 'refused'));
    const ids = unsent().flatMap(({ id }) => (this.#sender.isHeld(id) ? [] : [id]));
    const gone = await this.#sender.whileAllHeld(ids, () => {
      const held = new Set(ids);
      const left = unsent().filter(({ id }) => held.has(id));
      this.#table.transaction(() => {
        for (const stored of left) {
          this.#table.remove(stored.id);
          rebaseOnUnsent(this.#table, stored, null);
        }
      });
      return left;
    });
    if (gone.length > 0) this.#hooks.onChanged(gone.map(({ ticketId }) => ticketId));
    const pending = this.#table.pending().filter(isOfGroup).length;
    return {
      discarded: gone.length,
      kept: pending + (this.#table.confirmed.countsOfGroups([groupId]).get(groupId) ?? 0),
    };
  }

  async #plan(ids: readonly TicketId[], action: BulkAction): Promise<Plan> {
    const plan: Plan = { able: [], unable: [] };
    const current = [...new Set(ids.map((id) => this.#tickets.currentId(id) ?? id))];
    for (let from = 0; from < current.length; from += ticketsPerTurn) {
      if (from > 0) await breathe();
      const some = current.slice(from, from + ticketsPerTurn);
      const targets = this.#cache.actionTargets(some);
      for (const id of some) {
        const target = isLocalTicketId(id) ? this.#localTarget(id) : (targets.get(id) ?? null);
        const planned = target ? this.#planFor(target, action) : 'unknown';
        if (typeof planned === 'object') plan.able.push(planned);
        else {
          const { title = '', status = '' } = target ? shownWith(this.#table.pendingOf(id), target) : {};
          plan.unable.push({ id, title, status, obstacle: planned });
        }
      }
    }
    return plan;
  }

  #localTarget(id: TicketId): ActionTarget | null {
    const ticket = this.#tickets.ticket(id);
    if (!ticket) return null;
    const { title, status } = ticket.summary;
    const notificationRecipients = ticket.detail?.notificationRecipients ?? null;
    return { id, title, status, notificationRecipients, isGone: false };
  }

  /** Returns what an action does to a ticket, or why it cannot be done to it. */
  #planFor(target: ActionTarget, action: BulkAction): Planned | Obstacle {
    const { id: ticketId, isGone, notificationRecipients } = target;
    const pending = this.#table.pendingOf(ticketId);
    const detail = notificationRecipients === null ? null : target;
    const obstacle = obstacleTo(needed[action.kind], { summary: target, detail, isGone }, pending);
    if (obstacle) return obstacle;
    const planned = { ticketId, ticketTitle: shownWith(pending, target).title };
    switch (action.kind) {
      case 'comment':
        return { ...planned, change: { kind: 'comment', ticketId, comment: action.comment } };
      case 'cancel':
        return { ...planned, change: { kind: 'cancel', ticketId, reason: action.reason } };
      case 'recipient': {
        const held = editsOf(pending).notificationRecipients ?? notificationRecipients ?? '';
        const change = withRecipient(ticketId, held, action.address);
        return typeof change === 'object' ? { ...planned, change } : change;
      }
    }
  }
}

/** What must be possible in a ticket for an action on many. */
const needed: Record<BulkAction['kind'], TicketAction> = { comment: 'comment', cancel: 'cancel', recipient: 'edit' };

function withRecipient(ticketId: TicketId, held: string, address: string): FormChange | Obstacle {
  const shown = recipientsIn(held);
  const recipients = shown.every(isAddress) ? shown : readRecipients(held);
  if (recipients.some((other) => other.toLowerCase() === address.toLowerCase())) return 'already-notified';
  if (!recipients.every(isAddress)) return 'named-recipients';
  const notificationRecipients = joinAddresses([...recipients, address]);
  if (notificationRecipients.length > limits.notificationRecipients) return 'too-long';
  return {
    kind: 'update',
    ticketId,
    fields: { notificationRecipients },
    base: { notificationRecipients: held },
  };
}

function tooMany() {
  const { message, todo } = words().outbox.tooMany;
  return { message: message({ limit: maxTicketsAtOnce }), todo };
}
