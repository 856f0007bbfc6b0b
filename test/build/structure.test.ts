/* The figures of `npm run structure`: the graph that they are counted on, and the trips that they follow. */

import { expect, it } from 'vitest';
import { ImportGraph } from '../../build/import-graph.ts';
import { projectFolder } from '../../build/run.ts';
import { structureOf } from '../../build/structure.ts';
import { filesOnTrip } from '../../build/trips.ts';

const graphOf = (...arrows: string[]) =>
  new ImportGraph(arrows.map((arrow) => ({ from: arrow.charAt(0), to: arrow.charAt(1) })));

it('finds the files between two, past none that lead elsewhere', () => {
  const graph = graphOf('ab', 'bd', 'ac', 'cd', 'ax', 'yd', 'de');
  expect([...graph.between('a', 'd', /./)].sort()).toEqual(['a', 'b', 'c', 'd']);
  expect([...graph.between('a', 'd', /[^c]/)].sort()).toEqual(['a', 'b', 'd']);
  expect([...graph.reach('c', /./)]).toEqual(['c', 'd', 'e']);
});

it('finds circles', () => {
  expect(graphOf('ab', 'bc').circles()).toEqual([]);
  expect(graphOf('ab', 'bc', 'ca', 'cd', 'de', 'ed').circles()).toEqual([
    ['a', 'b', 'c'],
    ['d', 'e'],
  ]);
});

it('joins the legs of a trip, and refuses one through a file that is not there', () => {
  const graph = graphOf('ab', 'bc', 'ax', 'uv', 'vw');
  const files = ['a', 'b', 'c', 'x', 'u', 'v', 'w'];
  const legs = [
    { within: /./, from: /a/, to: /c/ },
    { within: /./, from: /v/ },
  ];
  expect(filesOnTrip(graph, files, legs)).toEqual(['a', 'b', 'c', 'v', 'w']);
  expect(() => filesOnTrip(graph, files, [{ within: /./, from: /z/ }])).toThrow('build/trips.ts');
});

it('counts this tree', async () => {
  const figures = new Map((await structureOf(projectFolder)).map(({ name, value }) => [name, value]));
  expect(Number(figures.get('files in electron/ and renderer/ (ts, tsx)'))).toBeGreaterThan(100);
  expect(figures.get('imports that run back up in renderer/')).toBe('0');
  expect(figures.get('circles of imports')).toBe('0');
  expect(Number(figures.get('files from the form to the HTTP call'))).toBeGreaterThan(5);
}, 300_000);
