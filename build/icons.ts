import { Resvg } from '@resvg/resvg-js';
import { BICUBIC, createICNS, createICO } from 'png2icons';

/** The icon files that the packages need, rendered from `build/resources/icon.svg`, by their paths beside it. */
export function iconFiles(svg: string): Map<string, Buffer> {
  const windows = renderPng(svg, largest);
  const apple = renderPng(withAppleMargin(svg), largest);
  return new Map([
    ['icon.ico', written(createICO(windows, BICUBIC, 0, true))],
    ['icon.icns', written(createICNS(apple, BICUBIC, 0))],
    ...linuxSizes.map((size): [string, Buffer] => [`icons/${size}x${size}.png`, renderPng(svg, size)]),
  ]);
}

const linuxSizes = [16, 24, 32, 48, 64, 128, 256, 512];

/** `png2icons` scales this picture down to the other sizes; bicubic keeps the edges of the small ones smooth. */
const largest = 1024;

/** @throws Error when the text is not an SVG */
function renderPng(svg: string, size: number): Buffer {
  return new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render().asPng();
}

/** Apple’s template leaves 100 of 1,024 pixels empty on each side. */
function withAppleMargin(svg: string): string {
  const href = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1024 1024">
    <image x="100" y="100" width="824" height="824" href="${href}" />
  </svg>`;
}

function written(file: Buffer | null): Buffer {
  if (!file) throw new Error('png2icons could not read the rendered icon');
  return file;
}
