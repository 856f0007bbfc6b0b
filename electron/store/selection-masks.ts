import { LRUCache } from 'lru-cache';
import { momentsOf } from '../contract/dates.ts';
import { dateFields, filterFields, type TicketSelection } from '../contract/query.ts';
import { wordsOf } from '../contract/search-text.ts';
import type { FacetColumns } from './facet-columns.ts';
import type { OverlayRows } from './overlay-rows.ts';
import type { SearchIndex } from './search-index.ts';
import type { TicketStates } from './ticket-states.ts';

/** Whether a selection is a view without anything that narrows it. */
export const isWholeView = ({ filters, search }: TicketSelection): boolean =>
  wordsOf(search).length === 0 &&
  filterFields.every((field) => filters[field].length === 0) &&
  dateFields.every((field) => filters[field] === null);

/** Marks the tickets that a selection means: a mask has a 1 for the row of each of them, else 0. */
export class SelectionMasks {
  readonly #facets: FacetColumns;
  readonly #search: SearchIndex;
  readonly #overlaid: OverlayRows;
  readonly #rowsByWord = new LRUCache<string, Uint8Array>({
    max: 24,
    memoMethod: (word) => this.#rowsContaining(word),
  });

  constructor(facets: FacetColumns, search: SearchIndex, overlaid: OverlayRows) {
    this.#facets = facets;
    this.#search = search;
    this.#overlaid = overlaid;
  }

  of(selection: TicketSelection, states: TicketStates, nowMs: number): Uint8Array {
    const mask = this.withoutValues(selection, states, nowMs);
    for (const { codes, accepted } of this.#facets.acceptedBy(selection.filters)) {
      for (let row = 0; row < mask.length; row++) if (accepted[codes[row] as number] !== 1) mask[row] = 0;
    }
    return mask;
  }

  /** Returns the same for the selection without its filters by value. */
  withoutValues({ view, filters, search }: TicketSelection, states: TicketStates, nowMs: number): Uint8Array {
    const mask = states.maskOf(view);
    for (const field of dateFields) {
      const span = filters[field];
      if (span) this.#facets.keepWithin(mask, field, momentsOf(span, nowMs));
    }
    for (const word of wordsOf(search)) {
      const contains = this.#overlaid.addOverlaid(this.#rowsByWord.memo(word), word, this.#facets);
      for (let row = 0; row < mask.length; row++) if (contains[row] !== 1) mask[row] = 0;
    }
    return mask;
  }

  /** While a word is being typed, only the rows that contain it without its last character are looked at. */
  #rowsContaining(word: string): Uint8Array {
    return this.#search.rowsContaining(word, this.#rowsByWord.peek(word.slice(0, -1)), this.#facets.rowLimit);
  }

  /** To be called when texts changed. */
  forgetWords(): void {
    this.#rowsByWord.clear();
  }
}

export function countMarks(mask: Uint8Array): number {
  let count = 0;
  for (let row = 0; row < mask.length; row++) count += mask[row] as number;
  return count;
}
