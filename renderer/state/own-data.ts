/* What the user carries to another computer: saved views, templates, texts, what is kept about sites, and the settings. */

import { words } from '../words/words.ts';
import { inSameAccount } from './account-store.ts';
import { loadCommentTexts } from './comment-texts.ts';
import { dismissProblem, showNotice, showProblem } from './feedback.ts';
import { loadAnew, placeNow } from './load-anew.ts';
import { loadSettings, useSettings } from './settings.ts';
import { loadSiteNotes } from './site-notes.ts';
import { loadTemplates } from './templates.ts';
import { loadViews } from './views.ts';

/** Asks where to, and writes the user's own data there. */
export async function exportOwnData(): Promise<void> {
  const outcome = await inSameAccount(window.desk.ownData.export());
  if (!outcome) return;
  if (!outcome.ok) showProblem(outcome.problem);
  else if (outcome.value) say(words.ownData.exported({ file: outcome.value.fileName }));
}

/** Asks for a file, and adds what it holds. Where another language is among that, the page is loaded anew for its words. */
export async function importOwnData(): Promise<void> {
  const { language } = useSettings.getState();
  const outcome = await inSameAccount(window.desk.ownData.import());
  if (!outcome) return;
  if (!outcome.ok) {
    showProblem(outcome.problem);
    return;
  }
  if (!outcome.value) return;
  const { fileName, added, alreadyHere } = outcome.value;
  const sentence = importedWords(fileName, added, alreadyHere);
  say(sentence);
  await Promise.all([loadViews(), loadTemplates(), loadCommentTexts(), loadSiteNotes(), loadSettings()]);
  if (useSettings.getState().language !== language) await loadAnew({ ...placeNow(), notice: sentence });
}

function importedWords(file: string, added: number, here: number): string {
  const text = words.ownData.imported;
  if (added === 0) return here === 0 ? text.nothing({ file }) : text.allHere({ file });
  return here === 0 ? text.added({ file, added }) : text.addedAndHere({ file, added, here });
}

function say(sentence: string): void {
  dismissProblem();
  showNotice(sentence);
}
