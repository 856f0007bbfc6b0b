import type { AccountKey } from '../../electron/contract/ids.ts';
import type { SessionState } from '../../electron/contract/session.ts';
import { reloadAttachments, resetAttachments } from './attachments.ts';
import { endCommentEdit } from './comment.ts';
import { prepareToClose } from './confirmations.ts';
import { flushDrafts, loadDrafts, resetDrafts } from './drafts.ts';
import { attemptInBackground, useProblemBanner, withdrawUndo } from './feedback.ts';
import { untilPainted } from './first-paint.ts';
import { resetForm } from './form.ts';
import { loadOutbox, loadSent, resetOutbox, resetSent, setOutbox } from './outbox.ts';
import { loadFacets, resetFacets, resetQuery, useQuery } from './query.ts';
import { loadReferenceData, referenceDataChanged, resetReferenceData } from './reference-data.ts';
import { showScreen, useScreen } from './screen.ts';
import { setSession, useSession } from './session.ts';
import { loadStatus, resetStatus, setStatus } from './status.ts';
import { resetTemplates } from './templates.ts';
import { closeTicket, readTicket, useTicket } from './ticket.ts';
import { loadFromTop, reload, resetSlice } from './ticket-list.ts';

const reloadIntervalMs = 300;
const choicesIntervalMs = 2_000;
/** Reading asks the server in the background, so it must not happen for each of a sync's many "anything changed". */
const rereadIntervalMs = 1_500;

/** The account whose tickets lie in the stores. */
let openKey: AccountKey | null = null;
/** What the main process said last. */
let latest: SessionState | null = null;

/** Connects the main process's events, and the window's own about the network, to the stores. Called once. */
export async function listenToDesk(): Promise<void> {
  const { desk } = window;
  const reloadSoon = throttle(whileOpen(reload), reloadIntervalMs);
  const reloadChoicesSoon = throttle(whileOpen(loadFacets), choicesIntervalMs);
  const rereadSoon = throttle(whileOpen(readTicket), rereadIntervalMs);
  const reloadFilesSoon = throttle(whileOpen(reloadAttachments), rereadIntervalMs);

  desk.on('session', (session) => void applySession(session));
  desk.on('syncStatus', (status) => {
    if (openKey !== null) setStatus(status);
  });
  desk.on('ticketsChanged', ({ ids }) => {
    if (openKey === null) return;
    reloadSoon();
    reloadChoicesSoon();
    const { openId } = useTicket.getState();
    if (openId !== null && (ids === null || ids.includes(openId))) rereadSoon();
    // A sync's "anything changed" is not about files; their list asks the server itself when a ticket is opened.
    if (openId !== null && ids?.includes(openId)) reloadFilesSoon();
  });
  desk.on('outbox', ({ items }) => {
    if (openKey === null) return;
    if (!setOutbox(items)) return;
    reloadSoon();
    rereadSoon();
    reloadFilesSoon();
    if (useScreen.getState().screen === 'outbox') void loadSent();
  });
  desk.on('referenceData', ({ site }) => {
    if (openKey !== null) void referenceDataChanged(site);
  });
  desk.on('closing', () => void prepareToClose());
  window.addEventListener('blur', () => void flushDrafts());
  useQuery.subscribe(whileOpen(loadFromTop));
  for (const event of ['online', 'offline']) {
    window.addEventListener(event, () => void attemptInBackground(desk.system.networkChanged()));
  }
  await loadSession();
}

/** What a throttle kept back may come after the account was closed: then there is nothing to ask. */
function whileOpen(task: () => Promise<void>): () => void {
  return () => {
    if (openKey !== null) void task();
  };
}

/** Asks for the session's state. An event that came meanwhile is newer than the answer. */
export async function loadSession(): Promise<void> {
  const before = latest;
  const outcome = await window.desk.session.state();
  if (latest !== before) return;
  if (outcome.ok) await applySession(outcome.value);
  else useSession.setState({ problem: outcome.problem });
}

/** Shows an account only with its first tickets: drawing the list twice would take as long again. */
async function applySession(session: SessionState): Promise<void> {
  latest = session;
  const key = session.phase === 'open' ? session.account.key : null;
  if (key !== openKey) {
    setOpenKey(null); // so that clearing the query asks for nothing
    closeTicket();
    forgetTyped();
    resetQuery();
    resetSlice();
    resetFacets();
    resetStatus();
    useProblemBanner.getState().dismiss();
    setOpenKey(key);
    if (key !== null) {
      await loadFromTop();
      whileOpen(loadBeside)();
    }
  }
  if (latest === session) setSession(session);
}

function setOpenKey(key: AccountKey | null): void {
  openKey = key;
  window.desk.shows(key);
}

/** What is around the list; the choices cost the main process a pass over all tickets. */
async function loadBeside(): Promise<void> {
  await Promise.all([loadStatus(), loadOutbox(), loadDrafts(), loadReferenceData()]);
  await untilPainted();
  await loadFacets();
}

/** What belongs to the forms and the outbox of the account before. */
function forgetTyped(): void {
  showScreen('tickets');
  resetForm();
  endCommentEdit();
  withdrawUndo();
  resetDrafts();
  resetOutbox();
  resetSent();
  resetReferenceData();
  resetTemplates();
  resetAttachments();
}

/** Runs `task` at once, then at most once in `intervalMs`; calls that come in between are answered by one run at its end. */
export function throttle(task: () => void, intervalMs: number): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let isAskedAgain = false;
  const run = () => {
    isAskedAgain = false;
    task();
    timer = setTimeout(() => {
      timer = null;
      if (isAskedAgain) run();
    }, intervalMs);
  };
  return () => {
    if (timer) isAskedAgain = true;
    else run();
  };
}
