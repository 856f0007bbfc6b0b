/*
 * Small pictures that are drawn here, because only code is packed: the icon in the tray and the dot on the taskbar.
 */

import { type NativeImage, nativeImage } from 'electron';

/** A rectangle with round corners, in a square of 32 units. */
type Shape = { x: number; y: number; width: number; height: number; radius: number; colour: Colour };
type Colour = readonly [red: number, green: number, blue: number];

const unitsAcross = 32;

const blue: Colour = [0x2f, 0x5f, 0xdf];
const green: Colour = [0x7f, 0xe3, 0xb0];
const white: Colour = [0xff, 0xff, 0xff];
const black: Colour = [0, 0, 0];
const red: Colour = [0xc9, 0x2a, 0x2a];

const disc = (x: number, y: number, radius: number, colour: Colour): Shape => ({
  ...{ x: x - radius, y: y - radius, width: radius * 2, height: radius * 2 },
  ...{ radius, colour },
});

/** The rows and the dot of build/resources/icon.svg. */
const signOf = (lines: Colour, dot: Colour): Shape[] => [
  { x: 7, y: 7, width: 18, height: 4.6, radius: 1.6, colour: lines },
  { x: 7, y: 13.7, width: 7.5, height: 4.6, radius: 1.6, colour: lines },
  { x: 7, y: 20.4, width: 18, height: 4.6, radius: 1.6, colour: lines },
  disc(22.2, 16, 2.3, dot),
];

const ground: Shape = { x: 0, y: 0, width: 32, height: 32, radius: 8, colour: blue };

/** The icon for the tray: Colodesk's own, or only its black shape for the menu bar of macOS, which gives it a colour. */
export function trayIcon(platform: string): NativeImage {
  if (platform !== 'darwin') return imageOf([ground, ...signOf(white, green)]);
  const image = imageOf(signOf(black, black));
  image.setTemplateImage(true);
  return image;
}

/** The dot on the taskbar's button, when something needs attention. It holds the number, up to two digits of it. */
export const attentionDot = (count: number): NativeImage => imageOf([disc(16, 16, 16, red), ...digitsOf(count)]);

/** The bars of each digit: from `a` at the top clockwise to `f`, `g` across the middle, and `m` upright in it. */
const bars = ['abcdef', 'm', 'abdeg', 'abcdg', 'bcfg', 'acdfg', 'acdefg', 'abc', 'abcdefg', 'abcdfg'] as const;

/** A number in the middle of the square; nothing where it does not fit. */
function digitsOf(count: number): Shape[] {
  const digits = [...String(count)].map(Number);
  if (digits.length > 2) return [];
  // Even numbers, which are whole pixels on a screen with one pixel a point.
  const [width, height, thick] = digits.length === 1 ? [12, 20, 4] : [8, 16, 2];
  const gap = 4;
  const left = (unitsAcross - digits.length * width - (digits.length - 1) * gap) / 2;
  const top = (unitsAcross - height) / 2;
  return digits.flatMap((digit, place) => {
    const x = left + place * (width + gap);
    const across = (y: number) => ({ x, y, width, height: thick });
    const upright = (beyond: number, y: number) => ({ x: x + beyond, y, width: thick, height: height / 2 });
    const [end, middle] = [width - thick, top + height / 2];
    const places: Record<string, Omit<Shape, 'radius' | 'colour'>> = {
      ...{ a: across(top), d: across(top + height - thick), g: across(middle - 2) },
      ...{ f: upright(0, top), e: upright(0, middle), b: upright(end, top), c: upright(end, middle) },
      m: { ...upright(4, top), height },
    };
    return [...(bars[digit] ?? '')].flatMap((bar) => {
      const rectangle = places[bar];
      return rectangle ? [{ ...rectangle, radius: 0.5, colour: white }] : [];
    });
  });
}

/** @returns an image of 16 × 16 points, sharp on screens with one and two pixels a point */
function imageOf(shapes: readonly Shape[]): NativeImage {
  const image = nativeImage.createEmpty();
  for (const scaleFactor of [1, 2]) {
    const side = 16 * scaleFactor;
    image.addRepresentation({ scaleFactor, width: side, height: side, buffer: drawn(shapes, side) });
  }
  return image;
}

/** Each pixel is looked at in so many places across and down, so that edges are smooth. */
const samplesAcross = 4;

/** Draws shapes, the last on top, and returns the pixels row by row: blue, green, red and opacity, a byte each. */
export function drawn(shapes: readonly Shape[], sidePx: number): Buffer {
  const pixels = Buffer.alloc(sidePx * sidePx * 4);
  const step = unitsAcross / sidePx / samplesAcross;
  for (let index = 0; index < sidePx * sidePx; index++) {
    const sum = [0, 0, 0, 0];
    for (let sample = 0; sample < samplesAcross ** 2; sample++) {
      const column = (index % sidePx) * samplesAcross + (sample % samplesAcross);
      const row = Math.floor(index / sidePx) * samplesAcross + Math.floor(sample / samplesAcross);
      const shape = shapes.findLast((each) => isInside(each, (column + 0.5) * step, (row + 0.5) * step));
      const [r, g, b] = shape?.colour ?? black;
      for (const [part, value] of [b, g, r, shape ? 255 : 0].entries()) sum[part] = (sum[part] ?? 0) + value;
    }
    pixels.set(
      sum.map((value) => Math.round(value / samplesAcross ** 2)),
      index * 4,
    );
  }
  return pixels;
}

function isInside({ x, y, width, height, radius }: Shape, atX: number, atY: number): boolean {
  // The distance to the rectangle that lies within the round corners.
  const beyondX = Math.max(x + radius - atX, atX - (x + width - radius), 0);
  const beyondY = Math.max(y + radius - atY, atY - (y + height - radius), 0);
  return Math.hypot(beyondX, beyondY) <= radius;
}
