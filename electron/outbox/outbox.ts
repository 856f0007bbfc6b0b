/*
 * The user's changes on their way to the operator. A change is on the disk before its first byte is sent, and stays there
 * until the server has confirmed it or the user has discarded it. `Outbox` puts the rest of this folder together.
 */

import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { AttachResult } from '../contract/attachment.ts';
import type { Change, FormChange, OutboxItem, Outbox as OutboxList, SentLog } from '../contract/change.ts';
import { type ChangeId, changeIdSchema, localTicketId, type TicketId } from '../contract/ids.ts';
import { type Problem, ProblemError, problemOf } from '../contract/problem.ts';
import type { Catalogue } from '../contract/reference-data.ts';
import type { Personal } from '../personal/personal.ts';
import { saveTyped } from '../personal/save-typed.ts';
import type { Cache } from '../store/cache.ts';
import type { SqliteFile } from '../store/database.ts';
import type { OwnChanges } from '../store/ticket-record.ts';
import { words } from '../words/words.ts';
import { Attacher, fileOf, filesAt } from './attachments.ts';
import { defaultRetryPolicy, type RetryPolicy } from './backoff.ts';
import { ChangeGroups } from './change-groups.ts';
import { ChangeTable } from './change-table.ts';
import { Deliverer } from './deliver.ts';
import { Drafts, Templates } from './drafts.ts';
import { FileChunks } from './file-chunks.ts';
import { FileLimit } from './file-limit.ts';
import { rebaseOnUnsent } from './later-edits.ts';
import { notConfirmed, notDiscarded } from './lost-answer.ts';
import { OptimisticTickets } from './optimistic-tickets.ts';
import type { OutboxEvents, OutboxOptions } from './outbox-events.ts';
import { dependentsOf, OutboxItems, SentChanges } from './outbox-items.ts';
import { Overview } from './overview.ts';
import { SentOwnChanges } from './own-changes.ts';
import { Reconciler } from './reconcile.ts';
import { Refusals } from './refusals.ts';
import { ServerSearch } from './search-server.ts';
import { changeToSend, isSendableByUser, requireOffered, requireReplaceable, requireSameTarget } from './send-rules.ts';
import { Sender } from './sender.ts';
import type { Confirmed, StoredChange } from './stored-change.ts';
import { YoungTickets } from './young-tickets.ts';

export type { OutboxEvents } from './outbox-events.ts';

export class Outbox {
  readonly drafts: Drafts;
  readonly templates: Templates;
  /** The cached tickets with the pending changes applied. */
  readonly tickets: OptimisticTickets;
  /** Tells what the user did to tickets from what others did. */
  readonly own: OwnChanges;
  /** Numbers over these tickets and over what was sent. */
  readonly overview: Overview;
  /** Actions on many tickets. */
  readonly groups: ChangeGroups;
  readonly #file: SqliteFile;
  readonly #cache: Cache;
  readonly #personal: Personal;
  readonly #events: OutboxEvents;
  readonly #retryPolicy: RetryPolicy;
  readonly #nowMs: () => number;
  readonly #table: ChangeTable;
  readonly #items: OutboxItems;
  readonly #sentChanges: SentChanges;
  readonly #chunks: FileChunks;
  readonly #reconciler: Reconciler;
  readonly #sender: Sender;
  readonly #attacher: Attacher;
  readonly #refusals = new Refusals((tickets) => this.#events.onRefused(tickets));
  readonly #closed = new AbortController();
  #closing: Promise<void> | null = null;

  /** @param file as returned by `openOutboxFile`; nothing is sent before `start` */
  constructor(file: SqliteFile, options: OutboxOptions) {
    const { api, cache, personal, skewMs, events, retryPolicy = defaultRetryPolicy, nowMs = Date.now } = options;
    this.#file = file;
    this.#cache = cache;
    this.#personal = personal;
    this.#events = events;
    this.#retryPolicy = retryPolicy;
    this.#nowMs = nowMs;
    file.onUnreadable = () => events.onCorrupt();
    this.#table = new ChangeTable(file);
    this.#table.recover();
    this.#items = new OutboxItems(
      this.#table,
      (id) => this.#sender.doneBytesOf(id),
      (outbox) => events.onOutbox(outbox),
    );
    this.#sentChanges = new SentChanges(this.#table, cache, personal, nowMs, (error) => this.#report(error));
    this.#chunks = new FileChunks(file, this.#closed.signal, (error) => this.#report(error));
    this.drafts = new Drafts(file, nowMs, personal.repeats.prepared);
    this.templates = new Templates(file);
    this.tickets = new OptimisticTickets(this.#table, cache, personal, nowMs);
    this.overview = new Overview(this.tickets, this.#table, cache, nowMs);
    this.own = new SentOwnChanges(this.#table);
    const clock = { nowMs, skewMs };
    const young = new YoungTickets(this.#table, cache, clock);
    const search = new ServerSearch(api, this.#table, cache, clock, young);
    this.#reconciler = new Reconciler(api, search, young, retryPolicy.discardSearchDelaysMs);
    const fileLimit = new FileLimit(file);
    const deliverer = new Deliverer(api, this.#chunks, fileLimit);
    this.#sender = new Sender(this.#table, this.#reconciler, deliverer, young, clock, retryPolicy, {
      onItemsChanged: () => this.#items.report(),
      onConfirmed: (stored, confirmed) => this.#confirm(stored, confirmed),
      onRefused: ({ ticketId, ticketTitle }) => this.#refusals.add({ id: ticketId, title: ticketTitle }),
      onProblem: (problem, error) => events.onProblem(problem, error),
    });
    const addAttachment = (id: ChangeId, to: TicketId, file: { fileName: string; sizeBytes: number }) => {
      const ticketId = this.tickets.requireCurrentId(to);
      const refusal = fileLimit.problemOf(file.sizeBytes);
      this.#insert(id, ticketId, { kind: 'attachment', ticketId, ...file }, null, refusal);
    };
    this.#attacher = new Attacher(this.#chunks, addAttachment, this.#closed.signal);
    this.groups = new ChangeGroups(this.#table, this.tickets, cache, this.#sender, nowMs, {
      save: (draftKey, write) => this.#save(draftKey, write),
      onChanged: (ids) => this.#reportChanged(ids),
    });
  }

  /** Begins to send, and cleans up after earlier runs. */
  start(): void {
    this.#sender.beginDue();
    this.#chunks.sweep();
    this.#sentChanges.trim();
  }

  /** Returns the changes that are not confirmed yet, oldest first. */
  list(): OutboxList {
    return this.#items.list();
  }

  /** The language has changed: problems get their sentences in that language. */
  reword(): void {
    this.#table.forget();
    this.#items.report();
  }

  /** Returns a slice of the log of confirmed changes, newest first. */
  sent(offset: number, limit: number): SentLog {
    return this.#sentChanges.list(offset, limit);
  }

  /** Returns the confirmed changes of a ticket, oldest first. */
  sentOf(ticketId: TicketId): OutboxItem[] {
    return this.#sentChanges.of(ticketId);
  }

  /**
   * Writes a change to the disk and, in the same transaction, removes the draft that it came from.
   * @throws ProblemError `invalid-input` for a new ticket of a type or category that the operator does not offer, `not-found`
   * for a new ticket that was discarded, `disk-full`, `disk-error`
   */
  add(form: FormChange, draftKey: string | null): { id: ChangeId; ticketId: TicketId } {
    const change = changeToSend(form);
    if (change.kind === 'create') requireOffered(change.fields, this.#catalogue());
    const id = changeIdSchema.parse(randomUUID());
    const ticketId = change.kind === 'create' ? localTicketId(id) : this.tickets.requireCurrentId(change.ticketId);
    this.#insert(id, ticketId, change, draftKey);
    return { id, ticketId };
  }

  /** Copies files from the disk into the outbox and attaches them to a ticket. */
  attachPaths(ticketId: TicketId, paths: readonly string[]): Promise<AttachResult> {
    return this.#attacher.attach(ticketId, filesAt(paths));
  }

  /** Attaches bytes that are no file on the disk, such as a pasted picture. */
  attachBytes(ticketId: TicketId, fileName: string, bytes: Uint8Array): Promise<AttachResult> {
    return this.#attacher.attach(ticketId, [fileOf(fileName, bytes)]);
  }

  /**
   * Gives a change another content; its place in the order stays.
   * @throws ProblemError as `add`, `change-sent` when it has left meanwhile, and `change-discarded`
   */
  async replace(id: ChangeId, form: FormChange, draftKey: string | null): Promise<void> {
    const change = changeToSend(form);
    if (change.kind === 'create') requireOffered(change.fields, this.#catalogue());
    const requireStored = () => {
      const stored = this.#table.requirePending(id, {});
      requireReplaceable(stored);
      return stored;
    };
    requireStored();
    await this.#sender.whileHeld(id, () => {
      const stored = requireStored();
      requireSameTarget(stored, change, (ticketId) => this.tickets.requireCurrentId(ticketId));
      this.#save(draftKey, () => {
        this.#table.replace(id, change);
        rebaseOnUnsent(this.#table, stored, { ...stored, change });
        if (change.kind === 'create') this.#table.retitle(stored.ticketId, change.fields.title);
      });
      this.#sender.retry(id);
      this.#reportChanged([stored.ticketId]);
    });
  }

  /** Sends a change now: one that waits, was refused, or was searched for in vain. */
  send(id: ChangeId): void {
    const stored = this.#table.requirePending(id);
    if (isSendableByUser(stored)) this.#table.requeue(id);
    this.#sender.sendNow(stored);
    this.#items.report();
  }

  /**
   * Confirms a change that was searched for in vain by something on the server that the user recognised as its effect.
   * @throws ProblemError `invalid-input` for anything but one of its `lookalikes`, `no-open-account` if the account is closed
   * meanwhile
   */
  async claim(id: ChangeId, ref: string): Promise<void> {
    this.#table.requirePending(id);
    await this.#sender.whileHeld(id, async () => {
      const stored = this.#table.requirePending(id);
      const claimed = await this.#reconciler.reconcileClaimed(stored, ref, this.#closed.signal);
      // Meanwhile the same ticket may have been recognised as another request.
      const isTaken = stored.change.kind === 'create' && this.#table.confirmed.withRef(ref).length > 0;
      if (isTaken) throw new ProblemError('invalid-input', { field: 'ref' });
      this.#confirm(stored, claimed);
    });
  }

  /**
   * Discards a change together with those that depend on it. One that may have arrived is searched for first; all stay if another
   * change, or a note of the user's own, is added to them meanwhile.
   * @throws ProblemError `change-sent` when it has arrived, `not-confirmed` when it may have or another was added, or why it cannot
   * be searched for, `no-open-account` among it if the account is closed meanwhile
   */
  async discard(id: ChangeId): Promise<void> {
    const dependents = dependentsOf(this.#table.requirePending(id), this.#table).map((each) => each.id);
    await this.#sender.whileAllHeld([...dependents, id], async () => {
      const stored = this.#table.requirePending(id);
      const ownBefore = this.#ownOf(stored.ticketId);
      const result = await this.#reconciler.reconcileDiscarded(stored, this.#closed.signal);
      if (result?.kind === 'confirmed') {
        this.#confirm(stored, result);
        throw new ProblemError('change-sent', { todo: words().outbox.lookInTicket });
      }
      if (result) {
        this.#table.markUndecided(id, notConfirmed(stored.lostAnswer, 'lookalikes'), result.lookalikes);
        this.#items.report();
        throw notDiscarded();
      }
      const leaving = dependentsOf(stored, this.#table);
      if (leaving.some((each) => !dependents.includes(each.id)) || this.#ownOf(stored.ticketId) !== ownBefore) {
        throw new ProblemError('not-confirmed', words().outbox.addedMeanwhile);
      }
      this.#table.transaction(() => {
        for (const gone of [...leaving, stored]) this.#table.remove(gone.id);
        rebaseOnUnsent(this.#table, stored, null);
        if (stored.change.kind === 'create') this.#personal.forgetTicket(stored.ticketId);
      });
      this.#reportChanged([stored.ticketId]);
    });
    this.#chunks.sweep();
  }

  /** The marks, the note and the dates that the user gave a ticket, to be compared with what they are later. */
  #ownOf(id: TicketId): string {
    return JSON.stringify([this.#personal.marks.of(id), this.#personal.maintenance.of(id)]);
  }

  /** Whether the user opened a ticket or changed it, here or, as far as the server names the user's authors, elsewhere. */
  isMine(id: TicketId): boolean {
    const current = this.tickets.currentId(id);
    if (current === null) return false;
    if (this.#table.hasChanged(current)) return true;
    const author = this.#cache.ticket(current)?.summary.createdBy;
    return author ? this.#table.confirmed.isOwnAuthor(author) : false;
  }

  /** Tries what waits at once, because the network may be back. */
  wake(): void {
    this.#sender.wake();
  }

  /**
   * Closes the file after a short grace for what is under way. A change that is cut short is searched for at the next start,
   * and a file that is cut short is reported as not attached.
   */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    const { closeGraceMs, copyGraceMs } = this.#retryPolicy;
    try {
      await Promise.all([
        endsWithin(this.#sender.stop(), closeGraceMs).finally(() => this.#sender.abort()),
        endsWithin(this.#attacher.idle(), copyGraceMs),
      ]);
    } finally {
      this.#closed.abort(new ProblemError('no-open-account'));
      this.#items.close();
      this.#refusals.close();
      this.#file.onUnreadable = null; // too late to be of use
      await this.#file.close();
    }
  }

  /** @param refusal why it is put before the user instead of being sent; `null` for no reason */
  #insert(
    id: ChangeId,
    ticketId: TicketId,
    change: Change,
    draftKey: string | null,
    refusal: Problem | null = null,
  ): void {
    const ticketTitle =
      change.kind === 'create'
        ? change.fields.title
        : (this.#cached(() => this.tickets.ticket(ticketId))?.summary.title ?? '');
    const createdAtMs = this.#nowMs();
    this.#save(draftKey, () => {
      this.#table.insert({ id, groupId: null, ticketId, ticketTitle, change, createdAtMs });
      if (refusal) this.#table.markRefused(id, createdAtMs, refusal, null);
    });
    this.#sender.wake();
    this.#reportChanged([ticketId]);
  }

  /** Writes what the user typed, and removes its draft in the same transaction. */
  #save(draftKey: string | null, write: () => void): void {
    saveTyped(() =>
      this.#table.transaction(() => {
        write();
        if (draftKey !== null) this.drafts.removeSent(draftKey);
      }),
    );
  }

  /** Moves a change that the server has to the log. */
  #confirm(stored: StoredChange, confirmed: Confirmed): void {
    const { ticketId, change } = stored;
    const current = this.#sentChanges.add(stored, confirmed);
    this.#reportChanged([...new Set([ticketId, current])]);
    this.#events.onConfirmed(current, change.kind);
    if (change.kind === 'attachment') this.#chunks.sweep();
  }

  #report(error: unknown): void {
    this.#events.onProblem(problemOf(error), error);
  }

  #reportChanged(ids: TicketId[]): void {
    this.#items.report();
    this.#events.onTicketsChanged(ids);
  }

  /** Returns the server's table; `null` where it cannot be read. */
  #catalogue(): Catalogue | null {
    return this.#cached(() => this.#cache.lists.catalogue() ?? []);
  }

  /** Reads the cache; `null` where it is damaged, which must not keep the user from writing. */
  #cached<T>(read: () => T): T | null {
    try {
      return read();
    } catch (error) {
      this.#report(error);
      return null;
    }
  }
}

/** Waits for work that does not fail, but no longer than `limitMs`. */
async function endsWithin(work: Promise<unknown>, limitMs: number): Promise<void> {
  const limit = new AbortController();
  await Promise.race([work, sleep(limitMs, null, { signal: limit.signal }).catch(() => null)]);
  limit.abort();
}
