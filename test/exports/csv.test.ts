import { expect, it } from 'vitest';
import type { Separator } from '../../electron/contract/exports.ts';
import { csvChunks } from '../../electron/exports/csv.ts';
import { runsAsFormula } from '../../electron/exports/formula.ts';
import type { Cell } from '../../electron/exports/sheet.ts';
import { aSheet, bytesOf, readCsv } from '../support/sheet.ts';

const written = (rows: Cell[][], separator: Separator = 'comma') => bytesOf(csvChunks(aSheet(rows), separator));

it('is UTF-8 with a byte order mark and lines that end as RFC 4180 says', async () => {
  const bytes = await written([['Zürich', '東京']]);
  expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  expect(bytes.toString('utf8', 3)).toBe('A,B\r\nZürich,東京\r\n');
});

it.each([
  ['comma', ','],
  ['semicolon', ';'],
  ['tab', '\t'],
] as const)('separated by %s, another parser reads every text as it was', async (separator, delimiter) => {
  const texts = [
    'a,b;c\td',
    'say "no"',
    'two\nlines',
    'two\r\nlines',
    'שלום "עולם"',
    ' ends ',
    '\u0007',
    'x'.repeat(40_000),
  ];
  const bytes = await written(
    texts.map((text, at) => [text, at]),
    separator,
  );
  expect(readCsv(bytes, delimiter)).toEqual([['A', 'B'], ...texts.map((text, at) => [text, String(at)])]);
});

it('a text that would run as a formula has an apostrophe before it, which can be taken away again', async () => {
  const formulas = ['=1+1', '+49 89', '-5', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1', "'=1", "''@a"];
  const harmless = ["'quoted'", 'a=b', '1-2', ''];
  const bytes = await written([...formulas, ...harmless].map((text) => [text, 1]));
  const texts = readCsv(bytes)
    .slice(1)
    .map(([text]) => text);
  expect(texts).toEqual([...formulas.map((text) => `'${text}`), ...harmless]);
});

it.each(['\u200B=1+1', '\u0000@SUM(A1)', '\u202E-2', ' \u00A0+3'])(
  'what shows nothing hides no formula: %j',
  (text) => {
    expect(runsAsFormula(text)).toBe(true);
  },
);

it('numbers are numbers in the region that the separator stands for, and times sort', async () => {
  const row: Cell[] = [-1.5, { wallMs: Date.UTC(2026, 0, 31, 17, 24, 37) }, null];
  expect(readCsv(await written([row]))[1]).toEqual(['-1.5', '2026-01-31 17:24:37', '']);
  expect(readCsv(await written([row], 'semicolon'), ';')[1]).toEqual(['-1,5', '2026-01-31 17:24:37', '']);
});

it('half a character becomes a replacement character', async () => {
  expect(readCsv(await written([['a\uD800b']]))[1]).toEqual(['a\uFFFDb']);
});

it('a time behind the last one of the calendar, which stands for never and is later here, is no formula', async () => {
  expect(readCsv(await written([[{ wallMs: Date.UTC(10_000, 0, 1, 0, 59, 59) }]]))[1]).toEqual([
    '10000-01-01 00:59:59',
  ]);
});
