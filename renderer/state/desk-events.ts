/*
 * Connects the events of the main process, and the window's own about the network, to the stores. `listenToDesk` lists
 * which event changes what.
 */

import type { Outbox } from '../../electron/contract/change.ts';
import type { AccountKey } from '../../electron/contract/ids.ts';
import type { SessionState } from '../../electron/contract/session.ts';
import { inSameAccount, resetAccountStores } from './account-store.ts';
import { reloadAttachments } from './attachments.ts';
import { prepareToClose } from './confirmations.ts';
import { loadDrafts } from './drafts.ts';
import { setExportProgress } from './exports.ts';
import { attemptInBackground } from './feedback.ts';
import { untilPainted } from './first-paint.ts';
import { useKeychain } from './keychain.ts';
import { createOf, loadOutbox, loadSent, setOutbox, useOutbox } from './outbox.ts';
import { isSameList, loadFacets, showInUsualOrder, useQuery } from './query.ts';
import { rebaseEdits, rebaseRewrites, writtenOn } from './rebase-edits.ts';
import { loadReferenceData, reloadReferenceData } from './reference-data.ts';
import { loadRepeats } from './repeats.ts';
import { flushTyped } from './saver.ts';
import { useScreen } from './screen.ts';
import { dropUnknown } from './selection.ts';
import { setSession, useSession } from './session.ts';
import { loadDemoNetwork, loadSettings } from './settings.ts';
import { loadSiteNotes } from './site-notes.ts';
import { loadStatus, setStatus } from './status.ts';
import { noteNews, readTicket, useTicket } from './ticket.ts';
import { loadFromTop, reload } from './ticket-list.ts';
import { loadViewCounts, loadViews } from './views.ts';

const listIntervalMs = 300;
/** Facets and the counts of the views cost the main process a few passes over all tickets. */
const countIntervalMs = 2_000;
/** Nor are they counted between two keys: the rows come first. */
const countPauseMs = 250;
/** Reading a ticket or its files asks the server in the background, and a sync reports changes many times. */
const ticketIntervalMs = 1_500;

/** The account whose data the stores hold; `null` while none is open. */
let shownAccount: AccountKey | null = null;
/** The content of the outbox as the main process sent it last. */
let latestOutbox: Outbox = { items: [], groups: [], unreadable: 0 };
/** The session's state as the main process sent it last. */
let latestSession: SessionState | null = null;

/** Starts listening to every event and loads the session. Called once. */
export async function listenToDesk(): Promise<void> {
  const { desk } = window;
  const reloadListSoon = throttle(whenSeen(whileOpen(reload)), listIntervalMs);
  const reloadFacetsSoon = throttle(whenSeen(whileOpen(loadFacets)), countIntervalMs);
  const countViewsAfterwards = afterPause(whileOpen(loadViewCounts), countPauseMs);
  const countViewsSoon = throttle(whenSeen(countViewsAfterwards), countIntervalMs);
  const rereadTicketSoon = throttle(whenSeen(whileOpen(readTicket)), ticketIntervalMs);
  const reloadFilesSoon = throttle(whenSeen(whileOpen(reloadAttachments)), ticketIntervalMs);
  const reloadSentSoon = throttle(whenSeen(whileOpen(loadSent)), listIntervalMs);

  desk.on('session', (session) => void applySession(session));
  desk.on('keychainWait', (wait) => useKeychain.setState(wait));
  desk.on('syncStatus', whileOpen(setStatus));
  desk.on(
    'ticketsChanged',
    whileOpen(({ ids }) => {
      reloadListSoon();
      reloadFacetsSoon();
      countViewsSoon();
      const { openId } = useTicket.getState();
      if (openId === null) return;
      if (ids?.includes(openId)) noteNews(openId);
      if (ids === null || ids.includes(openId)) rereadTicketSoon();
      // `null` comes from a sync of tickets, not of files: the list of files asks the server when its ticket is opened.
      if (ids?.includes(openId)) reloadFilesSoon();
    }),
  );
  desk.on(
    'outbox',
    whileOpen(async (outbox) => {
      const hasChanged = await applyOutbox(outbox);
      // A quick server has confirmed changes before the window is told that the outbox has them: only the log shows them.
      if (useScreen.getState().screen === 'outbox') reloadSentSoon();
      if (!hasChanged) return;
      reloadListSoon();
      countViewsSoon();
      rereadTicketSoon();
      reloadFilesSoon();
    }),
  );
  desk.on(
    'referenceData',
    whileOpen(({ site }) => reloadReferenceData(site)),
  );
  desk.on('exportProgress', whileOpen(setExportProgress));
  desk.on(
    'repeats',
    whileOpen(async () => {
      await loadRepeats();
      countViewsSoon();
    }),
  );
  desk.on('closing', ({ saveNumber }) => void prepareToClose(saveNumber));
  const loadFacetsAfterwards = afterPause(whileOpen(loadFacets), countPauseMs);
  useQuery.subscribe(
    whileOpen((query, before) => {
      if (isSameList(before, query)) return; // it was saved under a name, or is under none any more
      void loadFromTop();
      loadFacetsAfterwards();
      countViewsAfterwards(); // also puts off a count that waits already
    }),
  );
  window.addEventListener('blur', () => void flushTyped());
  for (const event of ['online', 'offline']) {
    window.addEventListener(event, () => void attemptInBackground(desk.system.networkChanged()));
  }
  await loadSession();
}

/** Calls the listener only while an account is open: events and throttled calls may come after it was closed. */
function whileOpen<Args extends unknown[]>(listener: (...args: Args) => void | Promise<void>): (...args: Args) => void {
  return (...args) => {
    if (shownAccount !== null) void listener(...args);
  };
}

/**
 * Takes the content of the outbox, and returns whether more has changed than the progress of a file. When a change has left
 * it, the open ticket is read first, and its files: what was confirmed would otherwise disappear until they show it. What is
 * written on top of it must know before that the ticket shows its own text.
 */
async function applyOutbox(outbox: Outbox): Promise<boolean> {
  latestOutbox = outbox;
  const { openId } = useTicket.getState();
  const staying = new Set(outbox.items.map(({ id }) => id));
  const left = useOutbox.getState().items.filter(({ id }) => !staying.has(id));
  const shown = left.filter(({ ticketId }) => ticketId === openId);
  const isWrittenOn = writtenOn(left).length > 0;
  if (isWrittenOn && (await inSameAccount(rebaseEdits(left).then(() => true))) === null) return false;
  const reads: Promise<void>[] = [];
  if (shown.length > 0) reads.push(readTicket());
  if (shown.some(({ change }) => change.kind === 'attachment')) reads.push(reloadAttachments());
  if (reads.length > 0 && (await inSameAccount(Promise.all(reads))) === null) return false;
  rebaseRewrites(latestOutbox.items);
  const hasChanged = setOutbox(latestOutbox);
  const { byTicket } = useOutbox.getState();
  if (hasChanged) dropUnknown((id) => createOf(id, byTicket.get(id) ?? []) !== undefined);
  return hasChanged;
}

/** Asks for the session's state. An event that arrives before the response is newer and wins. */
export async function loadSession(): Promise<void> {
  const before = latestSession;
  const outcome = await window.desk.session.state();
  if (latestSession !== before) return;
  if (outcome.ok) await applySession(outcome.value);
  else useSession.setState({ problem: outcome.problem });
}

/**
 * Takes the session's new state. Another account is shown only once its first tickets are there, because drawing the
 * list twice would take twice as long.
 */
async function applySession(session: SessionState): Promise<void> {
  latestSession = session;
  const account = session.phase === 'open' ? session.account.key : null;
  if (account !== shownAccount) {
    setShownAccount(null); // so that resetting the query does not load the list
    resetAccountStores();
    setShownAccount(account);
    if (account !== null) {
      await Promise.all([loadFromTop(), loadSettings()]); // the settings name the columns of the list
      if (showInUsualOrder()) await loadFromTop();
      whileOpen(loadTheRest)();
      if (session.phase === 'open' && session.account.environment === 'demo') void loadDemoNetwork();
    }
  }
  if (latestSession === session) setSession(session);
}

function setShownAccount(account: AccountKey | null): void {
  shownAccount = account;
  window.desk.shows(account);
}

/** Loads what stands around the list; what is counted, and the notes on sites, after the first paint. */
async function loadTheRest(): Promise<void> {
  await Promise.all([loadStatus(), loadOutbox(), loadDrafts(), loadReferenceData(), loadViews()]);
  await untilPainted();
  await Promise.all([loadFacets(), loadViewCounts(), loadSiteNotes(), loadRepeats()]);
}

/** Runs `task` at once, or, while nobody sees the window, once when it is shown. */
export function whenSeen(task: () => void): () => void {
  let isPutOff = false;
  document.addEventListener('visibilitychange', () => {
    if (document.hidden || !isPutOff) return;
    isPutOff = false;
    task();
  });
  return () => {
    isPutOff = document.hidden;
    if (!isPutOff) task();
  };
}

/** Runs `task` once no call has come for `pauseMs`. */
export function afterPause(task: () => void, pauseMs: number): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(task, pauseMs);
  };
}

/**
 * Runs `task` at once, then at most once in `intervalMs`; calls that come in between lead to one run at the end of the
 * interval. `throttle` of es-toolkit keeps neither promise: the last run comes up to one interval late, and a call just
 * after it runs at once.
 */
export function throttle(task: () => void, intervalMs: number): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let isCalledAgain = false;
  const run = () => {
    isCalledAgain = false;
    task();
    timer = setTimeout(() => {
      timer = null;
      if (isCalledAgain) run();
    }, intervalMs);
  };
  return () => {
    if (timer) isCalledAgain = true;
    else run();
  };
}
