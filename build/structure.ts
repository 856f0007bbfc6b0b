import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { ImportGraph, readImports } from './import-graph.ts';
import { filesOnTrip, trips } from './trips.ts';

/** One figure of the source tree: a count with its unit, and the files behind it where they are few enough to act on. */
export type Figure = { name: string; value: string; files?: readonly string[] };

/** Counts the figures of the tree under a folder. */
export async function structureOf(folder: string): Promise<Figure[]> {
  const all = await sourceFiles(folder);
  const files = all.filter(isCode);
  const lines = await Promise.all(files.map(async (file) => lineCount(await readFile(join(folder, file), 'utf8'))));
  const graph = new ImportGraph(await readImports(folder));
  const onlyNeighbours = files.filter((file) => hasOneNeighbour(file, graph.importersOf(file)));
  const onlyImports = files.filter((file) => hasOneNeighbour(file, ours(graph.importedBy(file))));
  const circles = graph.circles();
  return [
    { name: 'files in electron/ and renderer/ (ts, tsx)', value: String(files.length) },
    { name: 'style sheets beside them', value: String(all.length - files.length) },
    { name: 'median lines', value: String(median(lines)) },
    { name: 'below 30 lines', value: share(lines, (count) => count < 30) },
    { name: 'above 180 lines', value: share(lines, (count) => count > 180) },
    { name: 'above 300 lines', value: share(lines, (count) => count > 300) },
    { name: 'imports that run back up in renderer/', value: String(upwardImports(graph)) },
    { name: 'circles of imports', value: String(circles.length), files: circles.map((circle) => circle.join(' ↔ ')) },
    { name: 'imports within electron/outbox/', value: String(importsWithin(graph, 'electron/outbox/')) },
    { name: 'imports within renderer/', value: String(importsWithin(graph, 'renderer/')) },
    { name: 'arrows between the folders of renderer/', value: String(folderArrows(graph).size) },
    { name: 'files imported by one neighbour only', value: String(onlyNeighbours.length) },
    { name: 'files that import one neighbour and nothing else', value: String(onlyImports.length) },
    ...Object.entries(trips).map(([name, legs]) => {
      const onTrip = filesOnTrip(graph, files, legs);
      return { name: `files ${name}`, value: String(onTrip.length), files: onTrip };
    }),
  ];
}

async function sourceFiles(folder: string): Promise<string[]> {
  const found = await Promise.all(
    ['electron', 'renderer'].map(async (top) => {
      const names = await readdir(join(folder, top), { recursive: true });
      return names.map((name) => `${top}/${name.replaceAll(sep, '/')}`);
    }),
  );
  return found.flat().filter((name) => /\.(tsx?|css)$/.test(name) && !name.endsWith('.d.ts'));
}

const lineCount = (text: string): number => text.trimEnd().split('\n').length;

function median(numbers: readonly number[]): number {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0;
}

function share(lines: readonly number[], isCounted: (count: number) => boolean): string {
  const count = lines.filter(isCounted).length;
  return `${count} (${Math.round((100 * count) / lines.length)} %)`;
}

const folderOf = (file: string): string => file.slice(0, file.lastIndexOf('/'));
const isCode = (file: string): boolean => /\.tsx?$/.test(file);
const ours = (files: readonly string[]): string[] => files.filter((file) => !file.startsWith('electron/contract/'));

/** Whether a file has exactly one importer (or import), in its own folder. */
function hasOneNeighbour(file: string, neighbours: readonly string[]): boolean {
  const [only] = neighbours;
  return isCode(file) && neighbours.length === 1 && only !== undefined && folderOf(only) === folderOf(file);
}

function importsWithin({ imports }: ImportGraph, folder: string): number {
  return imports.filter(({ from, to }) => from.startsWith(folder) && to.startsWith(folder) && isCode(to)).length;
}

/** How many imports lead from one folder of the page to another. The files at the top of renderer/ belong to none. */
function folderArrows({ imports }: ImportGraph): Map<string, number> {
  const arrows = new Map<string, number>();
  for (const { from, to } of imports) {
    const [start, end] = [from, to].map((file) => /^renderer\/([^/]+)\//.exec(file)?.[1]);
    if (!start || !end || start === end || !isCode(to)) continue;
    arrows.set(`${start} → ${end}`, (arrows.get(`${start} → ${end}`) ?? 0) + 1);
  }
  return arrows;
}

/** Where two folders of the page import each other, the direction with fewer imports is the one that runs back up. */
function upwardImports(graph: ImportGraph): number {
  const arrows = folderArrows(graph);
  let count = 0;
  for (const [arrow, imports] of arrows) {
    const [start = '', end = ''] = arrow.split(' → ');
    if (start < end) count += Math.min(imports, arrows.get(`${end} → ${start}`) ?? 0);
  }
  return count;
}
