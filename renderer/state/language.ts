/* The language of the words. They are made when the page is loaded, so another language needs the page anew. */

import type { Language } from '../../electron/contract/language.ts';
import { loadAnew, placeNow } from './load-anew.ts';
import { flushTyped } from './saver.ts';
import { changeSettings } from './settings.ts';

/**
 * Shows the page in another language, `null`: that of the system, with the settings open where they were left. Nothing happens
 * while something typed cannot be saved.
 */
export async function changeLanguage(language: Language | null): Promise<void> {
  if (!(await flushTyped()) || !(await changeSettings({ language }))) return;
  await loadAnew({ ...placeNow(), dialog: { name: 'settings', at: 'language' } });
}
