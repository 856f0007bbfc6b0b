/*
 * Loads the page anew: for another language, whose words are made while it is loaded, and for scripts that could not be loaded.
 */

import { type OpenDialog, openDialog, useDialog } from './dialogs.ts';
import { showNotice } from './feedback.ts';
import { flushLayout } from './layout.ts';
import { flushTyped } from './saver.ts';
import { type Screen, showScreen, useScreen } from './screen.ts';

/** What is open in the window, and what it said just now, if that is to be said on. */
type Place = { readonly screen: Screen; readonly dialog: OpenDialog | null; readonly notice?: string };

export function placeNow(): Place {
  return { screen: useScreen.getState().screen, dialog: useDialog.getState().open };
}

/**
 * Loads the page anew. Nothing happens while something typed cannot be saved.
 * @param place what is open then; without it the tickets. It is kept in the window’s history, which outlasts the page.
 * @returns whether the page is being loaded
 */
export async function loadAnew(place: Place | null = null): Promise<boolean> {
  const [isTypedSaved] = await Promise.all([flushTyped(), flushLayout()]);
  if (!isTypedSaved) return false;
  window.history.replaceState(place, '');
  window.location.reload();
  return true;
}

/** Opens what is to be open after the page was loaded anew. */
export function returnToPlace(): void {
  const place: Place | null = window.history.state;
  if (!place) return;
  window.history.replaceState(null, '');
  showScreen(place.screen);
  if (place.dialog) openDialog(place.dialog);
  if (place.notice !== undefined) showNotice(place.notice);
}
