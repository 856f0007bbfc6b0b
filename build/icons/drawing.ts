import { XMLParser } from 'fast-xml-parser';
import { z } from 'zod';

type Colour = { red: number; green: number; blue: number };

/** A rectangle with round corners; a circle is one whose corners meet. In the drawing's own units. */
export type Shape = { x: number; y: number; width: number; height: number; radius: number; fill: Colour };
export type Drawing = { size: number; shapes: Shape[] };

const colourSchema = z
  .string()
  .regex(/^#[0-9a-f]{6}$/)
  .transform((hex): Colour => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => Number.parseInt(hex.slice(start, start + 2), 16));
    return { red, green, blue };
  });
const length = z.coerce.number();

const rectSchema = z
  .strictObject({
    x: length.default(0),
    y: length.default(0),
    width: length,
    height: length,
    rx: length.default(0),
    fill: colourSchema,
  })
  .transform(({ rx, ...rect }): Shape => ({ ...rect, radius: rx }));

const circleSchema = z
  .strictObject({ cx: length, cy: length, r: length, fill: colourSchema })
  .transform(({ cx, cy, r, fill }): Shape => ({ x: cx - r, y: cy - r, width: 2 * r, height: 2 * r, radius: r, fill }));

const drawingSchema = z
  .object({
    svg: z.strictObject({
      viewBox: z.string().regex(/^0 0 (\d+) \1$/),
      xmlns: z.string(),
      title: z.string(),
      rect: z.array(rectSchema),
      circle: z.array(circleSchema),
    }),
  })
  .transform(
    ({ svg }): Drawing => ({
      size: Number(svg.viewBox.split(' ')[2]),
      shapes: [...svg.rect, ...svg.circle],
    }),
  );

const xml = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  isArray: (name) => name === 'rect' || name === 'circle',
});

/**
 * Reads the icon's SVG, which is made of rectangles and, above them, circles in full colours. @throws ZodError when it
 * holds anything else, so that nothing of a changed drawing is left out in silence
 */
export function readDrawing(svg: string): Drawing {
  return drawingSchema.parse(xml.parse(svg));
}
