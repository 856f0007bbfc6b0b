/*
 * The hand-over: what it covers, what it says, and what was handed over before. Its sentences come from the main process, which
 * hands over exactly what is shown here.
 */

import {
  defaultHandoverScope,
  type Handover,
  type HandoverScope,
  type KeptHandover,
  longestShiftMs,
} from '../../electron/contract/handover.ts';
import type { TicketId } from '../../electron/contract/ids.ts';
import type { Problem } from '../../electron/contract/problem.ts';
import { words } from '../words/words.ts';
import { accountStore, inSameAccount } from './account-store.ts';
import { throttle } from './desk-events.ts';
import { attemptInBackground, dismissProblem, showNotice, showProblem } from './feedback.ts';
import { Saver } from './saver.ts';

type HandoverState = {
  readonly scope: HandoverScope;
  /** The sites to choose from. */
  readonly sites: readonly string[];
  readonly sentence: string;
  /** It went out with a hand-over, so the next one begins without it. */
  readonly isSentenceUsed: boolean;
  /** `null` until it was read. */
  readonly handover: Handover | null;
  readonly problem: Problem | null;
  /** The tickets whose private notes go out too. */
  readonly notesOf: ReadonlySet<TicketId>;
  /** What is being done with it. */
  readonly busy: 'copy' | 'pdf' | null;
};

/** The hand-over on the screen. */
export const useHandover = accountStore<HandoverState>({
  scope: defaultHandoverScope,
  sites: [],
  sentence: '',
  isSentenceUsed: true,
  handover: null,
  problem: null,
  notesOf: new Set(),
  busy: null,
});

type KeptState = {
  /** Newest first. */
  readonly list: readonly KeptHandover[];
  /** The one that is looked at again. */
  readonly shown: { readonly handover: Handover; readonly keptAtMs: number } | null;
  readonly isSaving: boolean;
  /** What was done with the one that is shown, or why it could not be: its dialog covers what the page behind it says. */
  readonly notice: string | null;
  readonly problem: Problem | null;
};

/** What was handed over before. */
export const useKeptHandovers = accountStore<KeptState>({
  list: [],
  shown: null,
  isSaving: false,
  notice: null,
  problem: null,
});

/** How often it is read again while it is shown and much happens, and how often when nothing does, for its “as of”. */
const reloadIntervalMs = 5_000;
const idleReloadMs = 60_000;

/**
 * Shows the hand-over: a sentence that was not handed over yet is still there. What the user chooses and types before it is known
 * what there was is newer: a choice stays, and what is typed stands after the sentence that was there.
 */
export async function openHandover(): Promise<void> {
  const asked = useHandover.getState();
  const outcome = await inSameAccount(window.desk.handover.begin());
  if (!outcome) return;
  if (outcome.ok) {
    const { sites, scope, sentence } = outcome.value;
    useHandover.setState((now) => ({
      sites,
      ...(now.handover === null && now.scope === asked.scope && { scope }),
      ...(now.isSentenceUsed && { sentence, isSentenceUsed: sentence === '' }),
    }));
    const { sentence: typed } = useHandover.getState();
    if (asked.isSentenceUsed && !typed.startsWith(sentence)) typeSentence([sentence, typed].filter(Boolean).join('\n'));
  }
  await Promise.all([loadHandover(), loadKeptHandovers()]);
  if (!outcome.ok) useHandover.setState({ problem: outcome.problem }); // what was read says nothing of it
}

/** Composes it anew. */
export async function loadHandover(): Promise<void> {
  const outcome = await useHandover.newest(window.desk.handover.read(useHandover.getState().scope));
  if (outcome?.ok) useHandover.setState({ handover: outcome.value, problem: null });
  else if (outcome) useHandover.setState({ problem: outcome.problem });
}

/** Reads what was handed over before. */
export async function loadKeptHandovers(): Promise<void> {
  const outcome = await useKeptHandovers.newest(window.desk.handover.kept());
  if (outcome?.ok) useKeptHandovers.setState({ list: outcome.value });
  else if (outcome) showProblem(outcome.problem);
}

/** Keeps what is shown up to date. Returns the function that ends it. */
export function watchHandover(): () => void {
  const reloadSoon = throttle(() => void loadHandover(), reloadIntervalMs);
  const stops = [window.desk.on('ticketsChanged', reloadSoon), window.desk.on('outbox', reloadSoon)];
  const timer = setInterval(reloadSoon, idleReloadMs);
  return () => {
    clearInterval(timer);
    for (const stop of stops) stop();
  };
}

/** Changes since when, or for which sites it is. */
export async function changeScope(change: Partial<HandoverScope>): Promise<void> {
  useHandover.setState(({ scope }) => ({ scope: { ...scope, ...change } }));
  await loadHandover();
}

/** Why a shift cannot have begun at a moment; `null` if it can. */
export function shiftStartFault(atMs: number | null, nowMs: number): string | null {
  if (atMs === null) return words.handover.noMoment;
  if (atMs > nowMs) return words.handover.isFuture;
  return nowMs - atMs > longestShiftMs ? words.handover.isTooEarly({ count: longestShiftMs / 86_400_000 }) : null;
}

const saver = new Saver<string>((_key, sentence) =>
  attemptInBackground(window.desk.handover.saveSentence({ sentence })),
);
const sentenceKey = 'sentence';

/** Takes the sentence as it is typed; it is on the disk within a second. */
export function typeSentence(sentence: string): void {
  useHandover.setState({ sentence, isSentenceUsed: false });
  saver.put(sentenceKey, sentence);
}

/** Lets private notes go out, or keeps them here. */
export function tickNotes(ids: readonly TicketId[], isTicked: boolean): void {
  useHandover.setState(({ notesOf }) => {
    const ticked = new Set(notesOf);
    for (const id of ids) {
      if (isTicked) ticked.add(id);
      else ticked.delete(id);
    }
    return { notesOf: ticked };
  });
}

/** Returns the tickets on a hand-over that have a private note. */
export const notedTickets = (handover: Handover): TicketId[] =>
  handover.sections.flatMap(({ entries }) => entries.flatMap(({ ticketId, note }) => (note === '' ? [] : [ticketId])));

/** Copies what is shown. */
export async function copyHandover(): Promise<void> {
  const isCopied = await handOver('copy', async (request) => {
    const outcome = await window.desk.handover.copy(request);
    return outcome.ok ? { ok: true, value: { notice: words.handover.copied } } : outcome;
  });
  if (isCopied) await loadKeptHandovers();
}

/** Saves what is shown as PDF, where the user chooses. */
export async function saveHandoverPdf(): Promise<void> {
  const isSaved = await handOver('pdf', async (request) => {
    const outcome = await window.desk.handover.savePdf(request);
    if (!outcome.ok) return outcome;
    const { fileName } = outcome.value;
    return { ok: true, value: { notice: fileName === null ? null : words.handover.saved({ fileName }) } };
  });
  if (isSaved) await loadKeptHandovers();
}

type Request = Parameters<typeof window.desk.handover.copy>[0];
type Result = { ok: true; value: { notice: string | null } } | { ok: false; problem: Problem };

/** Returns whether it was handed over: with a notice. The sentence that went out is not saved again as one to be. */
async function handOver(busy: 'copy' | 'pdf', work: (request: Request) => Promise<Result>): Promise<boolean> {
  const { handover, sentence, notesOf, busy: underWay } = useHandover.getState();
  if (!handover || underWay) return false;
  useHandover.setState({ busy });
  await inSameAccount(saver.flush());
  const outcome = await inSameAccount(
    work({ id: handover.id, sentence, notesOf: notedTickets(handover).filter((id) => notesOf.has(id)) }),
  );
  if (!outcome) return false;
  useHandover.setState({ busy: null });
  if (!outcome.ok) {
    showProblem(outcome.problem);
    return false;
  }
  const { notice } = outcome.value;
  if (notice === null) return false;
  dismissProblem();
  showNotice(notice);
  const isSame = useHandover.getState().sentence === sentence;
  if (isSame) {
    saver.forget(sentenceKey); // it may not have been saved
    useHandover.setState({ isSentenceUsed: true });
  } else saver.put(sentenceKey, useHandover.getState().sentence); // typed meanwhile, and removed with the one before
  return true;
}

/** Shows one that was handed over, as it was. */
export async function showKeptHandover({ id, keptAtMs }: KeptHandover): Promise<void> {
  const outcome = await useKeptHandovers.newest(window.desk.handover.readKept({ id }), 'shown');
  if (outcome?.ok)
    useKeptHandovers.setState({ shown: { handover: outcome.value, keptAtMs }, notice: null, problem: null });
  else if (outcome) showProblem(outcome.problem);
}

/** Closes it. */
export function closeKeptHandover(): void {
  useKeptHandovers.setState({ shown: null });
}

/** Copies it again. */
export async function copyKeptHandover(id: string): Promise<void> {
  const outcome = await inSameAccount(window.desk.handover.copyKept({ id }));
  if (outcome?.ok) sayOfKept(id, { notice: words.handover.copied, problem: null });
  else if (outcome) sayOfKept(id, { notice: null, problem: outcome.problem });
}

/** Saves it as PDF again, where the user chooses. */
export async function saveKeptHandoverPdf(id: string): Promise<void> {
  useKeptHandovers.setState({ isSaving: true, notice: null, problem: null });
  const outcome = await inSameAccount(window.desk.handover.saveKeptPdf({ id }));
  if (!outcome) return;
  useKeptHandovers.setState({ isSaving: false });
  if (!outcome.ok) sayOfKept(id, { notice: null, problem: outcome.problem });
  else if (outcome.value.fileName !== null) {
    sayOfKept(id, { notice: words.handover.saved({ fileName: outcome.value.fileName }), problem: null });
  }
}

/** Says what was done with one, or why it could not be: in its dialog, or in the window where that was left meanwhile. */
function sayOfKept(id: string, said: Pick<KeptState, 'notice' | 'problem'>): void {
  const { notice, problem } = said;
  if (useKeptHandovers.getState().shown?.handover.id === id) useKeptHandovers.setState(said);
  else if (problem) showProblem(problem);
  else {
    dismissProblem();
    if (notice !== null) showNotice(notice);
  }
}
