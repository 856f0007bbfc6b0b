import { create } from 'zustand';
import type { HelpPage } from '../../electron/contract/calls.ts';

/** What an open account shows: its tickets, or what is not sent yet. */
export type Screen = 'tickets' | 'outbox';

export const useScreen = create<{ readonly screen: Screen }>(() => ({ screen: 'tickets' }));

export function showScreen(screen: Screen): void {
  useScreen.setState({ screen });
}

/** The page of help that lies over the window; `null` when none does. */
export const useHelp = create<{ readonly page: HelpPage | null }>(() => ({ page: null }));

export function openHelp(page: HelpPage): void {
  useHelp.setState({ page });
}

export function closeHelp(): void {
  useHelp.setState({ page: null });
}

/** Help is asked for by the menu, or with F1. */
export function listenToHelp(): void {
  window.desk.on('help', openHelp);
  window.addEventListener('keydown', (event) => {
    if (event.key !== 'F1' || document.querySelector('dialog[open]')) return;
    event.preventDefault();
    openHelp('keys');
  });
}

/** Ids of the places that the keyboard jumps between. */
export const gridId = 'tickets-grid';
export const searchId = 'tickets-search';
export const commentId = 'ticket-comment';
export const startTitleId = 'start-title';

/** Puts the keyboard into the list. */
export function focusGrid(): void {
  document.getElementById(gridId)?.focus();
}

/** Puts the keyboard where the user was at work: into the outbox, the form, the reading pane, and without those into the list. */
export function focusScreen(): void {
  const screen = document.querySelector<HTMLElement>('.outbox, .inbox-body > .pane');
  if (screen) screen.focus();
  else focusGrid();
}

/** Puts the keyboard into the search box, with what is in it selected. */
export function focusSearch(): void {
  const box = document.getElementById(searchId);
  if (box instanceof HTMLInputElement) {
    box.focus();
    box.select();
  }
}

/** Puts the keyboard into the box of a new comment. */
export function focusComment(): void {
  document.getElementById(commentId)?.focus();
}

/** Whether keys pressed there are text. */
export function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button', 'submit'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable;
}
