/* Pictures and PDF files of the demo, made when they are asked for: the same for the same ticket. */

import { crc32, deflateSync } from 'node:zlib';
import { Random } from './random.ts';

const [photoWidthPx, photoHeightPx] = [640, 480];

/** A “photograph” of a rack: rows of equipment, some with lights. */
export function rackPhoto(seed: number): Uint8Array {
  const random = new Random(seed);
  const rowPx = 24;
  const rows = Array.from({ length: Math.ceil(photoHeightPx / rowPx) }, () => ({
    shade: random.integer(40, 110),
    lights: random.integer(0, 12),
    isGreen: random.integer(0, 3) > 0,
  }));
  return png(photoWidthPx, photoHeightPx, (x, y) => {
    const row = rows[Math.floor(y / rowPx)];
    if (!row || x < 60 || x >= photoWidthPx - 60) return [28, 30, 36];
    if (y % rowPx < 2) return [12, 13, 16];
    const isLight = x < 90 + row.lights * 16 && x >= 90 && x % 16 < 6 && y % rowPx >= 9 && y % rowPx < 15;
    if (isLight) return row.isGreen ? [60, 220, 120] : [240, 170, 50];
    const shade = row.shade + Math.round((x / photoWidthPx) * 30);
    return [shade, shade + 3, shade + 10];
  });
}

type Colour = readonly [red: number, green: number, blue: number];

/** Encodes a picture as PNG. */
export function png(widthPx: number, heightPx: number, colourAt: (x: number, y: number) => Colour): Uint8Array {
  const lineBytes = 1 + widthPx * 3; // each line begins with its filter: none
  const lines = Buffer.alloc(lineBytes * heightPx);
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) lines.set(colourAt(x, y), y * lineBytes + 1 + x * 3);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(widthPx, 0);
  header.writeUInt32BE(heightPx, 4);
  header.set([8, 2], 8); // bits for each colour; red, green and blue
  const chunks = [chunk('IHDR', header), chunk('IDAT', deflateSync(lines)), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...chunks]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A PDF file in A4 with these lines on each page, in a font that every reader has. */
export function pdf(pages: readonly (readonly string[])[]): Uint8Array {
  const texts = pages.map((lines) => {
    const shown = lines.map((line) => `(${line.replace(/[^\x20-\x7e]/g, '-').replace(/[\\()]/g, '\\$&')}) Tj T*`);
    return `BT /F1 14 Tf 20 TL 60 770 Td ${shown.join(' ')} ET`;
  });
  const pageNumber = (index: number) => 4 + index * 2;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${pages.map((_, index) => `${pageNumber(index)} 0 R`).join(' ')}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...texts.flatMap((text, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${pageNumber(index) + 1} 0 R >>`,
      `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    ]),
  ];
  return pdfOf(objects);
}

/** Puts numbered objects together; the first is the catalogue. All of it is ASCII. */
export function pdfOf(objects: readonly string[]): Uint8Array {
  let file = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const end = `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(file + end, 'latin1');
}
