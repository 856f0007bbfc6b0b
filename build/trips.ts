import type { ImportGraph } from './import-graph.ts';

/*
 * Two trips through the source that show how many files one has to open to follow something through the whole application.
 *
 * A trip is a chain of legs. A leg with `to` holds the files on any import path from one file to the other that stays
 * within the named folder. A leg without `to` holds the files of the folder that its first file reaches: there the way
 * leads over interfaces and callbacks, which imports do not show. Files are named by patterns, so that older trees, in
 * which some had other names, can be measured too.
 */

type Leg = { within: RegExp; from: RegExp; to?: RegExp };

/** From the form of a new ticket to the request over HTTP. */
const formToHttp: readonly Leg[] = [
  {
    within: /^renderer\//,
    from: /^renderer\/form\/new-ticket-form\.tsx$/,
    to: /^renderer\/(state\/submit|form\/form-actions)\.ts$/,
  },
  { within: /^electron\/(bridge|session)\//, from: /\/bridge\/handlers\.ts$/, to: /\/session\/workspace\.ts$/ },
  { within: /^electron\/outbox\//, from: /\/outbox\/outbox\.ts$/ },
  { within: /^electron\/api\//, from: /\/api\/client\.ts$/, to: /\/api\/http\.ts$/ },
];

/** From the answer over HTTP to a row of the list: fetched, written, reported to the page, read again and drawn. */
const httpToRow: readonly Leg[] = [
  { within: /^electron\/api\//, from: /\/api\/client\.ts$/, to: /\/api\/http\.ts$/ },
  { within: /^electron\/(sync|api)\//, from: /\/sync\/(sync-)?engine\.ts$/, to: /\/api\/client\.ts$/ },
  { within: /^electron\/(sync|store)\//, from: /\/sync\/(sync-)?engine\.ts$/, to: /\/store\/ticket-writer\.ts$/ },
  { within: /^electron\/session\//, from: /\/session\/session\.ts$/, to: /\/session\/workspace\.ts$/ },
  { within: /^electron\/bridge\/events\.ts$/, from: /\/bridge\/events\.ts$/ },
  { within: /^renderer\//, from: /\/desk-events\.ts$/, to: /\/(ticket-list|slice-store)\.ts$/ },
  { within: /^renderer\/inbox\//, from: /\/inbox\/ticket-list\.tsx$/, to: /\/inbox\/grid-row\.tsx$/ },
];

export const trips = { 'from the form to the HTTP call': formToHttp, 'from HTTP to a row': httpToRow } as const;

/** The files on a trip. @throws Error when a leg begins or ends at a file that is not there */
export function filesOnTrip(graph: ImportGraph, files: readonly string[], legs: readonly Leg[]): string[] {
  const find = (pattern: RegExp) => {
    const found = files.find((file) => pattern.test(file));
    if (!found) throw new Error(`A trip leads through ${pattern.source}, which is not there: build/trips.ts names it.`);
    return found;
  };
  const onTrip = legs.flatMap(({ within, from, to }) => [
    ...(to ? graph.between(find(from), find(to), within) : graph.reach(find(from), within)),
  ]);
  return [...new Set(onTrip)].sort();
}
