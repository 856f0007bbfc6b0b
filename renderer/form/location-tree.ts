import type { Location } from '../../electron/contract/reference-data.ts';

/** A location as the form offers it: how deep it lies, and the names of what it lies in, outermost first. */
export type Place = {
  readonly id: string;
  readonly name: string;
  readonly depth: number;
  readonly path: readonly string[];
};

/**
 * The locations of a site in the order of their tree, each exactly once. What has no parent, or one that is in no row,
 * begins a tree. Rows that name each other as parent in a circle are in no such tree: the first of them begins one.
 */
export function placesOf(locations: readonly Location[]): Place[] {
  const known = new Set(locations.map((location) => location.id));
  const childrenOf = new Map<string, Location[]>();
  for (const location of locations) {
    const siblings = childrenOf.get(location.parentId ?? '');
    if (siblings) siblings.push(location);
    else childrenOf.set(location.parentId ?? '', [location]);
  }
  const places: Place[] = [];
  const reached = new Set<Location>();
  const openedIds = new Set<string>();

  function reachFrom(root: Location) {
    const waiting = [{ location: root, path: [] as readonly string[] }];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const { location, path } = next;
      if (reached.has(location)) continue;
      reached.add(location);
      places.push({ id: location.id, name: location.location, depth: path.length, path });
      if (openedIds.has(location.id)) continue; // two rows of one id have their children once
      openedIds.add(location.id);
      const inside = [...path, location.location];
      const children = location.id === '' ? [] : (childrenOf.get(location.id) ?? []);
      for (const child of children.toReversed()) waiting.push({ location: child, path: inside });
    }
  }

  for (const location of locations) {
    const { parentId } = location;
    if (parentId === null || parentId === '' || !known.has(parentId)) reachFrom(location);
  }
  for (const location of locations) reachFrom(location);
  return places;
}

/** The places in whose name or path all words of a text occur; all of them for an empty text. */
export function findPlaces(places: readonly Place[], text: string): readonly Place[] {
  const wanted = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return places;
  return places.filter((place) => {
    const name = [...place.path, place.name].join(' ').toLowerCase();
    return wanted.every((word) => name.includes(word));
  });
}
