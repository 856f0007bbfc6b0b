/* The tickets of the overlay by their rows, with their notes in the forms that searching and sorting compare. */

import { z } from 'zod';
import { type TicketId, ticketIdSchema } from '../contract/ids.ts';
import { type Marks, noMarks } from '../contract/marks.ts';
import { foldText } from '../contract/search-text.ts';
import { sortKeyOf } from '../contract/sort-key.ts';
import type { Reader } from './database.ts';
import type { FacetColumns } from './facet-columns.ts';
import { emptyOverlay, type Overlay } from './overlay.ts';
import type { Ranks } from './row-order.ts';

/** A cached ticket that has marks, or changes that need the user. */
type OverlaidRow = { row: number; marks: Marks; trouble: 'refused' | 'unconfirmed' | undefined };

type Note = { folded: string; key: string };

export class OverlayRows {
  readonly #database: Reader;
  #overlay: Overlay = emptyOverlay;
  #rows: ReadonlyMap<number, OverlaidRow> | null = null;
  #siteNotes: { site: string; folded: string }[] = [];
  #unsent: { id: TicketId; folded: string }[] = [];
  /** Kept from one overlay to the next, since most of it stays the same. */
  readonly #rowById = new Map<TicketId, number>();
  readonly #notes = new WeakMap<Marks, Note>();

  constructor(database: Reader) {
    this.#database = database;
  }

  get overlay(): Overlay {
    return this.#overlay;
  }

  set(overlay: Overlay): void {
    if (overlay.unsentTexts !== this.#overlay.unsentTexts) {
      this.#unsent = [...overlay.unsentTexts].map(([id, text]) => ({ id, folded: foldText(text) }));
    }
    this.#overlay = overlay;
    this.#rows = null;
    this.#siteNotes = [...overlay.siteNotes].map(([site, note]) => ({ site, folded: foldText(note) }));
  }

  /** To be called when tickets were added. */
  look(): void {
    this.#rows = null;
  }

  /** To be called when tickets were removed, or a write was rolled back. */
  forget(): void {
    this.#rowById.clear();
    this.#rows = null;
  }

  /** Returns them by row. */
  all(): ReadonlyMap<number, OverlaidRow> {
    this.#rows ??= this.#read();
    return this.#rows;
  }

  /** Returns the rows of those of these tickets that are cached. */
  rowsOf(ids: readonly TicketId[]): number[] {
    const unknown = ids.filter((id) => !this.#rowById.has(id));
    if (unknown.length > 0) this.#readRows(unknown);
    return ids.flatMap((id) => this.#rowById.get(id) ?? []);
  }

  /** Returns the ranks of the tickets by their notes. */
  noteRanks(rowLimit: number): Ranks {
    const noted = this.#noted();
    const keyed = noted
      .map(({ row, marks }) => ({ row, key: this.#noteOf(marks).key }))
      .filter(({ key }) => key !== '');
    const rankByKey = new Map([...new Set(keyed.map(({ key }) => key))].sort().map((key, rank) => [key, rank]));
    const rankCount = rankByKey.size;
    const ranks = new Int32Array(rowLimit).fill(rankCount);
    for (const { row, key } of keyed) ranks[row] = rankByKey.get(key) ?? rankCount;
    return { ranks, rankCount };
  }

  /** Returns `contains` with a 1 also for each row of which an unsent text, its note, or the note on its site contains a folded word. */
  addOverlaid(contains: Uint8Array, word: string, facets: FacetColumns): Uint8Array {
    const found = this.#noted().filter(({ marks }) => this.#noteOf(marks).folded.includes(word));
    const sites = new Set(this.#siteNotes.filter(({ folded }) => folded.includes(word)).map(({ site }) => site));
    const unsent = this.rowsOf(this.#unsent.filter(({ folded }) => folded.includes(word)).map(({ id }) => id));
    if (found.length === 0 && sites.size === 0 && unsent.length === 0) return contains;
    const added = contains.slice();
    for (const row of [...found.map((noted) => noted.row), ...unsent]) added[row] = 1;
    if (sites.size > 0) {
      const isNoted = facets.valuesOf('site').map((site) => sites.has(site));
      const codes = facets.codesOf('site');
      for (let row = 0; row < added.length; row++) if (isNoted[codes[row] as number]) added[row] = 1;
    }
    return added;
  }

  #noted(): OverlaidRow[] {
    return [...this.all().values()].filter(({ marks }) => marks.note !== '');
  }

  #noteOf(marks: Marks): Note {
    let note = this.#notes.get(marks);
    if (!note) {
      note = { folded: foldText(marks.note), key: sortKeyOf(marks.note) };
      this.#notes.set(marks, note);
    }
    return note;
  }

  #read(): ReadonlyMap<number, OverlaidRow> {
    const { marks, troubled } = this.#overlay;
    const ids = [...new Set([...marks.keys(), ...troubled.keys()])];
    this.rowsOf(ids);
    const rows = new Map<number, OverlaidRow>();
    for (const id of ids) {
      const row = this.#rowById.get(id);
      if (row !== undefined) rows.set(row, { row, marks: marks.get(id) ?? noMarks, trouble: troubled.get(id) });
    }
    return rows;
  }

  #readRows(ids: readonly TicketId[]): void {
    const found = this.#database.all(
      'SELECT row, id FROM ticket WHERE id IN (SELECT value FROM json_each(?))',
      JSON.stringify(ids),
    );
    for (const { row, id } of z.array(z.object({ row: z.number(), id: ticketIdSchema })).parse(found)) {
      this.#rowById.set(id, row);
    }
  }
}
