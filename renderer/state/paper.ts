/* Prints tickets and saves them as PDF. */

import type { Outcome } from '../../electron/contract/calls.ts';
import type { TicketId } from '../../electron/contract/ids.ts';
import { maxPaperTickets, type PaperRequest } from '../../electron/contract/paper.ts';
import { problem } from '../../electron/contract/problem.ts';
import { words } from '../words/words.ts';
import { accountStore, inSameAccount } from './account-store.ts';
import { dismissProblem, showNotice, showProblem, showWhile } from './feedback.ts';

const text = words.paper;

/** `withNotes`: the private notes go along if the menu’s next choice prints, and then no more: they are easily forgotten. */
type Paper = { readonly withNotes: boolean; readonly isBusy: boolean };

export const usePaper = accountStore<Paper>({ withNotes: false, isBusy: false });

/** Says whether private notes go along the next time. */
export function setWithNotes(withNotes: boolean): void {
  usePaper.setState({ withNotes });
}

/** Prints tickets after the system’s dialog. */
export async function printTickets(ids: readonly TicketId[]): Promise<void> {
  await make(ids, text.printing, (request) => window.desk.paper.print(request));
}

/** Saves tickets as a PDF file, where the user wants it. */
export async function savePdf(ids: readonly TicketId[]): Promise<void> {
  const saved = await make(ids, text.saving, (request) => window.desk.paper.savePdf(request));
  if (saved?.fileName) showNotice(text.saved({ fileName: saved.fileName }));
}

/** Returns what a call returned; `null` after a problem, which is shown, or when another account is shown by now. */
async function make<T>(
  ids: readonly TicketId[],
  sentence: (values: { count: number }) => string,
  call: (request: PaperRequest) => Promise<Outcome<T>>,
): Promise<T | null> {
  const { isBusy, withNotes } = usePaper.getState();
  if (ids.length === 0) return null;
  if (isBusy) {
    showNotice(text.isBusy);
    return null;
  }
  if (ids.length > maxPaperTickets) {
    const message = text.tooMany({ count: ids.length, limit: maxPaperTickets });
    showProblem(problem('invalid-input', { message, todo: text.selectFewer }));
    return null;
  }
  usePaper.setState({ isBusy: true, withNotes: false });
  const outcome = await inSameAccount(showWhile(sentence({ count: ids.length }), call({ ids: [...ids], withNotes })));
  if (!outcome) return null;
  usePaper.setState({ isBusy: false });
  if (outcome.ok) {
    dismissProblem();
    return outcome.value;
  }
  showProblem(outcome.problem);
  return null;
}
