import { z } from 'zod';
import type { Span } from '../contract/dates.ts';
import { type DateField, dateFields, type FilterField, type Filters, filterFields } from '../contract/query.ts';
import { closedStatuses } from '../contract/specification.ts';
import type { TicketSummary } from '../contract/ticket.ts';
import type { Reader, Writer } from './database.ts';
import { readNumbers } from './read-numbers.ts';
import { minuteMs, minuteOf, statusSinceOf } from './ticket-state.ts';

/** The code in a row without a ticket. */
export const noTicket = -1;

/** In the place of a filter: none keeps the ticket out, or more than one does, or it is not among the tickets looked at. */
const noFilter = 254;
const excluded = 255;

/** The fields whose different values are numbered. */
const codedFields = [...filterFields, 'location'] as const;
export type CodedField = (typeof codedFields)[number];

const timeFields = [...dateFields, 'statusSince'] as const;
type TimeField = DateField | 'statusSince';

/** The columns, and a 1 for each row whose ticket is meant, else 0. */
export type FoundColumns = { facets: FacetColumns; mask: Uint8Array };

type Coded = { values: string[]; codes: Map<string, number>; column: Int32Array };

/**
 * What the list filters and counts by, in memory: for each coded field its different values, numbered by codes from 0, and a
 * column with each ticket's code; for each time a column with its minute since 1970, 0 for none. A ticket takes some forty
 * bytes, and any filter is one pass over a column.
 */
export class FacetColumns {
  readonly #database: Reader;
  readonly #coded = new Map<CodedField, Coded>();
  readonly #times = new Map<TimeField, Int32Array>();
  readonly #rowsPerChunk: number;
  #rowLimit: number;
  #readUpTo = 0;
  #ticketCount = 0;
  #lastRow = 0;

  /** The columns are empty until `readChunk` has read them; what is written before that makes them useless. */
  constructor(database: Reader, rowsPerChunk: number) {
    this.#database = database;
    this.#rowsPerChunk = rowsPerChunk;
    const valueRowSchema = z.object({ value: z.string() });
    this.#rowLimit = Number(database.first('SELECT ifnull(max(row) + 1, 0) AS rowLimit FROM ticket')?.rowLimit);
    for (const field of codedFields) {
      const rows = database.all('SELECT value FROM facet_value WHERE field = ? ORDER BY code', field);
      const values = rows.map((row) => valueRowSchema.parse(row).value);
      const codes = new Map(values.map((value, code) => [value, code]));
      this.#coded.set(field, { values, codes, column: new Int32Array(this.#rowLimit).fill(noTicket) });
    }
    for (const field of timeFields) this.#times.set(field, new Int32Array(this.#rowLimit));
  }

  /** Reads a part of the columns from an index: some 25 ms for a hundred thousand rows. Returns whether any are left. */
  readChunk(): boolean {
    const from = this.#readUpTo;
    const end = from + this.#rowsPerChunk;
    if (from >= this.#rowLimit) return false;
    const columns = [
      ...codedFields.map((field) => this.codesOf(field)),
      ...timeFields.map((field) => this.minutesOf(field)),
    ];
    const packed = readNumbers(
      this.#database,
      `SELECT group_concat(row || ',' || facets, ' ') AS numbers FROM ticket INDEXED BY ticket_by_facets
       WHERE row >= ? AND row < ?`,
      from,
      end,
    );
    this.#readUpTo = end; // not earlier: a disk that refuses is read again
    const stride = 1 + columns.length;
    this.#ticketCount += packed.length / stride;
    for (let at = 0; at < packed.length; at += stride) {
      const row = packed[at] as number;
      for (let index = 0; index < columns.length; index++) {
        (columns[index] as Int32Array)[row] = packed[at + 1 + index] as number;
      }
    }
    return this.#readUpTo < this.#rowLimit;
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
  valuesOf(field: CodedField): readonly string[] {
    return this.#field(field).values;
  }

  /** The codes of a field, by row; they may reach beyond `rowLimit`. */
  codesOf(field: CodedField): Int32Array {
    return this.#field(field).column;
  }

  /** The minutes of a time, by row; they may reach beyond `rowLimit`. */
  minutesOf(field: TimeField): Int32Array {
    const column = this.#times.get(field);
    if (!column) throw new Error(`no time ${field}`);
    return column;
  }

  /**
   * Returns the minutes of a date that tickets are counted and filtered by, by row. The operator does not state of every closed
   * ticket when that was: then it is when it got its status, as far as that is known.
   */
  datesOf(field: DateField): Int32Array {
    const minutes = this.minutesOf(field);
    if (field !== 'closedOn') return minutes;
    const isClosed = this.valuesOf('status').map((status) => closedStatuses.includes(status));
    const statuses = this.codesOf('status');
    const since = this.minutesOf('statusSince');
    return minutes.map((minute, row) =>
      minute === 0 && isClosed[statuses[row] as number] ? (since[row] ?? 0) : minute,
    );
  }

  /**
   * Returns what the column `facets` holds of a ticket: its codes, then its minutes. A new value is given a code, which is
   * written too. `statusSeenOn` is when its status changed, where that was seen, else `''`.
   */
  facetsFor(database: Writer, ticket: TicketSummary, statusSeenOn: string): number[] {
    const facets: number[] = [];
    for (const field of codedFields) facets.push(this.#codeOf(database, field, ticket[field]));
    for (const field of dateFields) facets.push(minuteOf(ticket[field]));
    const { statusSince } = statusSinceOf(ticket, statusSeenOn);
    const since = dateFields.findIndex((field) => ticket[field] === statusSince); // most often one that was read already
    facets.push(since < 0 ? minuteOf(statusSince) : (facets[codedFields.length + since] ?? 0));
    return facets;
  }

  #codeOf(database: Writer, field: CodedField, value: string): number {
    const { values, codes } = this.#field(field);
    const known = codes.get(value);
    if (known !== undefined) return known;
    const code = values.push(value) - 1;
    codes.set(value, code);
    database.run('INSERT INTO facet_value (field, code, value) VALUES (?, ?, ?)', field, code, value);
    return code;
  }

  /** Sets what the column `facets` holds in a row; nothing for a ticket that was removed. */
  set(row: number, facets: readonly number[]): void {
    if (row >= this.#rowLimit) this.#grow(row + 1);
    const hadTicket = this.codesOf('status')[row] !== noTicket;
    this.#ticketCount += Number(facets.length > 0) - Number(hadTicket);
    let at = 0; // without iterators of entries, which would be garbage for each of a hundred thousand tickets
    for (const field of codedFields) this.codesOf(field)[row] = facets[at++] ?? noTicket;
    for (const field of timeFields) this.minutesOf(field)[row] = facets[at++] ?? 0;
  }

  /** Returns, for each field that is filtered by, the codes by row and a 1 for each code that the filter accepts. */
  acceptedBy(filters: Filters): { codes: Int32Array; accepted: Uint8Array }[] {
    return filterFields.flatMap((field) => {
      if (filters[field].length === 0) return [];
      return [{ codes: this.codesOf(field), accepted: this.#accepted(field, filters[field]) }];
    });
  }

  /** Sets to 0 the marks of the rows whose time is none, or out of a span. */
  keepWithin(mask: Uint8Array, field: DateField, { fromMs, untilMs }: Span): void {
    const minutes = this.datesOf(field);
    const [from, until] = [fromMs / minuteMs, untilMs / minuteMs];
    for (let row = 0; row < mask.length; row++) {
      const minute = minutes[row] as number;
      if (minute === 0 || minute < from || minute >= until) mask[row] = 0;
    }
  }

  /**
   * Returns, for each field, how many tickets have each of its values, by code: of the tickets that `mask` marks with a 1, by
   * row, and that pass the filters of all other fields.
   */
  countsMatching(filters: Filters, mask: Uint8Array): Map<FilterField, Int32Array> {
    const failed = this.#failedFilters(filters, mask);
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
  #failedFilters(filters: Filters, mask: Uint8Array): Uint8Array {
    const failed = new Uint8Array(this.#rowLimit);
    for (let row = 0; row < failed.length; row++) failed[row] = mask[row] === 1 ? noFilter : excluded;
    for (const [index, field] of filterFields.entries()) {
      if (filters[field].length === 0) continue;
      const accepted = this.#accepted(field, filters[field]);
      const column = this.codesOf(field);
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

  #field(field: CodedField): Coded {
    const found = this.#coded.get(field);
    if (!found) throw new Error(`no facet ${field}`);
    return found;
  }

  #grow(rowLimit: number): void {
    for (const coded of this.#coded.values()) coded.column = grown(coded.column, rowLimit, noTicket);
    for (const [field, column] of this.#times) this.#times.set(field, grown(column, rowLimit, 0));
    this.#rowLimit = rowLimit;
  }
}

function grown(column: Int32Array, rowLimit: number, nothing: number): Int32Array {
  if (column.length >= rowLimit) return column;
  const larger = new Int32Array(Math.max(rowLimit, column.length * 2, 1_024)).fill(nothing);
  larger.set(column);
  return larger;
}
