/* PDF files in the viewer. Scripts in them never run: pdf.js runs them only in a sandbox that is not loaded here. */

import { AnnotationMode, getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
// The whole window is a worker already; another thread would only be harder to end. pdf.js finds this one by itself.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { drawnSize, encoded, newCanvas, type OpenFile } from './drawing.ts';

/** A picture inside a page that is larger is left out. */
const maxImagePixels = 64_000_000;
const longestText = 20_000;

export async function openPdf(bytes: ArrayBuffer): Promise<OpenFile> {
  const document = await getDocument({
    data: new Uint8Array(bytes),
    enableXfa: false,
    useWorkerFetch: false,
    useWasm: false,
    isOffscreenCanvasSupported: false,
    enableHWA: false,
    maxImageSize: maxImagePixels,
    verbosity: 0,
  }).promise;
  const first = (await document.getPage(1)).getViewport({ scale: 1 });
  return {
    pageCount: document.numPages,
    widthPx: first.width,
    heightPx: first.height,
    async render(number, wantedPx) {
      const page = await document.getPage(number);
      const whole = page.getViewport({ scale: 1 });
      const size = drawnSize({ widthPx: whole.width, heightPx: whole.height }, wantedPx);
      const { canvas } = newCanvas(size);
      const viewport = page.getViewport({ scale: size.widthPx / whole.width });
      // “display” would wait for a frame of this window, which is never shown.
      await page.render({ canvas, viewport, intent: 'print', annotationMode: AnnotationMode.ENABLE }).promise;
      const { items } = await page.getTextContent();
      const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
      const drawn = { bytes: await encoded(canvas, 'image/png'), ...size, text: text.slice(0, longestText) };
      page.cleanup();
      return drawn;
    },
  };
}
