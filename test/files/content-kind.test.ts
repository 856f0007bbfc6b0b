import { describe, expect, it } from 'vitest';
import { pdf, png } from '../../electron/demo/portfolio/sample-files.ts';
import { contentOf, pictureSize, textOf } from '../../electron/files/content-kind.ts';

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))));

const jpegOf = (widthPx: number, heightPx: number) =>
  bytes(
    [0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc4, 0, 3, 0, 0xff, 0xc2, 0, 11, 8],
    [heightPx >> 8, heightPx & 255, widthPx >> 8, widthPx & 255],
  );

describe('what a file holds', () => {
  it.each([
    ['png', png(2, 3, () => [1, 2, 3])],
    ['jpeg', jpegOf(4, 5)],
    ['gif', bytes('GIF89a', [4, 0, 5, 0])],
    ['webp', bytes('RIFF', [0, 0, 0, 0], 'WEBPVP8X')],
    ['bmp', bytes('BM', new Array(12).fill(0), [40, 0, 0, 0], [1, 0, 0, 0, 1, 0, 0, 0, 0])],
    ['pdf', pdf([['text']])],
    ['pdf', bytes('\n\n%PDF-1.4')],
    ['text', bytes('a,b\r\n1,2\r\n')],
    ['text', Buffer.from('\ufeffüñ→', 'utf16le')],
    ['other', bytes('MZ', [0, 1, 2])],
    ['other', bytes('BMW is no picture', [0])],
    ['other', bytes()],
  ])('is told by its bytes: %s', (content, data) => expect(contentOf(data)).toBe(content));

  it('an SVG picture is text, since it is a program that draws', () =>
    expect(contentOf(bytes('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'))).toBe('text'));
});

describe('the size of a picture', () => {
  it.each([
    ['png', png(2, 3, () => [1, 2, 3]), 2, 3],
    ['jpeg', jpegOf(4_000, 3_000), 4_000, 3_000],
    ['gif', bytes('GIF89a', [0x10, 0x27, 5, 0]), 10_000, 5],
    ['bmp', bytes('BM', new Array(12).fill(0), [40, 0, 0, 0, 7, 0, 0, 0, 0xf7, 0xff, 0xff, 0xff]), 7, 9],
    ['webp', bytes('RIFF', [0, 0, 0, 0], 'WEBPVP8X', new Array(8).fill(0), [0xff, 0xff, 0, 1, 0, 0]), 65_536, 2],
  ])('is read from the header of %s', (_content, data, widthPx, heightPx) =>
    expect(pictureSize(data)).toEqual({ widthPx, heightPx }),
  );

  it.each([
    ['a header that is cut off', bytes('\x89PNG\r\n\x1a\n')],
    ['a JPEG file without a frame', bytes([0xff, 0xd8, 0xff, 0xe0, 0xff, 0xff])],
    ['a picture of no width', bytes('GIF89a', [0, 0, 5, 0])],
    ['no picture', bytes('text')],
  ])('is unknown for %s', (_case, data) => expect(pictureSize(data)).toBeNull());
});

describe('a text', () => {
  it.each([
    ['UTF-8', Buffer.from('Grüße')],
    ['UTF-16', Buffer.from('\ufeffGrüße', 'utf16le')],
    ['Windows-1252', Buffer.from('Grüße', 'latin1')],
  ])('is read in %s', (_encoding, data) => expect(textOf(data, 100)).toEqual({ text: 'Grüße', isCut: false }));

  it('is cut between characters', () => expect(textOf(Buffer.from('aüb'), 2)).toEqual({ text: 'a', isCut: true }));
});
