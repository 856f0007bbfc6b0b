import { Combobox, TextInput, useCombobox } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import type { Location } from '../../electron/contract/reference-data.ts';
import { limits, longestTyped } from '../../electron/contract/specification.ts';
import { loadLocations, useReferenceData } from '../state/reference-data.ts';
import { fieldDomId, fieldNote } from '../ui/field-note.tsx';
import { formatCount } from '../words/numbers.ts';
import { words } from '../words/words.ts';

/** More rows than anyone reads, and few enough to answer every key at once. */
const shownPlaces = 200;

type Props = {
  site: string;
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
  onLeave: () => void;
};

/** Where in the site: found in the tree of its locations while one types, or said in one's own words. */
export function LocationField({ site, value, error, onChange, onLeave }: Props) {
  const locations = useReferenceData((places) => places.locations.get(site));
  const places = useMemo(() => placesOf(locations ?? []), [locations]);
  const [isSearching, setSearching] = useState(false);
  const [isWanted, setWanted] = useState(false);
  const combobox = useCombobox({
    opened: isWanted && places.length > 0, // nothing is said to be open where there is nothing to show
    onOpenedChange: setWanted,
    onDropdownClose: () => combobox.resetSelectedOption(),
  });
  const found = isSearching ? findPlaces(places, value) : places;
  const isTree = found === places;
  const shown = combobox.dropdownOpened ? found : []; // a closed list costs nothing with each key in the form

  useEffect(() => {
    if (site !== '') void loadLocations(site);
  }, [site]);

  function choosePlace(id: string) {
    onChange(places.find((place) => place.id === id)?.name ?? value);
    setSearching(false);
    combobox.closeDropdown();
  }

  return (
    <Combobox
      store={combobox}
      size="sm"
      position="bottom-start"
      withinPortal={false}
      floatingStrategy="fixed" // so that the scrolling form does not cut it off
      onOptionSubmit={choosePlace}
    >
      <Combobox.Target withExpandedAttribute>
        <TextInput
          id={fieldDomId('location')}
          label={words.form.field.location}
          value={value}
          error={error}
          description={fieldNote(value, limits.location, hintFor(site, locations?.length))}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          rightSection={<Combobox.Chevron aria-hidden="true" />}
          rightSectionPointerEvents="none"
          autoComplete="off"
          maxLength={longestTyped}
          aria-autocomplete="list"
          dir="auto"
          onClick={() => combobox.openDropdown()}
          onChange={({ currentTarget }) => {
            onChange(currentTarget.value);
            setSearching(true);
            combobox.openDropdown();
            combobox.resetSelectedOption();
          }}
          onKeyDown={(event) => {
            // One's own words are taken as they are; the key must not send the form from an open list.
            const isPlainEnter = event.key === 'Enter' && !event.ctrlKey && !event.metaKey;
            if (!isPlainEnter || !combobox.dropdownOpened || combobox.getSelectedOptionIndex() !== -1) return;
            event.preventDefault();
            combobox.closeDropdown();
          }}
          onBlur={() => {
            combobox.closeDropdown();
            setWanted(false); // a list that has not come yet must not open over the next field
            setSearching(false);
            onLeave();
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options className="places" aria-label={words.form.locationList}>
          {shown.slice(0, shownPlaces).map((place) => (
            <PlaceOption key={place.id} place={place} isTree={isTree} isActive={place.name === value} />
          ))}
          {found.length === 0 && <Combobox.Empty>{words.form.locationNone}</Combobox.Empty>}
        </Combobox.Options>
        {found.length > shownPlaces && (
          <Combobox.Footer>{words.form.locationMore(formatCount(found.length - shownPlaces))}</Combobox.Footer>
        )}
      </Combobox.Dropdown>
    </Combobox>
  );
}

function hintFor(site: string, count: number | undefined): string {
  if (site === '') return words.form.locationNoSite;
  return count === 0 ? words.form.locationEmpty : words.form.locationHint;
}

function PlaceOption({ place, isTree, isActive }: { place: Place; isTree: boolean; isActive: boolean }) {
  return (
    <Combobox.Option
      value={place.id}
      active={isActive}
      className="place"
      style={{ '--depth': isTree ? place.depth : 0 }}
    >
      <bdi>{place.name || words.form.blankLocation}</bdi>
      {!isTree && place.path.length > 0 && <bdi className="place-path">{place.path.join(' › ')}</bdi>}
    </Combobox.Option>
  );
}

/** A location as the form offers it: how deep it lies, and the names of what it lies in, outermost first. */
type Place = {
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
