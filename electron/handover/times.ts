/* How a hand-over writes times: local and with the zone, and as they are on site where that differs. */

import type { SiteNote } from '../contract/marks.ts';
import type { Site } from '../contract/reference-data.ts';
import { zoneOfSite } from '../contract/site-time.ts';
import { timesLocale, words } from '../words/words.ts';

type Format = Intl.DateTimeFormat;

/** Writes the times of one hand-over. Made anew for each, since this computer's zone may have changed. */
export class Times {
  readonly #nowMs: number;
  readonly #zoneOf: (site: string) => string | null;
  readonly #zones = new Map<string, string | null>();
  readonly #formats = new Map<string, Format>();

  /** @param zoneOf the IANA zone of a site; `null`: not known */
  constructor(nowMs: number, zoneOf: (site: string) => string | null) {
    this.#nowMs = nowMs;
    this.#zoneOf = zoneOf;
  }

  /** `8 Aug 2023, 17:24 CEST`. */
  inFull(ms: number): string {
    return this.#format('full').format(ms);
  }

  /** `17:24` on the day of the hand-over, otherwise `8 Aug, 17:24`, and with the year if that is another. */
  brief(ms: number): string {
    if (this.#isSameDay(ms, this.#nowMs)) return this.#format('clock').format(ms);
    const isSameYear = new Date(ms).getFullYear() === new Date(this.#nowMs).getFullYear();
    return this.#format(isSameYear ? 'day' : 'year').format(ms);
  }

  /** The same, and the time on site where that is another: `17:24 (11:24 on site)`. */
  at(ms: number, site: string): string {
    const time = this.brief(ms);
    const zone = this.#zone(site);
    if (zone === null || this.#format('wall', zone).format(ms) === this.#format('wall').format(ms)) return time;
    const isSameDay = this.#format('date', zone).format(ms) === this.#format('date').format(ms);
    const kind = isSameDay && this.#isSameDay(ms, this.#nowMs) ? 'clock' : 'day';
    return words().handover.onSite({ time, onSite: this.#format(kind, zone).format(ms) });
  }

  #zone(site: string): string | null {
    let zone = this.#zones.get(site);
    if (zone === undefined) {
      zone = this.#zoneOf(site);
      this.#zones.set(site, zone);
    }
    return zone;
  }

  #isSameDay(ms: number, otherMs: number): boolean {
    return this.#format('date').format(ms) === this.#format('date').format(otherMs);
  }

  #format(kind: keyof typeof options, zone?: string): Format {
    const key = `${kind} ${zone ?? ''}`;
    let format = this.#formats.get(key);
    if (!format) {
      const locale = kind === 'wall' || kind === 'date' ? 'sv' : timesLocale();
      format = new Intl.DateTimeFormat(locale, { ...options[kind], timeZone: zone });
      this.#formats.set(key, format);
    }
    return format;
  }
}

const clock = { hour: '2-digit', minute: '2-digit' } as const;

const options = {
  clock,
  day: { day: 'numeric', month: 'short', ...clock },
  year: { day: 'numeric', month: 'short', year: 'numeric', ...clock },
  full: { day: 'numeric', month: 'short', year: 'numeric', ...clock, timeZoneName: 'short' },
  /** To compare two places, not to be shown. */
  wall: { dateStyle: 'short', timeStyle: 'short' },
  date: { dateStyle: 'short' },
} as const;

/** Returns what tells the zone of a site. */
export function siteZones(sites: readonly Site[], notes: readonly SiteNote[]): (site: string) => string | null {
  const siteByName = new Map(sites.map((each) => [each.site, each]));
  const noteByName = new Map(notes.map((each) => [each.site, each]));
  return (site) => zoneOfSite(siteByName.get(site), noteByName.get(site));
}
