/* What turns the files of others into plain pictures. The shell does it in a locked window; see `shell/viewer-window.ts`. */

/** A page as a picture that Colodesk made itself: PNG or WebP. `text` is what the page says, as far as that is known. */
export type DrawnPage = { bytes: Uint8Array; widthPx: number; heightPx: number; text: string };

/** A file in a window of its own. */
export type OpenRaster = {
  readonly pageCount: number;
  /** Of the first page. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** Draws a page, from 1, as wide as is asked for or as the limits allow. @throws ProblemError `file-unviewable` */
  render(page: number, widthPx: number): Promise<DrawnPage>;
  /** Ends the window, whatever it is doing. */
  close(): void;
};

export type Rasterizer = {
  /** @throws ProblemError `file-unviewable` for a file that cannot be read, or takes too long */
  open(bytes: Uint8Array, kind: 'picture' | 'pdf'): Promise<OpenRaster>;
};
