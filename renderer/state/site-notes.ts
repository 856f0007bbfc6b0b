/* What the user keeps about sites, a note and a time zone, and the zone of each site. */

import type { SiteNote } from '../../electron/contract/marks.ts';
import type { Site } from '../../electron/contract/reference-data.ts';
import { zoneOfSite } from '../../electron/contract/site-time.ts';
import { accountStore } from './account-store.ts';
import { attemptInBackground, showProblem } from './feedback.ts';
import { useReferenceData } from './reference-data.ts';
import { Saver } from './saver.ts';

/** What is kept about each site, as typed. Sites about which nothing is kept are not in it. */
export const useSiteNotes = accountStore<{ readonly notes: ReadonlyMap<string, SiteNote> }>({ notes: new Map() });

/** Reads what is kept. What is typed before the response arrives is newer and wins. */
export async function loadSiteNotes(): Promise<void> {
  const before = useSiteNotes.getState().notes;
  const outcome = await useSiteNotes.newest(window.desk.marks.siteNotes());
  if (!outcome) return;
  if (!outcome.ok) {
    showProblem(outcome.problem);
    return;
  }
  const stored = outcome.value.map((note) => [note.site, note] as const);
  useSiteNotes.setState(({ notes }) => {
    const typed = [...notes].filter(([site, note]) => before.get(site) !== note);
    return { notes: new Map([...stored, ...typed]) };
  });
}

const saver = new Saver<SiteNote>((_, note) => attemptInBackground(window.desk.marks.saveSiteNote(note)));

/** Takes what is typed about a site; it is on the disk within a second. */
export function typeSiteNote(note: SiteNote): void {
  useSiteNotes.setState(({ notes }) => ({ notes: new Map(notes).set(note.site, note) }));
  saver.put(note.site, note);
}

/** Writes what was typed to the disk now. Returns whether that worked. */
export function flushSiteNotes(): Promise<boolean> {
  return saver.flush();
}

/** Returns what is kept about a site. */
export function useSiteNote(site: string): SiteNote {
  return useSiteNotes(({ notes }) => notes.get(site)) ?? { site, note: '', zone: '' };
}

/** Returns the time zone of a site, an IANA name; `null` if it is not known. */
export function useZoneOfSite(site: string): string | null {
  const place = useReferenceData(({ sites }) => sites.find((each) => each.site === site));
  const note = useSiteNotes(({ notes }) => notes.get(site));
  return zoneOfSite(place, note);
}

/** The sites that something can be kept about: the account's, those that its tickets mention, and those with a note. */
export function knownSites(
  sites: readonly Site[],
  ofTickets: readonly { readonly value: string; readonly note: string }[],
  notes: ReadonlyMap<string, SiteNote>,
): { site: string; place: string }[] {
  const places = new Map<string, string>();
  for (const site of notes.keys()) places.set(site, '');
  for (const { value, note } of ofTickets) if (value !== '') places.set(value, note);
  for (const { site, city, country } of sites) places.set(site, [city, country].filter(Boolean).join(', '));
  return [...places]
    .map(([site, place]) => ({ site, place }))
    .sort((one, other) => (one.site < other.site ? -1 : one.site > other.site ? 1 : 0));
}
