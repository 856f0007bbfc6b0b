/*
 * Makes the pictures of the first screen that the next start shows before this page's scripts have run: the frame as it was
 * first drawn, with the rows that the list begins with now. They are made when nothing has happened for a while.
 */

import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { pictureId, takenOverEvent } from '../electron/contract/channels.ts';
import type { Picture } from '../electron/contract/picture.ts';
import { noFilters, type TicketRow } from '../electron/contract/query.ts';
import { drawnGeometry, type GridGeometry } from './inbox/grid-geometry.ts';
import { GridRow } from './inbox/grid-row.tsx';
import { Styles } from './picture-styles.ts';
import { afterPause } from './state/desk-events.ts';
import { useDialog } from './state/dialogs.ts';
import { untilDrawn, usableMark } from './state/first-paint.ts';
import { useForm } from './state/form.ts';
import { useLayout } from './state/layout.ts';
import { useOutbox } from './state/outbox.ts';
import { isSameList, isSameSort, useQuery, usualSortOf } from './state/query.ts';
import { gridId, useHelp, useScreen } from './state/screen.ts';
import { useSelection } from './state/selection.ts';
import { useSession } from './state/session.ts';
import { useSettings } from './state/settings.ts';
import { useTicket } from './state/ticket.ts';

/** Nothing is made while events come. */
const pauseMs = 2_000;

/** The mark in the page's timeline when a picture was kept; build/bench waits for it. */
const keptMark = 'picture-kept';

/** The first screen without its rows, and how the rows in it are drawn. */
type Frame = {
  readonly before: string;
  readonly after: string;
  readonly styles: Styles;
  /** The style elements in it, which Mantine makes when it starts; the page's own sheet is there without the picture. */
  readonly sheets: string;
  readonly geometry: GridGeometry;
  readonly rowCount: number;
  /** The frame holds only for the window, layout and settings that it was drawn with. */
  readonly basis: string;
};

let frame: Frame | null = null;

/** Takes the place of the picture that this start showed, if any, once the page has drawn the same below it. */
export async function removePicture(): Promise<void> {
  await untilDrawn();
  document.getElementById(pictureId)?.remove();
  performance.mark(usableMark);
  window.dispatchEvent(new Event(takenOverEvent)); // what the user has done meanwhile is done now
}

/** Keeps a picture for the next start, now and after each change. Called once, when the first screen is drawn. */
export function keepPictures(): void {
  try {
    frame = drawFrame();
  } catch {
    frame = null; // it is tried again before anything is kept
  }
  const keepSoon = afterPause(() => requestIdleCallback(() => void keep()), pauseMs);
  for (const event of ['ticketsChanged', 'outbox', 'session'] as const) window.desk.on(event, keepSoon);
  useLayout.subscribe(keepSoon);
  useSettings.subscribe(keepSoon); // a picture that was kept with others is not shown
  window.addEventListener('resize', keepSoon);
  keepSoon();
}

async function keep(): Promise<void> {
  frame = drawFrame() ?? frame;
  if (frame?.basis !== frameBasis() || !isLasting(frame.geometry)) return;
  const made = frame;
  const state = await window.desk.picture.state();
  const query = {
    view: 'all',
    filters: noFilters,
    search: '',
    sort: usualSortOf('all'),
    offset: 0,
    limit: made.rowCount,
  } as const;
  const page = await window.desk.tickets.page(query);
  if (!state.ok || !page.ok || page.value.rows.length === 0) return;
  const now = new Date();
  const tomorrow = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1);
  const nextYear = new Date(tomorrow.getFullYear() + 1, 0, 1);
  const { rows } = page.value;
  // Times are written in one way on their own day and in another until the end of the year.
  const pictures = [draw(made, rows, now, tomorrow), draw(made, rows, tomorrow, nextYear)];
  const kept = await window.desk.picture.keep({ state: state.value, pictures });
  if (kept.ok && kept.value) markKept(); // otherwise the next start is slower
}

/** Only the newest is marked: Chromium keeps each mark for as long as the page runs, and pictures are made all day. */
function markKept(): void {
  performance.clearMarks(keptMark);
  performance.mark(keptMark);
}

/** What the frame depends on and may change while the page runs. */
export function frameBasis(): string {
  const { layout } = useLayout.getState();
  const changes = useOutbox.getState().items.length;
  const { session } = useSession.getState();
  const { foldsViews, usesSingleKeys } = useSettings.getState();
  const settings = [layout, usualSortOf('all'), foldsViews, usesSingleKeys];
  return JSON.stringify([innerWidth, innerHeight, devicePixelRatio, settings, changes, session]);
}

/** Durations go on, so a picture of them would soon be wrong. */
const isLasting = ({ columns }: GridGeometry): boolean =>
  !columns.some((column) => column === 'age' || column === 'statusSince');

/** Whether the screen is as each start begins, apart from what the rows show. */
function isAsAtStart(): boolean {
  return (
    useSession.getState().session.phase === 'open' &&
    useScreen.getState().screen === 'tickets' &&
    isSameList({ ...useQuery.getInitialState(), sort: useQuery.getState().sort }, useQuery.getState()) &&
    isSameSort(useQuery.getState().sort, usualSortOf('all')) &&
    useTicket.getState().openId === null &&
    useForm.getState().open === null &&
    useDialog.getState().open === null &&
    useHelp.getState().page === null &&
    useSelection.getState().ids.size === 0 &&
    document.getElementById(gridId)?.scrollTop === 0
  );
}

function drawFrame(): Frame | null {
  const geometry = drawnGeometry();
  const root = document.getElementById('root')?.cloneNode(true);
  if (!geometry || !(root instanceof HTMLElement) || !isAsAtStart()) return null;
  const rows = root.querySelectorAll('[data-index]');
  const place = rows[0]?.parentElement;
  if (!place) return null;
  const sheets = [...root.querySelectorAll('style')].map(({ textContent }) => textContent).join('\n');
  for (const passing of root.querySelectorAll('style, [data-unkept]')) passing.replaceChildren();
  for (const attribute of passingAttributes) {
    for (const marked of root.querySelectorAll(`[${attribute}]`)) marked.removeAttribute(attribute);
  }
  const rowsMark = crypto.randomUUID(); // so that no text can be taken for it
  place.replaceChildren(rowsMark);
  const styles = new Styles();
  const [before = '', after = ''] = styles.markupOf(root).split(rowsMark);
  const rowCount = Math.min(rows.length, Math.ceil(innerHeight / geometry.rowPx));
  return { before, after, styles, sheets, geometry, rowCount, basis: frameBasis() };
}

/** Dots and colours that the page draws only when it has counted. */
const passingAttributes = ['data-draft', 'data-attention', 'data-urgency'];

function draw(frame: Frame, rows: readonly TicketRow[], now: Date, until: Date): Picture {
  const { before, after, geometry, sheets } = frame;
  const host = document.createElement('div');
  const root = createRoot(host);
  flushSync(() =>
    root.render(
      rows.map((ticket, index) => (
        <GridRow
          key={ticket.id}
          index={index}
          top={index * geometry.rowPx}
          ticket={ticket}
          columns={geometry.columns}
          isActive={index === 0}
          isOpen={false}
          showsReasons={false}
          now={now}
          onOpen={() => undefined}
        />
      )),
    ),
  );
  // The bench measures when the rows are on the screen.
  host.querySelector('[data-column=title] bdi')?.setAttribute('elementtiming', 'tickets');
  const styles = new Styles(frame.styles);
  const html = before + styles.markupOf(host) + after;
  root.unmount();
  const fromMs = now.getTime();
  const ends = rows.flatMap(({ snoozedUntilMs }) =>
    snoozedUntilMs !== null && snoozedUntilMs > fromMs ? snoozedUntilMs : [],
  );
  return { html, css: `${sheets}\n${styles.rules()}`, fromMs, untilMs: Math.min(until.getTime(), ...ends) };
}
