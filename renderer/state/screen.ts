/* What the window shows, and where the keyboard is in it. */

import { create } from 'zustand';
import { accountStore } from './account-store.ts';

export type Screen = 'tickets' | 'outbox' | 'overview' | 'handover';

/** What an open account shows. */
export const useScreen = accountStore<{ readonly screen: Screen }>({ screen: 'tickets' });

export function showScreen(screen: Screen): void {
  useScreen.setState({ screen });
}

/** Below 1,000 CSS pixels the pane covers the list instead of standing beside it. The style sheets name the same width. */
export const narrowQuery = '(max-width: 999.98px)';

type HelpPage = 'diagnosis' | 'keys';

/** The page of help over the window; `null` when none is open. */
export const useHelp = create<{ readonly page: HelpPage | null }>(() => ({ page: null }));

export function openHelp(page: HelpPage): void {
  useHelp.setState({ page });
}

export function closeHelp(): void {
  useHelp.setState({ page: null });
}

/** Ids of the elements that take the keyboard. */
export const gridId = 'tickets-grid';
export const searchId = 'tickets-search';
export const commentId = 'ticket-comment';
export const noteId = 'ticket-note';
export const startTitleId = 'start-title';

/** Focuses the list of tickets. */
export function focusGrid(): void {
  document.getElementById(gridId)?.focus();
}

/** Focuses the outbox, or the form or ticket in the pane; without any of them, the list. */
export function focusScreen(): void {
  const screen = document.querySelector<HTMLElement>('[data-work-area]');
  if (screen) screen.focus();
  else focusGrid();
}

/** Focuses the search box and selects its text. */
export function focusSearch(): void {
  const box = document.getElementById(searchId);
  if (box instanceof HTMLInputElement) {
    box.focus();
    box.select();
  }
}

/** Focuses the comment box of the ticket. */
export function focusComment(): void {
  document.getElementById(commentId)?.focus();
}

/** Focuses the private note of the ticket. */
export function focusNote(): void {
  document.getElementById(noteId)?.focus();
}

/** Returns whether an element takes typed keys as text, so that they are no shortcuts. */
export function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button', 'submit'].includes(target.type);
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target.isContentEditable || target.getAttribute('role') === 'combobox';
}
