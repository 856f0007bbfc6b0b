import type { Drawing } from './drawing.ts';
import { icns, ico, png } from './formats.ts';
import { render } from './render.ts';

const windowsSizes = [16, 24, 32, 48, 64, 128, 256];
const linuxSizes = [16, 24, 32, 48, 64, 128, 256, 512];
/** The type that Apple gave to each size. */
const appleTypes: readonly [type: string, size: number][] = [
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024],
];
/** Apple's template leaves 100 of 1,024 pixels empty on each side. */
const appleMargin = 100 / 1024;

/** Every icon file that the packages need, by its path under build/resources. */
export function iconFiles(drawing: Drawing): Map<string, Buffer> {
  const apple = appleTypes.map(([type, size]) => ({ type, picture: render(drawing, size, appleMargin) }));
  return new Map([
    ['icon.ico', ico(windowsSizes.map((size) => render(drawing, size)))],
    ['icon.icns', icns(apple)],
    ...linuxSizes.map((size): [string, Buffer] => [`icons/${size}x${size}.png`, png(render(drawing, size))]),
  ]);
}
