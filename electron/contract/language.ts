/* The languages of the screen. Without imports, since the program needs one before it loads anything else. */

export const languages = ['en', 'de', 'fr', 'es', 'ja'] as const;
export type Language = (typeof languages)[number];

export const isLanguage = (value: unknown): value is Language => languages.some((language) => language === value);

/** Each language’s name for itself, in the order in which they are offered. */
export const languageNames: Record<Language, string> = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
  ja: '日本語',
};

/** The first of the languages that the user prefers in which there are words; English if there is none. */
export function languageFor(preferred: readonly string[]): Language {
  const [first = 'en'] = preferred.map((tag) => tag.split(/[-_]/)[0]?.toLowerCase()).filter(isLanguage);
  return first;
}

/** Returns a language as a region writes it, for names of months and the like: `en-DE` for English in Germany. */
export function localeOf(language: Language, region: string): string {
  const place = new Intl.Locale(region);
  if (place.language === language) return region;
  return new Intl.Locale(language, place.region === undefined ? {} : { region: place.region }).toString();
}
