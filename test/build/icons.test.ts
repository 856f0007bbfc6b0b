import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { readDrawing } from '../../build/icons/drawing.ts';
import { iconFiles } from '../../build/icons/icons.ts';
import { render } from '../../build/icons/render.ts';
import { projectFolder } from '../../build/run.ts';

const folder = join(projectFolder, 'build/resources');
const drawing = async () => readDrawing(await readFile(join(folder, 'icon.svg'), 'utf8'));

/** The rows of every PNG in a file, unpacked: how zlib packs them differs between its versions. */
function picturesIn(file: Buffer): Buffer[] {
  const pictures: Buffer[] = [];
  for (let at = file.indexOf('\x89PNG', 0, 'latin1'); at >= 0; at = file.indexOf('\x89PNG', at + 1, 'latin1')) {
    pictures.push(inflateSync(file.subarray(at + 41, at + 41 + file.readUInt32BE(at + 33))));
  }
  return pictures;
}

it('the icon files show the drawing as it is now', async () => {
  const files = iconFiles(await drawing());
  expect(files.size).toBe(10);
  for (const [name, content] of files) {
    const kept = picturesIn(await readFile(join(folder, name)));
    const wanted = picturesIn(content);
    expect(wanted).toHaveLength(name.endsWith('.ico') ? 7 : name.endsWith('.icns') ? 8 : 1);
    expect(
      wanted.every((picture, index) => kept[index]?.equals(picture)),
      name,
    ).toBe(true);
  }
});

it('paints each shape in its colour, over what lies below, and leaves the corners clear', async () => {
  const { pixels } = render(await drawing(), 64);
  const at = (x: number, y: number) => [...pixels.subarray((y * 64 + x) * 4, (y * 64 + x) * 4 + 4)];
  expect(at(0, 0)).toEqual([0, 0, 0, 0]);
  expect(at(4, 32)).toEqual([0x2f, 0x5f, 0xdf, 255]);
  expect(at(32, 18)).toEqual([255, 255, 255, 255]);
  expect(at(44, 32)).toEqual([0x7f, 0xe3, 0xb0, 255]);
});

it('refuses a drawing with something that it cannot paint', () => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><title>x</title><path d="M0 0" /></svg>`;
  expect(() => readDrawing(svg)).toThrow();
});
