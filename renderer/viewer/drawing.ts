/* What pictures and PDF files have in common in the viewer: pages, and how one is drawn. */

/** A page as a picture. `text` is what it says, for those who cannot see it. */
export type DrawnPage = { bytes: Uint8Array; widthPx: number; heightPx: number; text: string };

export type OpenFile = {
  pageCount: number;
  /** Of the first page. */
  widthPx: number;
  heightPx: number;
  /** Draws a page, from 1, as wide as is asked for, or as the limits allow. */
  render(page: number, widthPx: number): Promise<DrawnPage>;
};

/** No side of a drawn page is longer. */
const longestSidePx = 4_096;
const maxPixels = 12_000_000;

/** The size to draw at: of the shape of the page, `widthPx` wide, and within the limits. */
export function drawnSize(page: { widthPx: number; heightPx: number }, widthPx: number) {
  const shape = page.heightPx / page.widthPx;
  const width = Math.min(widthPx, longestSidePx, longestSidePx / shape, Math.sqrt(maxPixels / shape));
  return { widthPx: Math.max(1, Math.round(width)), heightPx: Math.max(1, Math.round(width * shape)) };
}

/** A canvas drawn by the processor: the graphics process is shared with the rest of the application. */
export function newCanvas({ widthPx, heightPx }: { widthPx: number; heightPx: number }) {
  const canvas = document.createElement('canvas');
  canvas.width = widthPx;
  canvas.height = heightPx;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('there is no canvas');
  return { canvas, context };
}

export async function encoded(canvas: HTMLCanvasElement, type: string, quality?: number): Promise<Uint8Array> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, quality));
  if (!blob) throw new Error('the page cannot be encoded');
  return new Uint8Array(await blob.arrayBuffer());
}
