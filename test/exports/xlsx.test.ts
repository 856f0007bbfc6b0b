import { expect, it } from 'vitest';
import type { Cell } from '../../electron/exports/sheet.ts';
import { xlsxChunks } from '../../electron/exports/xlsx.ts';
import { columnName } from '../../electron/exports/xlsx-parts.ts';
import { cellText, inXml, longestCell } from '../../electron/exports/xlsx-text.ts';
import { aSheet, bytesOf, readXlsx } from '../support/sheet.ts';
import { unzipped } from '../support/unzip.ts';

const written = (rows: Cell[][], name?: string) => bytesOf(xlsxChunks(aSheet(rows, name)));

/** The rows of the first sheet, without the heading. */
async function readBack(rows: Cell[][]): Promise<unknown[][]> {
  const [first] = await readXlsx(await written(rows));
  return first?.data.slice(1) ?? [];
}

it('another reader finds the rows, and a second sheet about them', async () => {
  const sheets = await readXlsx(
    await written(
      [
        ['one', 2],
        ['three', -4.5],
        ['', null],
        ['five', 0],
      ],
      'Open',
    ),
  );
  expect(sheets).toEqual([
    {
      sheet: 'Open',
      data: [
        ['A', 'B'],
        ['one', 2],
        ['three', -4.5],
        [null, null],
        ['five', 0],
      ],
    },
    { sheet: 'About', data: [['Rows', 4]] },
  ]);
});

it('times are dates; one that Excel would show wrong is a text', async () => {
  const time = Date.UTC(2026, 0, 31, 17, 24, 37);
  const [[date] = [], old] = await readBack([[{ wallMs: time }], [{ wallMs: Date.UTC(1899, 0, 1) }]]);
  expect(date).toBeInstanceOf(Date);
  expect(Math.abs(Number(date) - time)).toBeLessThanOrEqual(1); // Excel counts in parts of a day
  expect(old).toEqual(['1899-01-01 00:00:00']);
  expect(await readBack([[{ wallMs: Date.UTC(10_000, 0, 1, 0, 59, 59) }]])).toEqual([['10000-01-01 00:59:59']]);
});

it('every text comes back as it was', async () => {
  const texts = [
    ...['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' spaces at both ends ', 'two\nlines', '<b>&amp;</b>', '"]]>'],
    ...['שלום עולם', 'مرحبا (1) 2', '🙂', 'x'.repeat(longestCell)],
  ];
  expect(await readBack(texts.map((text) => [text]))).toEqual(texts.map((text) => [text]));
});

it('a text that looks like a formula is a text by its type, and stays one when it is edited', async () => {
  const sheet = unzipped(await written([['=cmd|’x’!A1']]), 'xl/worksheets/sheet1.xml');
  expect(sheet).toContain('<c r="A2" s="3" t="inlineStr"><is><t xml:space="preserve">=cmd');
  expect(sheet).not.toContain('<f>');
  expect(unzipped(await written([['x']]), 'xl/styles.xml')).toContain('quotePrefix="1"');
});

it('the heading is frozen and has filters over all rows, and columns have widths', async () => {
  const bytes = await written(
    [
      ['a', 'b'],
      ['c', 'd'],
      ['e', 'f'],
    ],
    "It's",
  );
  const sheet = unzipped(bytes, 'xl/worksheets/sheet1.xml');
  expect(sheet).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
  expect(sheet).toContain('<autoFilter ref="A1:B4"/>');
  expect(sheet).toContain('<col min="2" max="2" width="10" customWidth="1"/>');
  expect(unzipped(bytes, 'xl/workbook.xml')).toContain(">'It''s'!$A$1:$B$4<");
});

it('a text that is too long is cut, says so, and has no half character', async () => {
  const text = '🙂'.repeat(20_000);
  const [[cell] = []] = await readBack([[text]]);
  expect(cell).toMatch(/^(🙂)+ … \[Cut here: the whole text has 40,000 characters/u);
  expect(String(cell).length).toBeLessThanOrEqual(longestCell);
  expect(cellText('x'.repeat(longestCell))).toBe('x'.repeat(longestCell));
});

it('what XML forbids is written as Excel writes it', () => {
  expect(inXml('a\u0007b\uFFFFc')).toBe('a_x0007_b_xFFFF_c');
  expect(inXml('_x0007_')).toBe('_x005F_x0007_');
  expect(inXml('a\uD800b\tc\nd')).toBe('a\uFFFDb\tc\nd');
});

it('any name of a view is a name of a sheet', async () => {
  const names = ['[a]:b/c\\d?e*f', 'x'.repeat(60), 'About', "''", '\u202Eabc', 'History', 'שלום'];
  const sheets = await Promise.all(names.map(async (name) => (await readXlsx(await written([['a']], name)))[0]?.sheet));
  expect(sheets).toEqual(['a  b c d e f', 'x'.repeat(31), 'Tickets', 'Tickets', 'abc', 'Tickets', 'שלום']);
});

it('columns are named as Excel names them', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
});

it('a failure while the rows are read is the failure of the file, and the rows are ended', async () => {
  let isEnded = false;
  async function* batches() {
    try {
      yield [['a']];
      throw new Error('the disk is gone');
    } finally {
      isEnded = true;
    }
  }
  await expect(bytesOf(xlsxChunks({ ...aSheet([['a']]), batches: batches() }))).rejects.toThrow('the disk is gone');
  expect(isEnded).toBe(true);
});
