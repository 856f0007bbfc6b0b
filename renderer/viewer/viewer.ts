/*
 * The script of the window that turns files of others into plain pictures. It runs alone in a sandbox of its own: no preload,
 * no network, nothing of the application. The main process calls `viewer`, and trusts none of its answers.
 */

import type { OpenFile } from './drawing.ts';
import { openPdf } from './pdf.ts';
import { openPicture } from './picture.ts';

let opened: OpenFile | null = null;

const viewer = {
  /** Reads the file that belongs to this window. Returns how many pages it has, and the size of the first. */
  async open(kind: 'picture' | 'pdf') {
    const bytes = await (await fetch('/file')).arrayBuffer();
    opened = kind === 'pdf' ? await openPdf(bytes) : await openPicture(bytes);
    const { pageCount, widthPx, heightPx } = opened;
    return { pageCount, widthPx, heightPx };
  },
  /** Draws a page, from 1, as wide as is asked for, or as the limits allow. */
  async render(page: number, widthPx: number) {
    if (!opened) throw new Error('no file is open');
    return await opened.render(page, widthPx);
  },
};

Object.assign(globalThis, { viewer });
