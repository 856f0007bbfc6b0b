/*
 * The field for a location within a site: found in the tree of the site's locations while typing, or described in the user's own
 * words.
 */

import { Combobox, TextInput, useCombobox } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import { inSentence } from '../../electron/contract/isolate.ts';
import type { Location } from '../../electron/contract/reference-data.ts';
import { limits, longestTyped } from '../../electron/contract/specification.ts';
import { loadLocations, useReferenceData } from '../state/reference-data.ts';
import { fieldDomId, fieldNote } from '../ui/field-note.tsx';
import { words } from '../words/words.ts';
import styles from './location-field.module.css';

type Props = {
  site: string;
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
  onLeave: () => void;
};

export function LocationField({ site, value, error, onChange, onLeave }: Props) {
  const locations = useReferenceData((data) => data.locations.get(site));
  const nodes = useMemo(() => treeOf(locations ?? []), [locations]);
  const [isSearching, setSearching] = useState(false);
  const [isWanted, setWanted] = useState(false);
  const combobox = useCombobox({
    opened: isWanted && nodes.length > 0, // a screen reader must not hear that an empty list is open
    onOpenedChange: setWanted,
    onDropdownClose: () => combobox.resetSelectedOption(),
  });
  const found = isSearching ? findNodes(nodes, value) : nodes;
  const isTree = found === nodes;
  const shown = combobox.dropdownOpened ? found : []; // a closed list is not rendered, so that it costs nothing with each key

  useEffect(() => {
    if (site !== '') void loadLocations(site);
  }, [site]);

  function chooseNode(id: string) {
    onChange(nodes.find((node) => node.id === id)?.name ?? value);
    setSearching(false);
    combobox.closeDropdown();
  }

  return (
    <Combobox
      store={combobox}
      size="sm"
      position="bottom-start"
      preventPositionChangeWhenVisible // it gets shorter with each key; what Mantine keeps for that goes with the form
      onOptionSubmit={chooseNode}
    >
      <Combobox.Target withExpandedAttribute>
        <TextInput
          id={fieldDomId('location')}
          label={words.form.field.location}
          value={value}
          error={error}
          description={fieldNote(value.trim(), limits.location, hintFor(site, locations?.length))}
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
            // Enter accepts the typed words and closes the list; it must not submit the form from an open list.
            const isPlainEnter = event.key === 'Enter' && !event.ctrlKey && !event.metaKey;
            if (!isPlainEnter || !combobox.dropdownOpened || combobox.getSelectedOptionIndex() !== -1) return;
            event.preventDefault();
            combobox.closeDropdown();
          }}
          onBlur={() => {
            combobox.closeDropdown();
            setWanted(false); // a list that arrives late must not open over the next field
            setSearching(false);
            onLeave();
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options className={styles.locations} aria-label={words.form.locationList}>
          {shown.slice(0, maxShown).map((node) => (
            <LocationOption key={node.id} node={node} isTree={isTree} isActive={node.name === value} />
          ))}
          {found.length === 0 && <Combobox.Empty>{words.form.locationNone}</Combobox.Empty>}
        </Combobox.Options>
        {found.length > maxShown && (
          <Combobox.Footer>{words.form.locationMore({ count: found.length - maxShown })}</Combobox.Footer>
        )}
      </Combobox.Dropdown>
    </Combobox>
  );
}

function hintFor(site: string, count: number | undefined): string {
  if (site === '') return words.form.locationNoSite;
  return count === 0 ? words.form.locationEmpty : words.form.locationHint;
}

function LocationOption({ node, isTree, isActive }: { node: LocationNode; isTree: boolean; isActive: boolean }) {
  return (
    <Combobox.Option
      value={node.id}
      active={isActive}
      className={styles.location}
      style={{ '--depth': isTree ? node.depth : 0 }}
    >
      <bdi>{node.name || words.form.noName}</bdi>
      {!isTree && node.path.length > 0 && <bdi className={styles.path}>{node.path.map(inSentence).join(' › ')}</bdi>}
    </Combobox.Option>
  );
}

/** More than anyone reads, and few enough to render with every key. */
const maxShown = 200;

/** A location in its tree: `depth` is 0 at the root, and `path` names the locations around it, outermost first. */
type LocationNode = {
  readonly id: string;
  readonly name: string;
  readonly depth: number;
  readonly path: readonly string[];
};

/**
 * The locations of a site in the order of their tree, each exactly once. A location without a parent, or with a parent that
 * the server does not list, is a root. Of locations that name each other as parent in a circle, the first becomes a root.
 */
export function treeOf(locations: readonly Location[]): LocationNode[] {
  const known = new Set(locations.map((location) => location.id));
  const childrenOf = new Map<string, Location[]>();
  for (const location of locations) {
    const siblings = childrenOf.get(location.parentId ?? '');
    if (siblings) siblings.push(location);
    else childrenOf.set(location.parentId ?? '', [location]);
  }
  const nodes: LocationNode[] = [];
  const reached = new Set<Location>();
  const openedIds = new Set<string>();

  function reachFrom(root: Location) {
    const waiting = [{ location: root, path: [] as readonly string[] }];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const { location, path } = next;
      if (reached.has(location)) continue;
      reached.add(location);
      nodes.push({ id: location.id, name: location.location, depth: path.length, path });
      if (openedIds.has(location.id)) continue; // the children of two rows with one id are listed once
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
  return nodes;
}

/** The locations in whose name or path all words of a text occur; for an empty text, `nodes` itself. */
export function findNodes(nodes: readonly LocationNode[], text: string): readonly LocationNode[] {
  const wanted = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return nodes;
  return nodes.filter((node) => {
    const name = [...node.path, node.name].join(' ').toLowerCase();
    return wanted.every((word) => name.includes(word));
  });
}
