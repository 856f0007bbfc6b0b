/* The pages of a picture or PDF file in the viewer, one at a time, fitted to the window or enlarged. */

import { IconChevronDown, IconChevronUp, IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { type FileView, maxPageWidthPx, type ViewedPage } from '../../electron/contract/attachment.ts';
import type { Outcome } from '../../electron/contract/calls.ts';
import { ProblemNote } from '../ui/problem-note.tsx';
import shared from '../ui/shared.module.css';
import { words } from '../words/words.ts';
import styles from './file-viewer.module.css';
import { IconButton } from './viewer-button.tsx';

const text = words.files;
const zooms = [1, 1.5, 2, 3, 4] as const;
/** Widths are rounded up to these steps, so that a window that is being resized does not ask for each pixel. */
const widthStepPx = 256;
/** A page of text is not read any better in a wider column. */
const widestPagePx = 1_000;

type PagedView = Extract<FileView, { viewId: string }>;

export function ViewedPages({ view, fileName }: { view: PagedView; fileName: string }) {
  const [page, setPage] = useState(1);
  const [zoom, setZoom] = useState(0);
  const area = useRef<HTMLElement>(null);
  const room = useSize(area);
  const shownPx = fittedWidthPx(view, room) * (zooms[zoom] ?? 1);
  const wantedPx = Math.ceil((shownPx * window.devicePixelRatio) / widthStepPx) * widthStepPx;
  const drawn = usePage(view.viewId, page, room ? Math.min(maxPageWidthPx, wantedPx) : null);
  const pageText = text.page({ page, count: view.pageCount });
  const isPdf = view.kind === 'pdf';

  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is shown from its top
  useEffect(() => area.current?.scrollTo(0, 0), [page]);

  return (
    <>
      <div className={styles.bar}>
        {view.pageCount > 1 && (
          <div className={styles.group}>
            <IconButton
              label={text.previousPage}
              icon={IconChevronUp}
              isOff={page === 1}
              onClick={() => setPage(page - 1)}
            />
            <span role="status">{pageText}</span>
            <IconButton
              label={text.nextPage}
              icon={IconChevronDown}
              isOff={page === view.pageCount}
              onClick={() => setPage(page + 1)}
            />
          </div>
        )}
        <div className={styles.group}>
          <IconButton label={text.zoomOut} icon={IconZoomOut} isOff={zoom === 0} onClick={() => setZoom(zoom - 1)} />
          <IconButton
            label={text.zoomIn}
            icon={IconZoomIn}
            isOff={zoom === zooms.length - 1}
            onClick={() => setZoom(zoom + 1)}
          />
        </div>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: an enlarged page is scrolled with the keyboard */}
      <section ref={area} className={styles.scroll} aria-label={isPdf ? pageText : fileName} tabIndex={0} data-scrolls>
        {drawn?.ok && (
          <img
            draggable={false}
            className={styles.page}
            data-paper={isPdf || undefined}
            src={drawn.value.dataUrl}
            alt={isPdf ? pageText : fileName}
            style={{ width: `${shownPx}px` }}
          />
        )}
        {drawn?.ok && drawn.value.text !== '' && <p className={shared.unseen}>{drawn.value.text}</p>}
        {drawn === null && (
          <p className={styles.note} role="status">
            {text.drawing}
          </p>
        )}
        {drawn?.ok === false && <ProblemNote className={styles.problem} problem={drawn.problem} />}
      </section>
    </>
  );
}

type Room = { widthPx: number; heightPx: number } | null;

/** A picture is fitted to the window whole, but not enlarged; a PDF page to its width. */
function fittedWidthPx({ kind, widthPx, heightPx }: PagedView, room: Room): number {
  if (!room) return 1;
  if (kind === 'pdf') return Math.min(room.widthPx, widestPagePx);
  return Math.max(1, Math.min(room.widthPx, (room.heightPx * widthPx) / heightPx, widthPx));
}

/** The size inside an element’s padding, as it changes. */
function useSize(element: RefObject<HTMLElement | null>): Room {
  const [size, setSize] = useState<Room>(null);
  useLayoutEffect(() => {
    const observed = element.current;
    if (!observed) return;
    const observer = new ResizeObserver(([entry]) => {
      // Without the scroll bar that the page itself brings, or it would come and go.
      if (entry)
        setSize({ widthPx: Math.floor(entry.contentRect.width), heightPx: Math.floor(entry.contentRect.height) });
    });
    observer.observe(observed);
    return () => observer.disconnect();
  }, [element]);
  return size;
}

/** Has a page drawn. The last drawing of the same page stays until a sharper one is there. `widthPx`: `null` when not known yet. */
function usePage(viewId: string, page: number, widthPx: number | null): Outcome<ViewedPage> | null {
  const [drawn, setDrawn] = useState<{ page: number; outcome: Outcome<ViewedPage> } | null>(null);
  useEffect(() => {
    if (widthPx === null) return;
    let isWanted = true;
    void window.desk.attachments.viewPage({ viewId, page, widthPx }).then((outcome) => {
      if (isWanted) setDrawn({ page, outcome });
    });
    return () => {
      isWanted = false;
    };
  }, [viewId, page, widthPx]);
  return drawn?.page === page ? drawn.outcome : null;
}
