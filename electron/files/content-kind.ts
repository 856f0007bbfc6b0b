/* What a file holds, told by its bytes and never by its name; and how large a picture is, told by its header before it is decoded. */

/** The pictures that are shown. SVG is none of them: it is a program that draws. */
const pictureKinds = ['png', 'jpeg', 'gif', 'webp', 'bmp'] as const;
export type PictureKind = (typeof pictureKinds)[number];
export type Content = PictureKind | 'pdf' | 'text' | 'other';

export const isPicture = (content: Content): content is PictureKind =>
  (pictureKinds as readonly string[]).includes(content);

/** How many bytes of a file decide on what it holds. */
const headBytes = 64 * 1024;

export function contentOf(bytes: Uint8Array): Content {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, headBytes));
  const start = head.toString('latin1', 0, 1_024);
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (start.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (/^GIF8[79]a/.test(start)) return 'gif';
  if (/^RIFF[\s\S]{4}WEBP/.test(start)) return 'webp';
  if (start.startsWith('BM') && head.length >= 26 && bmpHeaders.includes(head.readUInt32LE(14))) return 'bmp';
  if (start.includes('%PDF-')) return 'pdf';
  return isText(head) ? 'text' : 'other';
}

/** The lengths of the header that follows, by the versions of the format. */
const bmpHeaders = [12, 40, 52, 56, 64, 108, 124];

/** Text has no zero bytes, unless it begins with the mark of UTF-16, and no control characters but those that format. */
function isText(head: Buffer): boolean {
  if (head.length === 0) return false;
  if (isUtf16(head)) return true;
  return !head.some((byte) => byte < 0x20 && !(byte >= 0x08 && byte <= 0x0d) && byte !== 0x1b);
}

const isUtf16 = (bytes: Uint8Array) =>
  (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);

/** Reads a text, at most `maxBytes` of it: UTF-8, UTF-16 with its mark, or else the Windows alphabet, which reads anything. */
export function textOf(bytes: Uint8Array, maxBytes: number): { text: string; isCut: boolean } {
  const isCut = bytes.byteLength > maxBytes;
  const shown = bytes.subarray(0, maxBytes);
  if (isUtf16(shown)) {
    const encoding = shown[0] === 0xff ? 'utf-16le' : 'utf-16be';
    return { text: new TextDecoder(encoding).decode(shown), isCut };
  }
  try {
    // A cut may fall into a character, which streaming leaves out.
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(shown, { stream: isCut }), isCut };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(shown), isCut };
  }
}

type Size = { widthPx: number; heightPx: number };

/** The size of a picture as its header says; `null` where it says none. */
export function pictureSize(bytes: Uint8Array): Size | null {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const size = sizeIn(data, contentOf(bytes));
    return size && size.widthPx > 0 && size.heightPx > 0 ? size : null;
  } catch {
    return null; // the header is cut off
  }
}

function sizeIn(data: Buffer, content: Content): Size | null {
  if (content === 'png') return { widthPx: data.readUInt32BE(16), heightPx: data.readUInt32BE(20) };
  if (content === 'gif') return { widthPx: data.readUInt16LE(6), heightPx: data.readUInt16LE(8) };
  if (content === 'bmp') {
    if (data.readUInt32LE(14) === 12) return { widthPx: data.readUInt16LE(18), heightPx: data.readUInt16LE(20) };
    return { widthPx: Math.abs(data.readInt32LE(18)), heightPx: Math.abs(data.readInt32LE(22)) };
  }
  if (content === 'webp') return webpSize(data);
  return content === 'jpeg' ? jpegSize(data) : null;
}

function webpSize(data: Buffer): Size | null {
  const form = data.toString('latin1', 12, 16);
  if (form === 'VP8X') return { widthPx: data.readUIntLE(24, 3) + 1, heightPx: data.readUIntLE(27, 3) + 1 };
  if (form === 'VP8 ') return { widthPx: data.readUInt16LE(26) & 0x3fff, heightPx: data.readUInt16LE(28) & 0x3fff };
  if (form !== 'VP8L') return null;
  const bits = data.readUInt32LE(21);
  return { widthPx: (bits & 0x3fff) + 1, heightPx: ((bits >>> 14) & 0x3fff) + 1 };
}

/** The size is in the first frame header (`SOF`), which comes after segments that each say how long they are. */
function jpegSize(data: Buffer): Size | null {
  for (let at = 2; data[at] === 0xff; ) {
    const marker = data.readUInt8(at + 1);
    if (marker === 0xff) {
      at += 1; // filling
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { widthPx: data.readUInt16BE(at + 7), heightPx: data.readUInt16BE(at + 5) };
    at += 2 + data.readUInt16BE(at + 2);
  }
  return null;
}
