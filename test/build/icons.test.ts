/* The icon files: up to date, complete, and showing what build/resources/icon.svg draws. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { expect, it } from 'vitest';
import { iconFiles } from '../../build/icons.ts';
import { projectFolder } from '../../build/run.ts';

const folder = join(projectFolder, 'build/resources');
const svg = await readFile(join(folder, 'icon.svg'), 'utf8');
const files = iconFiles(svg);

/** The side of each PNG in a file, in pixels. */
function sizesIn(file: Buffer): number[] {
  const sizes: number[] = [];
  for (let at = file.indexOf('\x89PNG', 0, 'latin1'); at >= 0; at = file.indexOf('\x89PNG', at + 1, 'latin1')) {
    sizes.push(file.readUInt32BE(at + 16));
  }
  return sizes.sort((one, other) => one - other);
}

/** The last PNG of a size in a file, as a function that returns red, green, blue and opacity at a place. */
function pixelsOf(file: Buffer, size: number): (x: number, y: number) => number[] {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  const png = file.subarray(file.indexOf(head) - 16).toString('base64');
  const image = `<image width="${size}" height="${size}" href="data:image/png;base64,${png}" />`;
  const page = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}">${image}</svg>`;
  const { pixels } = new Resvg(page).render();
  return (x, y) => [...pixels.subarray((y * size + x) * 4, (y * size + x) * 4 + 4)];
}

const named = (name: string): Buffer => files.get(name) ?? Buffer.alloc(0);

it('the icon files show the drawing as it is now', async () => {
  expect(files.size).toBe(10);
  for (const [name, content] of files) expect(content.equals(await readFile(join(folder, name))), name).toBe(true);
});

it('holds every size that a system asks for', () => {
  expect(sizesIn(named('icon.ico'))).toEqual([16, 24, 32, 48, 64, 72, 96, 128, 256]);
  expect(sizesIn(named('icon.icns'))).toEqual([32, 64, 128, 256, 256, 512, 512, 1024]);
  for (const size of [16, 24, 32, 48, 64, 128, 256, 512]) {
    expect(sizesIn(named(`icons/${size}x${size}.png`))).toEqual([size]);
  }
});

it.each(['icons/64x64.png', 'icon.ico'])(
  '%s shows each shape in its colour, over what lies below, and leaves the corners clear',
  (name) => {
    const at = pixelsOf(named(name), 64);
    expect(at(0, 0)).toEqual([0, 0, 0, 0]);
    expect(at(4, 32)).toEqual([0x2f, 0x5f, 0xdf, 255]);
    expect(at(32, 18)).toEqual([255, 255, 255, 255]);
    expect(at(44, 32)).toEqual([0x7f, 0xe3, 0xb0, 255]);
  },
);

it('leaves Apple’s margin empty', () => {
  const at = pixelsOf(named('icon.icns'), 1024);
  expect(at(98, 512)).toEqual([0, 0, 0, 0]);
  expect(at(102, 512)).toEqual([0x2f, 0x5f, 0xdf, 255]);
  expect(at(921, 512)).toEqual([0x2f, 0x5f, 0xdf, 255]);
  expect(at(925, 512)).toEqual([0, 0, 0, 0]);
});

it('refuses a drawing that is no SVG', () => {
  expect(() => iconFiles('<svg')).toThrow();
});
