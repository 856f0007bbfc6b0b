/* What a chart is made of: bars, and the table that says the same. */

/** A cell of a table: as it is shown, and as a file takes it. */
export type Cell = {
  readonly text: string;
  readonly value: string | number;
  /** Shows what the cell counts; `name` says so to a screen reader. */
  readonly link?: Link | undefined;
};

/** A way to what is behind a number. */
export type Link = { readonly name: string; readonly follow: () => void };

/** The columns of a table. `fileTitle` is the heading in a file, where it also names the unit; a long text may wrap. */
export type Column = {
  readonly title: string;
  readonly fileTitle?: string;
  readonly isNumber?: boolean;
  readonly isLong?: boolean;
};

export type Table = {
  readonly columns: readonly Column[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly Cell[] }[];
};

export type Bar = {
  readonly key: string;
  readonly label: string;
  /** Explains the label, or is `''`. */
  readonly note: string;
  /** How long the bar is. */
  readonly value: number;
  /** How long its darker first part is, where it has one. */
  readonly part?: number;
  /** Stands beside the bar. */
  readonly text: string;
  readonly link: Link | undefined;
};

/** A chart of horizontal bars. */
export type BarsChart = {
  readonly bars: readonly Bar[];
  /** The labels take the room rather than the bars. */
  readonly hasLongLabels?: boolean;
  readonly table: Table;
};

/** A chart’s table as it is written to a file. */
export type FileTable = {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
};

/** Returns a table as it is written to a file: plain values under headings that name their units. */
export function fileTableOf(name: string, { columns, rows }: Table): FileTable {
  return {
    name,
    columns: columns.map(({ title, fileTitle }) => fileTitle ?? title),
    rows: rows.map(({ cells }) => cells.map(({ value }) => value)),
  };
}

export const textCell = (text: string, link?: Link): Cell => ({ text, value: text, link });
