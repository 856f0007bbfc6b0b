import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Location } from '../../electron/contract/reference-data.ts';
import { locationsOf } from '../../electron/demo/portfolio/places.ts';
import { findNodes, treeOf } from '../../renderer/form/location-field.tsx';

const row = (id: string, parentId: string | null, location = id): Location => ({ id, location, parentId });
const namesOf = (locations: readonly Location[]) => treeOf(locations).map((place) => place.name);

/** Few ids, so that cycles, orphans, twins and rows that are their own parent all occur. */
const anyLocations = fc
  .array(
    fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd', 'e', ''),
      parentId: fc.option(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'gone', '')),
    }),
    { maxLength: 30 },
  )
  .map((rows) => rows.map(({ id, parentId }, index) => row(id, parentId, `place ${index}`)));

describe('treeOf', () => {
  it('reaches each location exactly once, whatever the rows say of their parents', () => {
    fc.assert(
      fc.property(anyLocations, (locations) => {
        expect(namesOf(locations).toSorted()).toEqual(locations.map((location) => location.location).toSorted());
      }),
    );
  });

  it('never puts a place deeper than one below what stands before it', () => {
    fc.assert(
      fc.property(anyLocations, (locations) => {
        let before = -1;
        for (const { depth, path } of treeOf(locations)) {
          expect(depth).toBeLessThanOrEqual(before + 1);
          expect(path).toHaveLength(depth);
          before = depth;
        }
      }),
    );
  });

  it('keeps the server’s order, children below their parents', () => {
    const locations = [
      row('room 2', 'building'),
      row('building', null),
      row('room 1', 'building'),
      row('rack', 'room 2'),
    ];
    expect(treeOf(locations).map(({ name, depth }) => `${depth} ${name}`)).toEqual([
      '0 building',
      '1 room 2',
      '2 rack',
      '1 room 1',
    ]);
  });

  it('begins a circle at its first row, and a tree at an orphan', () => {
    const locations = [row('one', 'other'), row('other', 'one'), row('orphan', 'gone')];
    expect(treeOf(locations).map(({ name, depth }) => `${depth} ${name}`)).toEqual(['0 orphan', '0 one', '1 other']);
  });

  it('stands a chain of two thousand', () => {
    const locations = Array.from({ length: 2_000 }, (_, index) => row(`${index}`, index === 0 ? null : `${index - 1}`));
    expect(treeOf(locations).at(-1)?.depth).toBe(1_999);
  });
});

describe('findNodes', () => {
  const places = treeOf(locationsOf('AMS017'));
  it('finds all words in the name or the path, in any case and order', () => {
    const found = findNodes(places, 'rack 1.02 DATA');
    expect(found.length).toBeGreaterThan(3);
    expect(found.every((place) => place.name.includes('Cage 1.02 Rack'))).toBe(true);
  });
  it('gives everything for nothing, and nothing for what is not there', () => {
    expect(findNodes(places, '  ')).toEqual(places);
    expect(findNodes(places, 'swimming pool')).toEqual([]);
  });
});
