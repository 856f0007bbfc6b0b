/* An index and the model of it, which go the same steps and are compared. */

import { expect, vi } from 'vitest';
import type { TicketId } from '../../../electron/contract/ids.ts';
import { ProblemError } from '../../../electron/contract/problem.ts';
import {
  baseViews,
  type FilterField,
  filterFields,
  type Sort,
  type TicketSelection,
} from '../../../electron/contract/query.ts';
import { SqliteFile } from '../../../electron/store/database.ts';
import { migrate } from '../../../electron/store/migrate.ts';
import { cacheMigrations, firstCacheVersion } from '../../../electron/store/schema.ts';
import { TicketIndex } from '../../../electron/store/ticket-index.ts';
import { removeTicket, saveDetail, saveSummaries } from '../../../electron/store/ticket-writer.ts';
import { memoryDatabase } from '../../support/cache.ts';
import { aDetail, aTicket, ticketId } from '../../support/tickets.ts';
import { IndexModel, type Known } from './index-model.ts';
import type { Step } from './steps.ts';

/** So few that what is prepared is seldom read as a whole before the next write. */
const rowsPerChunk = 3;

/** An index and the model of it. */
export class World {
  readonly #database = memoryDatabase();
  readonly #model = new IndexModel();
  #index: TicketIndex;

  constructor() {
    migrate(this.#database, cacheMigrations, firstCacheVersion);
    this.#index = this.#open();
  }

  #open(): TicketIndex {
    return new TicketIndex(this.#database, () => this.#model.nowMs, rowsPerChunk);
  }

  do(step: Step): void {
    const model = this.#model;
    if (step.kind === 'write') {
      const tickets = step.tickets.map(({ number, fields }) => aTicket(number, fields));
      const distinct = [...new Map(tickets.map((ticket) => [ticket.id, ticket])).values()];
      this.#index.apply(saveSummaries(this.#database, this.#index, distinct).updates);
      for (const ticket of distinct) model.write(ticket);
    } else if (step.kind === 'detail') {
      const known = model.known.get(ticketId(step.number));
      if (!known) return;
      const detail = aDetail(step.detail);
      const row = this.#rowOf(known.summary.id);
      const update = saveDetail(this.#database, this.#index, row, known.summary, detail, { nowMs: 1, serverNowMs: 1 });
      if (update) this.#index.apply([update]);
      known.detail = detail;
    } else if (step.kind === 'remove') {
      const update = removeTicket(this.#database, ticketId(step.number));
      if (update) {
        this.#database.run('DELETE FROM unread WHERE row = ?', update.row);
        this.#index.apply([update]);
      }
      model.known.delete(ticketId(step.number));
    } else if (step.kind === 'unread') {
      const known = step.numbers.flatMap((number) => model.known.get(ticketId(number)) ?? []);
      for (const one of known) this.#setUnread(one, step.unread);
      this.#index.applyUnread(
        known.map(({ summary }) => this.#rowOf(summary.id)),
        step.unread,
      );
    } else if (step.kind === 'overlay') {
      model.overlay = step.overlay;
      this.#index.setOverlay(step.overlay);
    } else if (step.kind === 'prepare') {
      const query = { ...step.selection, sort: step.sort };
      for (let chunk = 0; chunk < step.chunks && this.#index.prepareChunk(query); chunk++);
    } else if (step.kind === 'clock') {
      model.nowMs += step.byMs;
    } else {
      this.#index = this.#open();
      this.#index.setOverlay(model.overlay);
    }
  }

  async compare(selection: TicketSelection, sort: Sort): Promise<void> {
    const expected = this.#model.page(selection, sort);
    const query = { ...selection, sort };
    const whole = this.#index.page({ ...query, offset: 0, limit: 500 });
    expect(whole).toEqual({ rows: expected, matching: expected.length });
    expect(this.#index.page({ ...query, offset: 2, limit: 3 }).rows).toEqual(expected.slice(2, 5));
    expect(await this.#index.ids({ ...query, first: 1, last: 4 })).toEqual(expected.slice(1, 5).map(({ id }) => id));
    const counted = [selection, ...baseViews.map((view) => ({ ...selection, view })), { ...selection, search: '' }];
    expect(this.#index.counts(counted)).toEqual(counted.map((one) => this.#model.find(one).length));
    const found = [...this.#model.known.keys()].filter((id) => this.#index.finds(selection, id));
    expect(new Set(found)).toEqual(new Set(this.#model.find(selection).map(({ summary }) => summary.id)));
    const facets = this.#index.facets(selection);
    for (const field of filterFields) {
      const found = facets[field].map(({ value, count }) => [value, count] as const);
      expect(new Map(found)).toEqual(this.#facet(selection, field));
    }
    const [first] = expected;
    if (first) expect(this.#index.ticketRow(first.id)).toEqual(first);
  }

  isPrepared(selection: TicketSelection, sort: Sort): boolean {
    return this.#index.isPrepared({ ...selection, sort });
  }

  /** The disk refuses every read after so many, until the trouble ends. */
  refuseAfter(reads: number): { end(): void } {
    let left = reads;
    const spy = vi.spyOn(this.#database, 'first').mockImplementation((sql, ...values) => {
      left -= 1;
      if (left >= 0) return SqliteFile.prototype.first.call(this.#database, sql, ...values);
      throw new ProblemError('disk-busy');
    });
    return { end: () => spy.mockRestore() };
  }

  close(): Promise<void> {
    return this.#database.close();
  }

  #facet(selection: TicketSelection, field: FilterField): Map<string, number> {
    const counts = new Map<string, number>();
    for (const { summary } of this.#model.find({ ...selection, filters: { ...selection.filters, [field]: [] } })) {
      counts.set(summary[field], (counts.get(summary[field]) ?? 0) + 1);
    }
    return counts;
  }

  #setUnread(known: Known, unread: 0 | 1 | 2): void {
    const row = this.#rowOf(known.summary.id);
    this.#database.run('DELETE FROM unread WHERE row = ?', row);
    if (unread > 0) this.#database.run('INSERT INTO unread VALUES (?, NULL, ?)', row, unread - 1);
    known.unread = unread;
  }

  #rowOf(id: TicketId): number {
    return Number(this.#database.first('SELECT row FROM ticket WHERE id = ?', id)?.row);
  }
}
