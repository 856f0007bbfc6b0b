/*
 * The time zone of a site, from its metro, city and country. A wrong time would be worse than none: where they leave it open,
 * the zone is unknown until the user sets it.
 */

import type { SiteNote } from './marks.ts';
import type { Site } from './reference-data.ts';
import { foldText } from './search-text.ts';
import { type CountryZones, countries } from './site-zones.ts';

type Place = Pick<Site, 'metro' | 'city' | 'country'>;

/** Returns the IANA zone of a site: the one that the user set, or else the one of its place; `null`: not known. */
export function zoneOfSite(place: Place | undefined, note: Pick<SiteNote, 'zone'> | undefined): string | null {
  if (note && note.zone !== '' && isZone(note.zone)) return note.zone;
  return place ? zoneOfPlace(place) : null;
}

/** Returns the IANA zone of a place; `null` if it is not known. The metro is asked first, as the city may have a namesake. */
export function zoneOfPlace({ metro, city, country }: Place): string | null {
  if (country.trim() === '') return zoneAnywhere([metro, city]);
  const known = byCountry().get(keyOf(country));
  if (!known) return null; // a city of a country that is not listed may have a listed namesake elsewhere
  return zoneWithin(known, metro) ?? zoneWithin(known, city) ?? known.zone;
}

/** Returns the zone that a place has in a country: that of the listed place, or of its state, if that keeps one time. */
function zoneWithin(known: KnownCountry, name: string): string | undefined {
  const ofState = zonesOfState(known, name);
  return listedZone(known, name) ?? (ofState?.length === 1 ? ofState[0] : undefined);
}

/** Returns the zone of the listed place of a name, unless the name is followed by a state in which that cannot be. */
function listedZone(known: KnownCountry, name: string): string | undefined {
  const zone = firstIn(known.zones, namesOf(name));
  const ofState = zonesOfState(known, name);
  return zone === undefined || !ofState || ofState.includes(zone) ? zone : undefined;
}

const zonesOfState = ({ states }: KnownCountry, name: string): readonly string[] | undefined =>
  firstIn(states, statesIn(name));

const firstIn = <Value>(values: ReadonlyMap<string, Value>, keys: readonly string[]): Value | undefined =>
  keys.map((key) => values.get(key)).find((value) => value !== undefined);

/** What follows a comma in a name, without a postal code: `Richmond, VA 23150`. */
const statesIn = (name: string): string[] =>
  name
    .split(',')
    .slice(1)
    .map((part) => keyOf(part.replace(/\d+/g, ' ')));

/**
 * Whether this computer knows an IANA zone. The offsets that JavaScript takes too, such as `+01:00`, are none: they do not follow
 * the seasons, and mean something else in `TZ`.
 */
export function isZone(zone: string): boolean {
  if (!/^[A-Za-z]/.test(zone)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false; // a RangeError is how Intl says no
  }
}

/** Returns the zone that a place has in every country that lists it. */
function zoneAnywhere(names: readonly string[]): string | null {
  for (const name of names) {
    const zones = new Set([...byCountry().values()].flatMap((known) => listedZone(known, name) ?? []));
    const [zone] = zones;
    if (zone !== undefined) return zones.size === 1 ? zone : null;
  }
  return null;
}

/** A place's name as the table may list it: whole, or up to a comma: `Dallas, TX`. */
function namesOf(name: string): string[] {
  const [first = ''] = name.split(/[,(/]/);
  return [...new Set([keyOf(name), keyOf(first)])].filter(Boolean);
}

const fillers = /\b(?:greater|metro|metropolitan|area|region)\b/g;

/** The letters of a name that count: `Saint-Denis` and `saint denis`, `Washington, D.C.` and `Washington DC` are the same. */
const keyOf = (name: string): string =>
  foldText(name)
    .replace(/[.'’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(fillers, ' ')
    .replace(/ +/g, ' ')
    .trim();

type KnownCountry = {
  readonly zone: string | null;
  /** By the names of places. */
  readonly zones: ReadonlyMap<string, string>;
  /** The zones of each state, by its names. */
  readonly states: ReadonlyMap<string, readonly string[]>;
};

let table: ReadonlyMap<string, KnownCountry> | null = null;

/** The table by the names of its countries. Made when it is first needed, which is after the first paint. */
function byCountry(): ReadonlyMap<string, KnownCountry> {
  table ??= new Map(
    countries.flatMap((country) => keysOf(country.names).map((name) => [name, known(country)] as const)),
  );
  return table;
}

const known = ({ zone, places, states }: CountryZones): KnownCountry => ({
  zone,
  states: new Map(
    Object.entries(states).flatMap(([names, zones]) => keysOf(names).map((name) => [name, zones.split(', ')] as const)),
  ),
  zones: new Map(Object.entries(places).flatMap(([zone, names]) => keysOf(names).map((name) => [name, zone] as const))),
});

const keysOf = (names: string): string[] => names.split(',').map(keyOf).filter(Boolean);
