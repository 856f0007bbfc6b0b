/*
 * The language of the words. They are made when the page is loaded, so another language needs the page anew. It then opens
 * the settings where they were left.
 */

import type { Language } from '../../electron/contract/language.ts';
import { openDialog } from './dialogs.ts';
import { flushLayout } from './layout.ts';
import { flushTyped } from './saver.ts';
import { changeSettings } from './settings.ts';

/** Kept in the window’s history, which outlasts the page. */
const wasChanged = 'language-changed';

/** Shows the page in another language, `null`: that of the system. Nothing happens while something typed cannot be saved. */
export async function changeLanguage(language: Language | null): Promise<void> {
  const [isTypedSaved] = await Promise.all([flushTyped(), flushLayout()]);
  if (!isTypedSaved || !(await changeSettings({ language }))) return;
  window.history.replaceState(wasChanged, '');
  window.location.reload();
}

/** Opens the settings again after the language was changed there. */
export function returnToLanguage(): void {
  if (window.history.state !== wasChanged) return;
  window.history.replaceState(null, '');
  openDialog({ name: 'settings', at: 'language' });
}
