import type { Drawing, Shape } from './drawing.ts';

/** A square picture of `size` pixels a side: red, green, blue and opacity of each, a byte each. */
export type Picture = { size: number; pixels: Buffer };

/** Renders a drawing at a size. `margin` is the part of each side that stays empty. */
export function render(drawing: Drawing, size: number, margin = 0): Picture {
  const pixels = Buffer.alloc(size * size * 4);
  const pixelsPerUnit = (size * (1 - 2 * margin)) / drawing.size;
  const offset = size * margin;
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const x = (column + 0.5 - offset) / pixelsPerUnit;
      const y = (row + 0.5 - offset) / pixelsPerUnit;
      for (const shape of drawing.shapes) {
        // A pixel whose middle lies on the edge is half covered.
        const coverage = Math.min(1, Math.max(0, 0.5 - distanceTo(shape, x, y) * pixelsPerUnit));
        if (coverage > 0) paint(pixels, (row * size + column) * 4, shape.fill, coverage);
      }
    }
  }
  return { size, pixels };
}

/** How far a point lies outside a shape's edge; less than 0 inside. */
function distanceTo({ x, y, width, height, radius }: Shape, pointX: number, pointY: number): number {
  const besideX = Math.abs(pointX - x - width / 2) - width / 2 + radius;
  const besideY = Math.abs(pointY - y - height / 2) - height / 2 + radius;
  const outside = Math.hypot(Math.max(besideX, 0), Math.max(besideY, 0));
  return outside + Math.min(Math.max(besideX, besideY), 0) - radius;
}

/** Lays a colour over a pixel. */
function paint(pixels: Buffer, at: number, { red, green, blue }: Shape['fill'], coverage: number): void {
  const below = ((pixels[at + 3] ?? 0) / 255) * (1 - coverage);
  const opacity = coverage + below;
  for (const [index, value] of [red, green, blue].entries()) {
    pixels[at + index] = Math.round((value * coverage + (pixels[at + index] ?? 0) * below) / opacity);
  }
  pixels[at + 3] = Math.round(opacity * 255);
}
