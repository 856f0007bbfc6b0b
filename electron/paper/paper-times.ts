/*
 * Times on paper. Whoever reads it may sit anywhere, so each stands there in the zone of the user, in UTC and in the zone of
 * the site if that is known, but never twice where their clocks show the same.
 */

import { formatServerTime, parseServerTime } from '../contract/server-time.ts';
import { words } from '../words/words.ts';

/** Writes times for one document. */
export class PaperTimes {
  readonly #locale: string;
  readonly #here: Intl.DateTimeFormat;
  /** To make a format takes longer than to use it a hundred times. */
  readonly #elsewhere = new Map<string, Intl.DateTimeFormat>();

  /** @param zone an IANA name; this computer’s when it is left out */
  constructor(locale: string, zone?: string) {
    this.#locale = locale;
    this.#here = formatOf(locale, zone);
  }

  /**
   * Returns a moment in UTC, before that in the user’s zone where that is another time, and after it on site where the zone is
   * known and its time is not the user’s; each as a text. Seconds stand with UTC only, the time that the operator’s records have.
   */
  each(moment: Date | number, siteZone: string | null): string[] {
    const date = new Date(moment);
    const onSite = siteZone === null ? null : this.#formatOf(siteZone);
    const isElsewhere = onSite !== null && wallTime(onSite, date) !== wallTime(this.#here, date);
    const isInUtc = wallTime(this.#formatOf('UTC'), date) === wallTime(this.#here, date);
    return [
      ...(isInUtc ? [] : [this.#here.format(date)]),
      `${formatServerTime(date.getTime())} UTC`,
      ...(isElsewhere ? [words().paper.onSite({ when: onSite.format(date) })] : []),
    ];
  }

  /** The same in one line. */
  inFull(moment: Date | number, siteZone: string | null): string {
    return this.each(moment, siteZone).join(' · ');
  }

  /** The same of a server’s time; what is none stays as it is. */
  ofServer(text: string, siteZone: string | null): string {
    return this.eachOfServer(text, siteZone).join(' · ');
  }

  /** The same, each as a text. */
  eachOfServer(text: string, siteZone: string | null): string[] {
    const date = parseServerTime(text);
    return date ? this.each(date, siteZone) : [text];
  }

  #formatOf(zone: string): Intl.DateTimeFormat {
    const format = this.#elsewhere.get(zone) ?? formatOf(this.#locale, zone);
    this.#elsewhere.set(zone, format);
    return format;
  }
}

function formatOf(locale: string, zone: string | undefined): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone: zone,
  });
}

/** What clock and calendar on the wall show: two zones of different names may show the same. */
const wallTime = (format: Intl.DateTimeFormat, date: Date): string =>
  format
    .formatToParts(date)
    .flatMap(({ type, value }) => (type === 'timeZoneName' ? [] : [value]))
    .join('');
