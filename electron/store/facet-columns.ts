import { z } from 'zod';
import { type FilterField, type Filters, filterFields } from '../contract/query.ts';
import type { TicketSummary } from '../contract/ticket.ts';
import type { Reader, Writer } from './database.ts';
import { readNumbers } from './read-numbers.ts';

/** The code in a row without a ticket. */
export const noTicket = -1;

/** In the place of a filter: none keeps the ticket out, or more than one does, or the search, or there is no ticket. */
const noFilter = 254;
const excluded = 255;

/**
 * The values of the fields that have a filter, in memory: for each field its different values, numbered by codes from 0,
 * and a column with each ticket's code. A ticket takes some ten bytes, and any filter is one pass over a column.
 */
export class FacetColumns {
  readonly #fields = new Map<FilterField, { values: string[]; codes: Map<string, number>; column: Int32Array }>();
  #rowLimit = 0;
  #ticketCount = 0;
  #lastRow = 0;

  /** Reads the codes of all tickets from an index, which takes some 15 ms for a hundred thousand. */
  constructor(database: Reader) {
    const valueRowSchema = z.object({ value: z.string() });
    const packed = readNumbers(
      database,
      `SELECT group_concat(row || ',' || facets, ' ') AS numbers FROM ticket INDEXED BY ticket_by_facets`,
    );
    const stride = filterFields.length + 1;
    for (let at = 0; at < packed.length; at += stride) this.#rowLimit = Math.max(this.#rowLimit, (packed[at] ?? 0) + 1);
    for (const [index, field] of filterFields.entries()) {
      const rows = database.all('SELECT value FROM facet_value WHERE field = ? ORDER BY code', field);
      const values = rows.map((row) => valueRowSchema.parse(row).value);
      const column = new Int32Array(this.#rowLimit).fill(noTicket);
      for (let at = 0; at < packed.length; at += stride) column[packed[at] ?? 0] = packed[at + 1 + index] ?? noTicket;
      this.#ticketCount = packed.length / stride;
      this.#fields.set(field, { values, codes: new Map(values.map((value, code) => [value, code])), column });
    }
  }

  /** One more than the largest row. */
  get rowLimit(): number {
    return this.#rowLimit;
  }

  /** Returns a row for a new ticket; each row is returned once. */
  nextRow(): number {
    this.#lastRow = Math.max(this.#lastRow + 1, this.#rowLimit);
    return this.#lastRow;
  }

  get ticketCount(): number {
    return this.#ticketCount;
  }

  /** The values of a field, by code. */
  valuesOf(field: FilterField): readonly string[] {
    return this.#field(field).values;
  }

  /** The codes of a field, by row. */
  columnOf(field: FilterField): Int32Array {
    return this.#field(field).column;
  }

  /** Returns a ticket's codes in the order of `filterFields`. A new value is given a code, which is written too. */
  codesFor(database: Writer, ticket: TicketSummary): number[] {
    return filterFields.map((field) => {
      const { values, codes } = this.#field(field);
      const value = ticket[field];
      const known = codes.get(value);
      if (known !== undefined) return known;
      const code = values.push(value) - 1;
      codes.set(value, code);
      database.run('INSERT INTO facet_value (field, code, value) VALUES (?, ?, ?)', field, code, value);
      return code;
    });
  }

  /** Sets the codes of a row; none for a ticket that was removed. */
  set(row: number, codes: readonly number[]): void {
    if (row >= this.#rowLimit) this.#grow(row + 1);
    const hadTicket = this.columnOf('status')[row] !== noTicket;
    this.#ticketCount += Number(codes.length > 0) - Number(hadTicket);
    for (const [index, field] of filterFields.entries()) this.#field(field).column[row] = codes[index] ?? noTicket;
  }

  /** Returns, for each field that is filtered by, its column and a 1 for each code that the filter accepts. */
  acceptedBy(filters: Filters): { column: Int32Array; accepted: Uint8Array }[] {
    return filterFields.flatMap((field) => {
      if (filters[field].length === 0) return [];
      return [{ column: this.columnOf(field), accepted: this.#accepted(field, filters[field]) }];
    });
  }

  /**
   * Returns, for each field, how many tickets have each of its values, by code: of the tickets that pass the filters of all
   * other fields, and that `contains` marks with a 1 in each of its arrays, by row.
   */
  countsMatching(filters: Filters, contains: readonly Uint8Array[]): Map<FilterField, Int32Array> {
    const failed = this.#failedFilters(filters, contains);
    return new Map(
      filterFields.map((field, index) => {
        const { values, column } = this.#field(field);
        const counts = new Int32Array(values.length);
        for (let row = 0; row < failed.length; row++) {
          const failure = failed[row];
          if (failure !== noFilter && failure !== index) continue;
          const code = column[row] as number;
          counts[code] = (counts[code] as number) + 1;
        }
        return [field, counts];
      }),
    );
  }

  /** Returns, by row, the one filter that keeps a ticket out, as an index of `filterFields`, or `noFilter` or `excluded`. */
  #failedFilters(filters: Filters, contains: readonly Uint8Array[]): Uint8Array {
    const failed = new Uint8Array(this.#rowLimit).fill(noFilter);
    const statuses = this.columnOf('status');
    for (let row = 0; row < failed.length; row++) if (statuses[row] === noTicket) failed[row] = excluded;
    for (const found of contains) {
      for (let row = 0; row < failed.length; row++) if (found[row] !== 1) failed[row] = excluded;
    }
    for (const [index, field] of filterFields.entries()) {
      if (filters[field].length === 0) continue;
      const accepted = this.#accepted(field, filters[field]);
      const column = this.columnOf(field);
      for (let row = 0; row < failed.length; row++) {
        if (accepted[column[row] as number] !== 1) failed[row] = failed[row] === noFilter ? index : excluded;
      }
    }
    return failed;
  }

  /** Returns a 1 for each code of a field whose value is among these. */
  #accepted(field: FilterField, wanted: readonly string[]): Uint8Array {
    const { values, codes } = this.#field(field);
    const accepted = new Uint8Array(values.length);
    for (const value of wanted) {
      const code = codes.get(value);
      if (code !== undefined) accepted[code] = 1;
    }
    return accepted;
  }

  /** Returns how many tickets have each value of a field, by code. */
  countsOf(field: FilterField): Int32Array {
    const { values, column } = this.#field(field);
    const counts = new Int32Array(values.length);
    for (let row = 0; row < this.#rowLimit; row++) {
      const code = column[row] ?? noTicket;
      if (code !== noTicket) counts[code] = (counts[code] ?? 0) + 1;
    }
    return counts;
  }

  #field(field: FilterField) {
    const found = this.#fields.get(field);
    if (!found) throw new Error(`no facet ${field}`);
    return found;
  }

  #grow(rowLimit: number): void {
    for (const facet of this.#fields.values()) {
      if (facet.column.length >= rowLimit) continue;
      const column = new Int32Array(Math.max(rowLimit, facet.column.length * 2, 1_024)).fill(noTicket);
      column.set(facet.column);
      facet.column = column;
    }
    this.#rowLimit = rowLimit;
  }
}
