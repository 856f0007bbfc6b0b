import { Random } from './random.ts';

/** A row of the sites call (companion page "Sites"). */
export type Site = { site: string; address: string; city: string; metro: string; country: string };

/** A row of the locations call: a tree by `parentId`. */
export type Location = { id: string; location: string; parentId: string | null };

type Sites = readonly [Site, ...Site[]];

export const europeanSites: Sites = [
  { site: 'AMS017', address: 'Cornusbaan 41', city: 'Amsterdam', metro: 'Amsterdam', country: 'Netherlands' },
  {
    site: 'FRA024',
    address: 'Lindenauer Straße 118',
    city: 'Frankfurt am Main',
    metro: 'Frankfurt',
    country: 'Germany',
  },
  { site: 'LHR013', address: '27 Pennant Wharf Road', city: 'Slough', metro: 'London', country: 'United Kingdom' },
  { site: 'CDG009', address: '6 rue du Four-à-Chaux', city: 'Saint-Denis', metro: 'Paris', country: 'France' },
  { site: 'ZRH003', address: 'Glattwiesenstrasse 9', city: 'Glattbrugg', metro: 'Zürich', country: 'Switzerland' },
  { site: 'DUB011', address: 'Unit 14, Clonmore Park', city: 'Dublin', metro: 'Dublin', country: 'Ireland' },
  { site: 'MAD004', address: 'Calle de la Cantera 52', city: 'Alcobendas', metro: 'Madrid', country: 'Spain' },
];

export const americanSites: Sites = [
  { site: 'PHX015', address: '2400 East Ocotillo Way', city: 'Phoenix', metro: 'Phoenix', country: 'United States' },
  {
    site: 'IAD024',
    address: '44090 Sawmill Crossing',
    city: 'Ashburn',
    metro: 'Northern Virginia',
    country: 'United States',
  },
  { site: 'DFW010', address: '1215 Pecan Trace', city: 'Richardson', metro: 'Dallas', country: 'United States' },
  { site: 'GRU002', address: 'Alameda dos Ipês 730', city: 'Barueri', metro: 'São Paulo', country: 'Brazil' },
];

/** Makes the rooms, cages and racks of a site, always the same ones for the same site. */
export function locationsOf(site: string): readonly Location[] {
  const random = new Random([...site].reduce((seed, letter) => seed * 31 + letter.charCodeAt(0), 7));
  const id = () =>
    Array.from({ length: 4 }, () => random.integer(0, 0xffff_ffff).toString(16).padStart(8, '0')).join('');
  const rows: Location[] = [];
  const add = (location: string, parentId: string | null) => {
    const row = { id: id(), location, parentId };
    rows.push(row);
    return row.id;
  };
  const building = add(`${site} Building ${random.pick(['A', 'B', 'C'])}`, null);
  for (let room = 1; room <= 3; room++) {
    const roomId = add(`Data Hall ${room}`, building);
    for (let cage = 1; cage <= 3; cage++) {
      const cageName = `DH${room} Cage ${room}.0${cage}`;
      const cageId = add(cageName, roomId);
      const rackCount = random.integer(4, 9);
      for (let rack = 1; rack <= rackCount; rack++) add(`${cageName} Rack ${String(rack).padStart(2, '0')}`, cageId);
    }
  }
  add('Meet-Me Room', building);
  add('Loading Bay', null);
  addVendorsOddities(rows, id);
  return rows;
}

/** Adds the oddities of the vendor's sample: a parent that is in no row, and two rows that are each other's parent. */
function addVendorsOddities(rows: Location[], id: () => string) {
  rows.push({ id: id(), location: 'Storage Cage S1', parentId: id() });
  const [one, other] = [id(), id()];
  rows.push({ id: one, location: 'Room 01', parentId: other }, { id: other, location: 'Room 01 Annex', parentId: one });
}
