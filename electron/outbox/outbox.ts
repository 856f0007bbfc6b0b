import { randomUUID } from 'node:crypto';
import type { AttachResult } from '../contract/attachment.ts';
import type { Change, FormChange, Outbox as OutboxList, SentLog } from '../contract/change.ts';
import { type ChangeId, changeIdSchema, localTicketId, type TicketId } from '../contract/ids.ts';
import { ProblemError } from '../contract/problem.ts';
import type { SqliteFile } from '../store/database.ts';
import { attach, type FileToAttach, fileOf, filesAt } from './attach.ts';
import type { ChangeTable } from './change-table.ts';
import { lookBeforeDiscard } from './discard.ts';
import type { Drafts } from './drafts.ts';
import { endedWithin } from './ended-within.ts';
import { Inspector } from './inspector.ts';
import { keepTyped } from './keep-typed.ts';
import type { OutboxOptions } from './options.ts';
import { makeParts, type Parts } from './parts.ts';
import type { Sender } from './sender.ts';
import { itemOf, type StoredChange, wasPerhapsSent } from './stored-change.ts';
import type { Templates } from './templates.ts';
import type { View } from './view.ts';

/**
 * What the user wants done at the operator's, on the disk until it is: nothing leaves before it lies here, and nothing goes
 * from here before the server has confirmed it or the user has thrown it away.
 */
export class Outbox {
  readonly drafts: Drafts;
  readonly templates: Templates;
  /** The tickets with these changes in them. */
  readonly view: View;
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
    this.view = this.#parts.view;
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
      change.kind === 'create' ? change.fields.title : (this.view.ticket(ticketId)?.summary.title ?? '');
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
    const current = this.view.currentId(id);
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
    if (wasPerhapsSent(stored) && !Inspector.isSettledByTicket(stored)) {
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
