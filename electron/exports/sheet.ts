/* A table on its way into a file, whatever the file's format: its columns, and its rows in batches. */

/** A time as a clock on the wall shows it: milliseconds since 1970 if that clock were in UTC. */
export type WallTime = { readonly wallMs: number };

/** `null`: empty. */
export type Cell = string | number | WallTime | null;

export type SheetColumn = {
  readonly heading: string;
  /** How wide it is shown, in characters. */
  readonly widthChars: number;
};

/** A table whose rows are made while it is written. */
export type Sheet = {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  /** Batches of rows, each small enough to be written at once. */
  readonly batches: AsyncIterable<readonly (readonly Cell[])[]>;
  /** How many rows there are; known when all are written, and so is what follows. */
  readonly rowCount: () => number;
  /** What the file says about itself, in rows of a name and values. */
  readonly about: () => readonly (readonly Cell[])[];
};

/**
 * Writes a wall time as `2026-01-31 17:24:37`, which spreadsheets of every region read as a time. A year of five digits has neither
 * sign nor zero before it: a text with a plus would run as a formula.
 */
export const wallTimeText = ({ wallMs }: WallTime): string =>
  new Date(wallMs)
    .toISOString()
    .replace(/^\+0|\..*/g, '')
    .replace('T', ' ');

/** The moment as clocks in UTC show it. */
export const inUtc = (ms: number): WallTime => ({ wallMs: ms });

/** The moment as this computer's clock shows it. */
export const inLocal = (ms: number): WallTime => ({ wallMs: ms - new Date(ms).getTimezoneOffset() * 60_000 });

/** The IANA name of this computer's zone. */
export const localZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Whether the times of a zone say the same as those in UTC. */
export const isInUtc = (zone: string): boolean => /^(Etc\/)?(UTC|UCT|GMT|Universal|Zulu)$/.test(zone);

/** Returns a text with a replacement character in the place of each half of a character. */
export const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\uFFFD');
