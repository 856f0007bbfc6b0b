/* The small files in an Excel file, which are the same in each but for the names in the workbook. */

import { cut } from '../contract/cut.ts';
import { words } from '../words/words.ts';
import { wellFormed } from './sheet.ts';
import { inXml } from './xlsx-text.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export const contentTypes = `${declaration}<Types xmlns="${packaged}/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/xl/workbook.xml" ContentType="${mediaType}.sheet.main+xml"/>
<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${mediaType}.worksheet+xml"/>
<Override PartName="/xl/worksheets/sheet2.xml" ContentType="${mediaType}.worksheet+xml"/>
<Override PartName="/xl/styles.xml" ContentType="${mediaType}.styles+xml"/>
</Types>`;

export const packageRelations = `${declaration}<Relationships xmlns="${packaged}/relationships">
<Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/>
</Relationships>`;

export const workbookRelations = `${declaration}<Relationships xmlns="${packaged}/relationships">
<Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/>
<Relationship Id="rId2" Type="${office}/worksheet" Target="worksheets/sheet2.xml"/>
<Relationship Id="rId3" Type="${office}/styles" Target="styles.xml"/>
</Relationships>`;

/** The formats of cells, by their place in `styles`. */
export const styleOf = { time: 1, heading: 2, quoted: 3 } as const;

export const styles = `${declaration}<styleSheet xmlns="${main}">
<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts>
<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="4">
<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>
<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1"/>
</cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
</styleSheet>`;

/** @param rowCount with the heading */
export function workbook(name: string, columnCount: number, rowCount: number): string {
  const [first, second] = sheetNames(name);
  const range = `'${first.replaceAll("'", "''")}'!$A$1:$${columnName(columnCount - 1)}$${rowCount}`;
  return `${declaration}<workbook xmlns="${main}" xmlns:r="${office}">
<sheets><sheet name="${attribute(first)}" sheetId="1" r:id="rId1"/><sheet name="${attribute(second)}" sheetId="2" r:id="rId2"/></sheets>
<definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">${inXml(range)}</definedName></definedNames>
</workbook>`;
}

const longestSheetName = 31;

/** Excel refuses some characters in the name of a sheet, and two sheets of one name. */
function sheetNames(name: string): [string, string] {
  const { sheet, tickets } = words().exports.about;
  const allowed = wellFormed(name)
    .replace(/[\p{Cc}\p{Cf}[\]:*?/\\]/gu, ' ')
    .replace(/[\uFFFE\uFFFF]/g, '');
  const plain = cut(allowed, longestSheetName).replace(/^[\s']+|[\s']+$/g, '');
  const isTaken = ['', sheet.toLowerCase(), 'history'].includes(plain.toLowerCase());
  return [isTaken ? tickets : plain, sheet];
}

const attribute = (text: string): string => inXml(text).replaceAll('"', '&quot;');

/** Returns the name of a column by its place: `A`, `Z`, `AA`. */
export function columnName(place: number): string {
  const last = String.fromCharCode(65 + (place % 26));
  return place < 26 ? last : columnName(Math.floor(place / 26) - 1) + last;
}
