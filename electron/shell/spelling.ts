/*
 * The spell checker. On macOS and Windows it is the system's own. Elsewhere, and for languages that Windows cannot check,
 * Chromium needs a dictionary in the folder `Dictionaries` of the user's data, and would fetch it from a server of Google's.
 */

import { app, type Session } from 'electron';
import { spokenLanguage } from './language.ts';

/** Leads nowhere: no such host is served by the page's scheme, and the network knows no such scheme. */
const noDictionaries = 'app://no-dictionaries/';

/** Keeps a session, also one without a page, from fetching dictionaries. It checks nothing until `checkSpelling`. */
export function forbidDictionaries(session: Session): void {
  session.setSpellCheckerDictionaryDownloadURL(noDictionaries);
  session.setSpellCheckerEnabled(false);
}

/** Checks the spelling on the pages of a session, in the language of the words and those of the system, or no longer. */
export function checkSpelling(session: Session, isWanted: boolean): void {
  if (isWanted && process.platform !== 'darwin') {
    const languages = spellingLanguages(
      [...app.getPreferredSystemLanguages(), spokenLanguage()],
      session.availableSpellCheckerLanguages,
    );
    if (languages.length > 0) session.setSpellCheckerLanguages(languages);
  }
  session.setSpellCheckerEnabled(isWanted);
}

/** Returns the languages that can be checked among those that the user prefers, which may name a region that has none of its own. */
export function spellingLanguages(preferred: readonly string[], available: readonly string[]): string[] {
  const known = preferred.flatMap((tag) => {
    const [language = ''] = tag.split('-');
    return available.find((each) => each === tag) ?? available.find((each) => each === language) ?? [];
  });
  return [...new Set(known)];
}
