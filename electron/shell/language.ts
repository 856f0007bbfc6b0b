/*
 * The language of the words: what the user set, or else the first of the system's languages that Colodesk speaks.
 */

import { readFileSync } from 'node:fs';
import { app } from 'electron';
import { isLanguage, type Language, languageFor } from '../contract/language.ts';
import { withoutByteOrderMark } from '../files/byte-order-mark.ts';

/**
 * Reads the language from the settings' file; `null` if none is set there, or if the file is missing or damaged. The reading is
 * synchronous, because Chromium takes its language before the application is ready, and without zod, which loads later.
 */
export function readLanguage(settingsFile: string): Language | null {
  try {
    const { language } = JSON.parse(withoutByteOrderMark(readFileSync(settingsFile, 'utf8')));
    return isLanguage(language) ? language : null;
  } catch {
    return null;
  }
}

let spoken: Language = 'en';

/** The language that is spoken at the moment. */
export const spokenLanguage = (): Language => spoken;

/** Chooses the language to speak from now on. @param wanted the setting */
export function speak(wanted: Language | null): Language {
  spoken = wanted ?? languageFor(app.getPreferredSystemLanguages());
  return spoken;
}

/**
 * Makes Chromium speak the language too: its own messages and date fields. It must be called before the application is ready.
 * A system's own form of the language is kept, such as `de-AT`.
 */
export function setChromiumLanguage(language: Language): void {
  if (app.commandLine.hasSwitch('lang')) return;
  const own = app.getPreferredSystemLanguages().find((tag) => languageFor([tag]) === language);
  app.commandLine.appendSwitch('lang', own ?? language);
}

/** The system's regional format, or British English when it is not a language tag, such as `C`. */
export function systemRegion(): string {
  const system = app.getSystemLocale().replace('_', '-');
  try {
    return Intl.getCanonicalLocales(system)[0] ?? 'en-GB';
  } catch {
    return 'en-GB';
  }
}
