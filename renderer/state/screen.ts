import { create } from 'zustand';

/** What an open account shows: its tickets, or what is not sent yet. */
export type Screen = 'tickets' | 'outbox';

export const useScreen = create<{ readonly screen: Screen }>(() => ({ screen: 'tickets' }));

export function showScreen(screen: Screen): void {
  useScreen.setState({ screen });
}
