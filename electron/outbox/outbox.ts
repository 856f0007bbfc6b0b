import { randomUUID } from 'node:crypto';
import type { ApiClient, WholeTicket } from '../api/client.ts';
import type { AttachResult } from '../contract/attachment.ts';
import type { Change, FormChange, OutboxItem, Outbox as OutboxList, SentLog } from '../contract/change.ts';
import type { NewTicket } from '../contract/fields.ts';
import { type ChangeId, changeIdSchema, localTicketId, type TicketId, ticketIdSchema } from '../contract/ids.ts';
import { type Problem, ProblemError, problemOf } from '../contract/problem.ts';
import type { Cache } from '../store/cache.ts';
import type { SqliteFile } from '../store/database.ts';
import { attach, type FileToAttach, fileOf, filesAt } from './attachments.ts';
import { defaultRetryPolicy, type RetryPolicy } from './backoff.ts';
import { ChangeTable, dependentsOf, itemOf, itemsOf, type StoredChange, wasPerhapsSent } from './change-table.ts';
import { Drafts, keepTyped, Templates } from './drafts.ts';
import { endedWithin } from './ended-within.ts';
import { expectOffered } from './equality.ts';
import { FileChunks } from './file-chunks.ts';
import { OptimisticTickets } from './optimistic-tickets.ts';
import { lookBeforeDiscard, Reconciler, type Reconciliation } from './reconcile.ts';
import { Sender } from './sender.ts';

/**
 * What the user wants done at the operator's, on the disk until it is: nothing leaves before it lies here, and nothing goes
 * from here before the server has confirmed it or the user has thrown it away.
 */
export class Outbox {
  readonly drafts: Drafts;
  readonly templates: Templates;
  /** The tickets with these changes in them. */
  readonly tickets: OptimisticTickets;
  readonly #parts: Parts;
  readonly #table: ChangeTable;
  readonly #sender: Sender;
  /** Files that are being copied; none of these fails. */
  readonly #copying = new Set<Promise<AttachResult>>();
  #closing: Promise<void> | null = null;

  /** @param file as `openOutboxFile` gives it; nothing is sent before `start`. */
  constructor(file: SqliteFile, options: OutboxOptions) {
    this.#parts = makeParts(file, options);
    this.#table = this.#parts.table;
    this.#sender = this.#parts.sender;
    this.drafts = this.#parts.drafts;
    this.templates = this.#parts.templates;
    this.tickets = this.#parts.view;
  }

  /** Begins to send, and clears away what an earlier run left behind. */
  start(): void {
    this.#sender.wake();
    this.#parts.sweep();
    this.#parts.trimLog();
  }

  /** What is not confirmed yet, oldest first. */
  list(): OutboxList {
    return { items: this.#parts.items() };
  }

  sent(offset: number, limit: number): SentLog {
    const { changes, total } = this.#table.sent(offset, limit);
    return { items: changes.map((stored) => itemOf(stored)), total };
  }

  /**
   * Writes a change to the disk, with the draft that it came from removed in the same step.
   * @throws ProblemError `invalid-input` for a new ticket of a kind that nobody offers
   */
  add(change: FormChange, draftKey: string | null): { id: ChangeId; ticketId: TicketId } {
    if (change.kind === 'create') this.#parts.expectOffered(change.fields);
    const id = changeIdSchema.parse(randomUUID());
    const ticketId = change.kind === 'create' ? localTicketId(id) : this.#currentId(change.ticketId);
    this.#insert(id, ticketId, change, draftKey);
    return { id, ticketId };
  }

  /** Copies files from the disk into the outbox and attaches them to a ticket. */
  attachPaths(ticketId: TicketId, paths: readonly string[]): Promise<AttachResult> {
    return this.#attach(ticketId, filesAt(paths));
  }

  /** Attaches what lies on no disk. */
  attachBytes(ticketId: TicketId, fileName: string, bytes: Uint8Array): Promise<AttachResult> {
    return this.#attach(ticketId, [fileOf(fileName, bytes)]);
  }

  /** Puts another content in a change's place in the order. @throws ProblemError as `add`, and `change-sent` when it has left */
  async replace(id: ChangeId, change: FormChange, draftKey: string | null): Promise<void> {
    if (change.kind === 'create') this.#parts.expectOffered(change.fields);
    this.#expectChangeable(id);
    await this.#sender.whileHeld(id, () => {
      const stored = this.#expectChangeable(id);
      this.#expectSameAim(stored, change);
      this.#keep(() => {
        this.#table.replace(id, change);
        if (change.kind === 'create') this.#table.retitle(stored.ticketId, change.fields.title);
        if (draftKey !== null) this.drafts.remove(draftKey);
      });
      this.#sender.forget(id);
      this.#parts.tellChanged([stored.ticketId]);
    });
  }

  /** Sends a change now: one that waits, was refused, or was looked for in vain. */
  send(id: ChangeId): void {
    const { state, needsDecision } = this.#expect(id);
    if (state === 'waiting' || state === 'refused' || needsDecision) this.#table.markAgain(id);
    this.#sender.forget(id);
    this.#parts.tellNews();
  }

  /**
   * Throws a change away with all that hangs on it. What may be on its way is stopped and looked for first.
   * @throws ProblemError `change-sent` when it has arrived, or why it cannot be looked for
   */
  async discard(id: ChangeId): Promise<void> {
    this.#expect(id);
    await this.#sender.whileHeld(id, async () => {
      const stored = this.#expect(id);
      const insight = await lookBeforeDiscard(stored, this.#parts);
      if (insight) {
        this.#parts.confirm(stored, insight);
        throw new ProblemError('change-sent', { todo: 'Open the ticket to see what arrived.' });
      }
      this.#table.transaction(() => {
        for (const dependent of this.#parts.dependentsOf(stored)) this.#table.remove(dependent.id);
        this.#table.remove(id);
      });
      this.#parts.tellChanged([stored.ticketId]);
    });
    this.#parts.sweep();
  }

  /** The network may be back: what waits is tried at once. */
  hurry(): void {
    this.#sender.hurry();
  }

  /** Breaks off what does not end in a moment: a sending is looked for at the next start, a copy is told to be none. */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    try {
      const copied = Promise.all(this.#copying);
      await Promise.all([this.#sender.close(), endedWithin(copied, this.#parts.pace.copyGraceMs)]);
    } finally {
      this.#parts.closed.abort();
      this.#parts.file.onUnreadable = null; // told too late to be of use
      this.#parts.file.close();
    }
  }

  #attach(ticketId: TicketId, files: readonly FileToAttach[]): Promise<AttachResult> {
    const copying = attach(ticketId, files, {
      pieces: this.#parts.pieces,
      signal: this.#parts.closed.signal,
      commit: (id, to, { fileName, sizeBytes }) => {
        const current = this.#currentId(to);
        this.#insert(id, current, { kind: 'attachment', ticketId: current, fileName, sizeBytes }, null);
      },
    }).finally(() => {
      this.#copying.delete(copying);
      this.#parts.sweep();
    });
    this.#copying.add(copying);
    return copying;
  }

  #insert(id: ChangeId, ticketId: TicketId, change: Change, draftKey: string | null): void {
    const ticketTitle =
      change.kind === 'create' ? change.fields.title : (this.tickets.ticket(ticketId)?.summary.title ?? '');
    this.#keep(() => {
      this.#table.insert({ id, ticketId, ticketTitle, change, createdAtMs: this.#parts.nowMs() });
      if (draftKey !== null) this.drafts.remove(draftKey);
    });
    this.#sender.hurry();
    this.#parts.tellChanged([ticketId]);
  }

  #keep(write: () => void): void {
    keepTyped(() => this.#table.transaction(write));
  }

  #currentId(id: TicketId): TicketId {
    const current = this.tickets.currentId(id);
    const message = 'The new ticket that this belongs to was discarded.';
    if (!current) throw new ProblemError('not-found', { message, todo: 'Open a new ticket, or choose another one.' });
    return current;
  }

  #expect(id: ChangeId): StoredChange {
    const stored = this.#table.find(id);
    const message = 'This change was discarded already.';
    if (!stored) throw new ProblemError('invalid-input', { message, todo: 'Nothing is left to be done.', field: 'id' });
    if (stored.state === 'sent') throw new ProblemError('change-sent');
    return stored;
  }

  #expectChangeable(id: ChangeId): StoredChange {
    const stored = this.#expect(id);
    if (stored.state !== 'waiting' && stored.state !== 'refused') throw new ProblemError('change-sent');
    if (wasPerhapsSent(stored) && !Reconciler.isSettledByTicket(stored)) {
      // With another content nobody could look for the old one any more, and both would be there.
      throw new ProblemError('change-sent', {
        message: 'An earlier sending of this change may have arrived.',
        todo: 'Send it as it is, which looks for it first, or discard it.',
      });
    }
    return stored;
  }

  #expectSameAim(stored: StoredChange, change: FormChange): void {
    const isSameKind = stored.change.kind === change.kind;
    const isSameTicket = change.kind === 'create' || this.#currentId(change.ticketId) === stored.ticketId;
    if (!isSameKind || !isSameTicket) throw new ProblemError('invalid-input', { field: 'change' });
  }
}

/** What the outbox is made of, and what several of its methods do. */
type Parts = {
  file: SqliteFile;
  table: ChangeTable;
  pieces: FileChunks;
  drafts: Drafts;
  templates: Templates;
  view: OptimisticTickets;
  sender: Sender;
  inspector: Reconciler;
  pace: RetryPolicy;
  closed: AbortController;
  nowMs: () => number;
  items(): OutboxItem[];
  /** @throws ProblemError `invalid-input` for what is known not to be offered */
  expectOffered(fields: NewTicket): void;
  /** The changes that are discarded with one. */
  dependentsOf(stored: StoredChange): StoredChange[];
  confirm(stored: StoredChange, insight: Extract<Reconciliation, { kind: 'done' }>): void;
  tellNews(): void;
  tellChanged(ids: TicketId[]): void;
  /** Removes copies of files that nobody needs any more, in the background. */
  sweep(): void;
  /** Removes what stands in the log for longer than it is kept. */
  trimLog(): void;
};

/** How long what was sent stays to be read; as the README has it. */
const logKeptMs = 365 * 24 * 60 * 60_000;

/** Puts the parts together around the opened file. */
function makeParts(file: SqliteFile, options: OutboxOptions): Parts {
  const { api, cache, skewMs, events, pace = defaultRetryPolicy, nowMs = Date.now } = options;
  file.onUnreadable = () => {
    file.onUnreadable = null;
    events.onCorrupt();
  };
  const closed = new AbortController();
  const table = new ChangeTable(file);
  table.recover();
  const pieces = new FileChunks(file);
  const inspector = new Reconciler({ api, table, skewMs });
  const sweep = () =>
    void pieces.sweep(closed.signal).catch((error: unknown) => events.onProblem(problemOf(error), error));
  const items = () => itemsOf(table.pending(), (id) => sender.progressOf(id));
  const news = new News(() => {
    if (!closed.signal.aborted) events.onOutbox({ items: items() });
  });
  const fetchedCatalogue = () => {
    try {
      return cache.lists.catalogue() ?? [];
    } catch (error) {
      events.onProblem(problemOf(error), error); // a cache that is damaged keeps nobody from writing
      return null;
    }
  };
  const confirm = (stored: StoredChange, insight: Extract<Reconciliation, { kind: 'done' }>) => {
    confirmChange(stored, insight, { table, cache, events, nowMs });
    news.tell();
    if (stored.change.kind === 'attachment') sweep();
  };
  const sender = new Sender({
    ...{ table, api, inspector, pace, nowMs, skewMs },
    chunksOf: (id) => pieces.read(id),
    alike: ({ change }) => (change.kind === 'create' ? cache.alike(trimmed(change.fields)) : []),
    onNews: () => news.tell(),
    onSending: ({ ticketId, change }) => events.onSending(ticketId, change.kind),
    onConfirmed: confirm,
    onProblem: events.onProblem,
  });
  return {
    ...{ file, table, pieces, sender, inspector, pace, closed, nowMs, items, confirm, sweep },
    expectOffered(fields) {
      const fetched = fetchedCatalogue();
      if (fetched) expectOffered(fields, fetched);
    },
    trimLog() {
      try {
        table.forgetSent(nowMs() - logKeptMs);
      } catch (error) {
        events.onProblem(problemOf(error), error); // it stays for another while
      }
    },
    drafts: new Drafts(file, nowMs),
    templates: new Templates(file),
    view: new OptimisticTickets(table, cache),
    dependentsOf: (stored) => dependentsOf(stored, table.pending()),
    tellNews: () => news.tell(),
    tellChanged: (ids) => {
      news.tell();
      events.onTicketsChanged(ids);
    },
  };
}

/** As the cache has it. */
function trimmed({ title, site, requestType, category }: NewTicket) {
  return { title: title.trim(), site: site.trim(), requestType: requestType.trim(), category: category.trim() };
}

export type OutboxEvents = {
  onOutbox(outbox: OutboxList): void;
  /** These tickets look different now. */
  onTicketsChanged(ids: TicketId[]): void;
  /** A change of this ticket is about to leave; of one that is not created yet under its local id. */
  onSending(id: TicketId, kind: Change['kind']): void;
  /** The server has confirmed a change of this ticket. */
  onConfirmed(id: TicketId, kind: Change['kind']): void;
  /** The file turned out to be unreadable while in use; told once. */
  onCorrupt(): void;
  onProblem(problem: Problem, error: unknown): void;
};

type OutboxOptions = {
  api: ApiClient;
  cache: Cache;
  /** This computer's clock minus the server's, in milliseconds. */
  skewMs: () => number;
  events: OutboxEvents;
  pace?: RetryPolicy | undefined;
  nowMs?: (() => number) | undefined;
};

type ConfirmTools = { table: ChangeTable; cache: Cache; events: OutboxEvents; nowMs: () => number };

/** The server has it: the change goes to the log, what hung on it goes on, and the cache shows it. */
function confirmChange(
  { id, ticketId, change }: StoredChange,
  { confirmation, ticket }: Extract<Reconciliation, { kind: 'done' }>,
  { table, cache, events, nowMs }: ConfirmTools,
): void {
  const isCreate = change.kind === 'create';
  const current = isCreate ? ticketIdSchema.parse(confirmation.claim) : ticketId;
  // The cache first: between the two the ticket is seen twice, never not at all.
  if (ticket) saveTicket(ticket, { cache, events, nowMs });
  table.transaction(() => {
    table.markSent(id, nowMs(), confirmation);
    if (isCreate) table.moveTo(ticketId, current);
  });
  events.onTicketsChanged(unique([ticketId, current]));
  events.onConfirmed(current, change.kind);
}

/** A cache that cannot be written has ways of its own to say so, and must not make a change that arrived look as if it had not. */
function saveTicket({ summary, detail }: WholeTicket, { cache, events, nowMs }: Omit<ConfirmTools, 'table'>): void {
  try {
    cache.saveTicket(summary, detail, nowMs());
  } catch (error) {
    events.onProblem(problemOf(error), error);
  }
}

const unique = (ids: TicketId[]) => [...new Set(ids)];

/** Tells that something changed, once for all that changes in one go. */
class News {
  readonly #tell: () => void;
  #isPlanned = false;

  constructor(tell: () => void) {
    this.#tell = tell;
  }

  tell(): void {
    if (this.#isPlanned) return;
    this.#isPlanned = true;
    setImmediate(() => {
      this.#isPlanned = false;
      this.#tell();
    });
  }
}
