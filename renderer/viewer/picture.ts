/* Pictures in the viewer: the first frame of each, upright. */

import { drawnSize, encoded, newCanvas, type OpenFile } from './drawing.ts';

/** Decodes a picture. Its size was checked by its header before it came here. */
export async function openPicture(bytes: ArrayBuffer): Promise<OpenFile> {
  const bitmap = await createImageBitmap(new Blob([bytes]));
  const { width: widthPx, height: heightPx } = bitmap;
  return {
    pageCount: 1,
    widthPx,
    heightPx,
    async render(_page, wantedPx) {
      const size = drawnSize({ widthPx, heightPx }, Math.min(wantedPx, widthPx));
      const { canvas, context } = newCanvas(size);
      context.imageSmoothingQuality = 'high';
      context.drawImage(bitmap, 0, 0, size.widthPx, size.heightPx);
      return { bytes: await encoded(canvas, 'image/webp', 0.92), ...size, text: '' };
    },
  };
}
