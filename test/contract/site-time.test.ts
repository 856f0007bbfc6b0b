import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isZone, zoneOfPlace, zoneOfSite } from '../../electron/contract/site-time.ts';
import { countries } from '../../electron/contract/site-zones.ts';
import { americanSites, europeanSites } from '../../electron/demo/portfolio/places.ts';

const at = (metro: string, city = '', country = '') => zoneOfPlace({ metro, city, country });

describe('the zone of a place', () => {
  it('is known for each site of the demo', () => {
    const zones = [...europeanSites, ...americanSites].map((site) => [site.site, zoneOfPlace(site)]);
    expect(Object.fromEntries(zones)).toEqual({
      AMS017: 'Europe/Amsterdam',
      FRA024: 'Europe/Berlin',
      LHR013: 'Europe/London',
      CDG009: 'Europe/Paris',
      ZRH003: 'Europe/Zurich',
      DUB011: 'Europe/Dublin',
      MAD004: 'Europe/Madrid',
      PHX015: 'America/Phoenix',
      IAD024: 'America/New_York',
      DFW010: 'America/Chicago',
      GRU002: 'America/Sao_Paulo',
    });
  });

  it.each([
    ['Dallas, TX', '', 'United States', 'America/Chicago'],
    ['Washington, D.C.', '', 'USA', 'America/New_York'],
    ['Greater Seattle Area', '', 'US', 'America/Los_Angeles'],
    ['', 'SAO PAULO', 'Brasil', 'America/Sao_Paulo'],
    ['', 'Zuerich West', 'Switzerland', 'Europe/Zurich'],
    ['', 'Somewhere', 'The Netherlands', 'Europe/Amsterdam'],
    ['', 'Melbourne', 'Australia', 'Australia/Melbourne'],
    ['', 'Las Palmas', 'Spain', 'Atlantic/Canary'],
    ['Toronto', 'London', 'Canada', 'America/Toronto'],
    ['', 'Richmond, CA', 'United States', 'America/Los_Angeles'],
    ['', 'Richmond, VA 23150', 'United States', 'America/New_York'],
    ['', 'Portland, Maine', 'USA', 'America/New_York'],
    ['', 'Bellevue, WA, USA', 'USA', 'America/Los_Angeles'],
    ['', 'Aurora, IL', 'United States', 'America/Chicago'],
    ['', 'El Paso, TX', 'United States', 'America/Denver'],
    ['', 'Richmond, BC', 'Canada', 'America/Vancouver'],
    ['', 'Frankfurt', '', 'Europe/Berlin'],
    ['Dallas, TX', '', '', 'America/Chicago'],
    ['Toronto, CA', '', '', 'America/Toronto'],
  ])('%j, %j in %j is %s', (metro, city, country, zone) => expect(at(metro, city, country)).toBe(zone));

  it.each([
    ['', '', ''],
    ['', 'Somewhere', 'United States'],
    ['', 'Amsterdam', 'Atlantis'],
    ['', 'Birmingham', ''], // in England and in Alabama
    ['', 'Bellevue', 'United States'], // in Washington and in Nebraska
    ['', 'Portland, ME', ''],
    ['', 'Gainesville, TX', 'United States'], // the listed one is in Virginia
    ['', 'Somewhere, TX', 'United States'],
    ['', 'Somewhere', ''],
  ])('%j, %j in %j is unknown', (metro, city, country) => expect(at(metro, city, country)).toBeNull());

  it('is what the user set, unless this computer does not know that', () => {
    const place = { metro: 'Amsterdam', city: '', country: 'Netherlands' };
    expect(zoneOfSite(place, { zone: 'Asia/Tokyo' })).toBe('Asia/Tokyo');
    expect(zoneOfSite(place, { zone: '' })).toBe('Europe/Amsterdam');
    expect(zoneOfSite(place, { zone: 'Mars/Olympus_Mons' })).toBe('Europe/Amsterdam');
    expect(zoneOfSite(undefined, { zone: 'Asia/Tokyo' })).toBe('Asia/Tokyo');
    expect(zoneOfSite(undefined, undefined)).toBeNull();
  });

  it('is one that this computer knows, for any text', () => {
    const names = countries.flatMap(({ names, places }) => [names, ...Object.values(places)].join(',').split(','));
    const name = fc.oneof(fc.constantFrom(...names), fc.string({ unit: 'grapheme' }));
    fc.assert(
      fc.property(name, name, name, (metro, city, country) => {
        const zone = at(metro, city, country);
        expect(zone === null || isZone(zone)).toBe(true);
      }),
    );
  });
});

describe('the table', () => {
  it('names only zones that exist', () => {
    const zones = countries.flatMap(({ zone, places, states }) => [
      ...(zone ? [zone] : []),
      ...Object.keys(places),
      ...Object.values(states).flatMap((zones) => zones.split(', ')),
    ]);
    expect(zones.filter((zone) => !isZone(zone))).toEqual([]);
  });

  it('names each country once, and each place once in it', () => {
    const repeated = (names: string[]) => names.filter((name, index) => names.indexOf(name) !== index);
    const split = (text: string) => text.split(', ').filter(Boolean);
    expect(repeated(countries.flatMap(({ names }) => split(names)))).toEqual([]);
    for (const { places, states } of countries) {
      expect(repeated(Object.values(places).flatMap(split))).toEqual([]);
      expect(repeated(Object.keys(states).flatMap(split))).toEqual([]);
    }
  });

  it('finds each of its places in its country', () => {
    for (const { names, places } of countries) {
      const [country = ''] = names.split(', ');
      for (const [zone, cities] of Object.entries(places)) {
        for (const city of cities.split(', ').filter(Boolean))
          expect([city, at('', city, country)]).toEqual([city, zone]);
      }
    }
  });
});
