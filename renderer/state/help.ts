import { create } from 'zustand';
import type { HelpPage } from '../../electron/contract/calls.ts';

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
