import { crc32, deflateSync } from 'node:zlib';
import type { Picture } from './render.ts';

/** A picture as a PNG file: its size, its rows, packed, each without a filter, and an end. */
export function png({ size, pixels }: Picture): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head.set([8, 6], 8); // 8 bits a channel, with opacity
  const rows = Array.from({ length: size }, (_, row) =>
    Buffer.concat([Buffer.of(0), pixels.subarray(row * size * 4, (row + 1) * size * 4)]),
  );
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  const body = deflateSync(Buffer.concat(rows), { level: 9 });
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', body), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  return Buffer.concat([uint32(content.length), named, uint32(crc32(named))]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

/** Windows' container: a table of sizes and places, then the pictures as PNG. A size of 256 is written as 0. */
export function ico(pictures: readonly Picture[]): Buffer {
  const files = pictures.map(png);
  const table = Buffer.alloc(6 + 16 * files.length);
  table.writeUInt16LE(1, 2);
  table.writeUInt16LE(files.length, 4);
  let place = table.length;
  for (const [index, file] of files.entries()) {
    const at = 6 + 16 * index;
    const side = (pictures[index]?.size ?? 0) % 256;
    table.set([side, side], at);
    table.writeUInt16LE(1, at + 4);
    table.writeUInt16LE(32, at + 6);
    table.writeUInt32LE(file.length, at + 8);
    table.writeUInt32LE(place, at + 12);
    place += file.length;
  }
  return Buffer.concat([table, ...files]);
}

/** macOS's container; each type stands for a size on an ordinary or on a dense screen, and holds a PNG. */
export function icns(pictures: readonly { type: string; picture: Picture }[]): Buffer {
  const entries = pictures.map(({ type, picture }) => appleEntry(type, png(picture)));
  return appleEntry('icns', Buffer.concat(entries));
}

function appleEntry(type: string, content: Buffer): Buffer {
  return Buffer.concat([Buffer.from(type, 'latin1'), uint32(content.length + 8), content]);
}
