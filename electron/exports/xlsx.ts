/*
 * Excel's format, written as a stream: a zip of XML files, of which the first sheet alone is large. decisions.md says why this
 * is no library.
 */

import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { runsAsFormula } from './formula.ts';
import { type Cell, type Sheet, type SheetColumn, wallTimeText } from './sheet.ts';
import {
  columnName,
  contentTypes,
  packageRelations,
  styleOf,
  styles,
  workbook,
  workbookRelations,
} from './xlsx-parts.ts';
import { cellText, inXml } from './xlsx-text.ts';

/** Yields a table as the bytes of an `.xlsx` file, with a second sheet for what it says about itself. */
export async function* xlsxChunks(sheet: Sheet): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile();
  const rows = Readable.from(mainSheet(sheet), { objectMode: false });
  const output = zip.outputStream as Readable;
  rows.once('error', (error) => output.destroy(error));
  zip.once('error', (error) => output.destroy(error));
  const add = (path: string, xml: () => string) => {
    // Made when its turn comes, since what stands behind the rows depends on them.
    zip.addReadStreamLazy(path, options, (give) => give(null, Readable.from([Buffer.from(xml())])));
  };
  add('[Content_Types].xml', () => contentTypes);
  add('_rels/.rels', () => packageRelations);
  add('xl/styles.xml', () => styles);
  zip.addReadStream(rows, 'xl/worksheets/sheet1.xml', options);
  add('xl/worksheets/sheet2.xml', () => aboutSheet(sheet.about()));
  add('xl/workbook.xml', () => workbook(sheet.name, sheet.columns.length, sheet.rowCount() + 1));
  add('xl/_rels/workbook.xml.rels', () => workbookRelations);
  zip.end();
  try {
    for await (const chunk of output) yield chunk as Buffer;
  } finally {
    rows.destroy();
  }
}

/** The date lies in the zip only, so it may be the same always. The level: the quickest that still halves the file. */
const options = { mtime: new Date(2000, 0, 1), compressionLevel: 3 };

const open = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`;

async function* mainSheet({ columns, batches }: Sheet): AsyncGenerator<Buffer> {
  const names = columns.map((_, at) => columnName(at));
  let row = 1;
  const pane =
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A2" sqref="A2"/>';
  const heading = rowXml(
    row,
    names,
    columns.map(({ heading }) => heading),
    styleOf.heading,
  );
  yield Buffer.from(
    `${open}<sheetViews><sheetView tabSelected="1" workbookViewId="0">${pane}</sheetView></sheetViews>` +
      `<sheetFormatPr defaultRowHeight="15"/>${columnsXml(columns)}<sheetData>${heading}`,
  );
  for await (const cells of batches) {
    let xml = '';
    for (const values of cells) {
      row += 1;
      xml += rowXml(row, names, values);
    }
    yield Buffer.from(xml);
  }
  yield Buffer.from(`</sheetData><autoFilter ref="A1:${names.at(-1)}${row}"/></worksheet>`);
}

function aboutSheet(about: readonly (readonly Cell[])[]): string {
  const columns = [40, 30, 20, 20].map((widthChars) => ({ heading: '', widthChars }));
  const names = columns.map((_, at) => columnName(at));
  const rows = about.map((values, at) => rowXml(at + 1, names, values)).join('');
  return `${open}${columnsXml(columns)}<sheetData>${rows}</sheetData></worksheet>`;
}

function columnsXml(columns: readonly SheetColumn[]): string {
  const each = columns.map(
    ({ widthChars }, at) => `<col min="${at + 1}" max="${at + 1}" width="${widthChars}" customWidth="1"/>`,
  );
  return `<cols>${each.join('')}</cols>`;
}

function rowXml(row: number, names: readonly string[], values: readonly Cell[], style?: number): string {
  let xml = `<row r="${row}">`;
  for (const [at, value] of values.entries()) xml += cellXml(`${names[at]}${row}`, value, style);
  return `${xml}</row>`;
}

const msPerDay = 86_400_000;
/** The first of January 1970 in Excel's days. */
const firstDay = 25_569;
/** Excel counts a day in February 1900 that never was, so it shows earlier days wrong. */
const earliestDay = 61;
/** The first of January 10000: of that and later days Excel shows nothing. */
const firstDayTooLate = 2_958_466;

function cellXml(place: string, value: Cell, style?: number): string {
  if (value === null || value === '') return '';
  if (typeof value === 'number') return `<c r="${place}"><v>${value}</v></c>`;
  if (typeof value === 'string') {
    // A text never runs, but one that is edited would: the apostrophe that Excel itself keeps in the style prevents that.
    const own = style ?? (runsAsFormula(value) ? styleOf.quoted : undefined);
    const attribute = own === undefined ? '' : ` s="${own}"`;
    return `<c r="${place}"${attribute} t="inlineStr"><is><t xml:space="preserve">${inXml(cellText(value))}</t></is></c>`;
  }
  const day = value.wallMs / msPerDay + firstDay;
  if (day < earliestDay || day >= firstDayTooLate) return cellXml(place, wallTimeText(value));
  return `<c r="${place}" s="${styleOf.time}"><v>${day}</v></c>`;
}
