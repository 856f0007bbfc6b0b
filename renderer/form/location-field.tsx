import { Combobox, TextInput, useCombobox } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import { limits, longestTyped } from '../../electron/contract/specification.ts';
import { formatCount } from '../words/numbers.ts';
import { words } from '../words.ts';
import { fieldDomId, fieldNote } from './field-note.tsx';
import { findPlaces, type Place, placesOf } from './location-tree.ts';
import { loadLocations, usePlaces } from './places-store.ts';

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
  const locations = usePlaces((places) => places.locations.get(site));
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
