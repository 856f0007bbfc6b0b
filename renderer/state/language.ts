/* The language of the words. They are made when the page is loaded, so another language needs the page anew. */

import type { Language } from '../../electron/contract/language.ts';
import { flushLayout } from './layout.ts';
import { flushTyped } from './saver.ts';
import { changeSettings } from './settings.ts';

/** Shows the page in another language, `null`: that of the system. Nothing happens while something typed cannot be saved. */
export async function changeLanguage(language: Language | null): Promise<void> {
  const [isTypedSaved] = await Promise.all([flushTyped(), flushLayout()]);
  if (isTypedSaved && (await changeSettings({ language }))) window.location.reload();
}
