/* The file that the user looks at: what it holds, and its pages. One at a time; its window ends with it. */

import { randomUUID } from 'node:crypto';
import type { FileView, ViewedPage } from '../contract/attachment.ts';
import { ProblemError } from '../contract/problem.ts';
import { contentOf, isPicture, pictureSize, textOf } from '../files/content-kind.ts';
import { words } from '../words/words.ts';
import type { DrawnPage, OpenRaster, Rasterizer } from './rasterizer.ts';

/** A picture of this many pixels takes four times as many bytes to decode. */
const maxPixels = 64_000_000;

/** More of a text is not shown: a page takes long to lay it out. */
const maxTextBytes = 300_000;

export class FileViews {
  readonly #rasterizer: Rasterizer | null;
  #current: { id: string; raster: OpenRaster | null } = { id: '', raster: null };

  constructor(rasterizer: Rasterizer | null) {
    this.#rasterizer = rasterizer;
  }

  /** Ends the view before, and shows a file. @throws ProblemError `file-unviewable`, and what `read` throws */
  async open(fileName: string, read: () => Promise<Uint8Array>): Promise<FileView> {
    this.close();
    const current: { id: string; raster: OpenRaster | null } = { id: randomUUID(), raster: null };
    this.#current = current;
    const bytes = await read();
    const viewed = { fileName, sizeBytes: bytes.length };
    const content = contentOf(bytes);
    if (content === 'text') return { kind: 'text', ...viewed, ...textOf(bytes, maxTextBytes) };
    if (content === 'other') return { kind: 'other', ...viewed };
    const kind = isPicture(content) ? 'picture' : 'pdf';
    const raster = await rasterOf(this.#rasterizer, bytes, kind);
    if (this.#current !== current) {
      raster.close();
      throw new ProblemError('file-unviewable');
    }
    current.raster = raster;
    const { pageCount, widthPx, heightPx } = raster;
    return { kind, ...viewed, viewId: current.id, pageCount, widthPx, heightPx };
  }

  /** Draws a page of the file that is viewed. @throws ProblemError `file-unviewable` */
  async page(viewId: string, page: number, widthPx: number): Promise<ViewedPage> {
    const { id, raster } = this.#current;
    if (id !== viewId || !raster || page > raster.pageCount) throw new ProblemError('file-unviewable');
    const drawn = await raster.render(page, widthPx);
    return { dataUrl: dataUrlOf(drawn.bytes), widthPx: drawn.widthPx, heightPx: drawn.heightPx, text: drawn.text };
  }

  close(): void {
    this.#current.raster?.close();
    this.#current = { id: '', raster: null };
  }
}

/** Opens a picture or PDF in a window, unless its header promises too much. @throws ProblemError `file-unviewable` */
async function rasterOf(
  rasterizer: Rasterizer | null,
  bytes: Uint8Array,
  kind: 'picture' | 'pdf',
): Promise<OpenRaster> {
  if (!rasterizer) throw new ProblemError('file-unviewable');
  if (kind === 'picture') refuseBomb(bytes);
  return await rasterizer.open(bytes, kind);
}

function refuseBomb(bytes: Uint8Array): void {
  const { hasNoSize, hasTooManyPixels } = words().files;
  const size = pictureSize(bytes);
  if (!size) throw new ProblemError('file-unviewable', { message: hasNoSize });
  if (size.widthPx * size.heightPx <= maxPixels) return;
  const message = hasTooManyPixels({ megapixels: maxPixels / 1_000_000 });
  throw new ProblemError('file-unviewable', { message });
}

/** The longer side of a small picture, which is also printed. */
const thumbnailPx = 320;

/** Draws the small picture of a file; `null` for a file that is no picture. @throws ProblemError `file-unviewable` */
export async function drawThumbnail(rasterizer: Rasterizer, bytes: Uint8Array): Promise<DrawnPage | null> {
  if (!isPicture(contentOf(bytes))) return null;
  const raster = await rasterOf(rasterizer, bytes, 'picture');
  try {
    const { widthPx, heightPx } = raster;
    const scale = Math.min(1, thumbnailPx / Math.max(widthPx, heightPx));
    return await raster.render(1, Math.max(1, Math.round(widthPx * scale)));
  } finally {
    raster.close();
  }
}

/** A drawn picture as the page takes it. */
export function dataUrlOf(bytes: Uint8Array): string {
  const type = contentOf(bytes) === 'png' ? 'image/png' : 'image/webp';
  return `data:${type};base64,${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')}`;
}
