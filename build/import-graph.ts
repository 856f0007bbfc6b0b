import { cruise, type ICruiseResult } from 'dependency-cruiser';

/** An import of one of our files by another; paths as `electron/main.ts`, on every system. */
export type Import = { from: string; to: string };

/** Reads the imports between all files in `electron/` and `renderer/` under a folder; an import of types is one too. */
export async function readImports(folder: string): Promise<Import[]> {
  const { output } = await cruise(
    ['electron', 'renderer'],
    { baseDir: folder, doNotFollow: { path: 'node_modules' }, tsPreCompilationDeps: true },
    { extensions: ['.ts', '.tsx', '.js'] },
  );
  const { modules } = output as ICruiseResult; // a text only where a reporter was asked for
  return modules.flatMap(({ source, dependencies }) =>
    dependencies
      .filter(({ resolved }) => /^(electron|renderer)\//.test(resolved))
      .map(({ resolved }) => ({ from: source, to: resolved })),
  );
}

/** Imports as a graph: what can be reached from a file, along the imports or against them. */
export class ImportGraph {
  readonly imports: readonly Import[];
  readonly #imported: ReadonlyMap<string, readonly string[]>;
  readonly #importers: ReadonlyMap<string, readonly string[]>;

  constructor(imports: readonly Import[]) {
    this.imports = imports;
    this.#imported = grouped(imports.map(({ from, to }) => [from, to]));
    this.#importers = grouped(imports.map(({ from, to }) => [to, from]));
  }

  importersOf(file: string): readonly string[] {
    return this.#importers.get(file) ?? [];
  }

  importedBy(file: string): readonly string[] {
    return this.#imported.get(file) ?? [];
  }

  /** A file and everything that it imports, directly or through others, as long as it stays within a folder. */
  reach(start: string, folder: RegExp): Set<string> {
    return walk(start, (file) => this.importedBy(file), folder);
  }

  /** The files on any import path from one file to another that stays within a folder, both ends included. */
  between(start: string, end: string, folder: RegExp): Set<string> {
    const below = this.reach(start, folder);
    const above = walk(end, (file) => this.importersOf(file), folder);
    return new Set([...below].filter((file) => above.has(file)));
  }

  /** The groups of files that reach each other. */
  circles(): string[][] {
    const left = new Set([...this.#imported.keys()]);
    const groups: string[][] = [];
    for (const file of left) {
      const group = [...this.between(file, file, /^/)];
      for (const member of group) left.delete(member);
      if (group.length > 1) groups.push(group.sort());
    }
    return groups;
  }
}

function grouped(pairs: readonly (readonly [string, string])[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const [key, value] of pairs) {
    const group = groups.get(key);
    if (!group) groups.set(key, [value]);
    else if (!group.includes(value)) group.push(value);
  }
  return groups;
}

function walk(start: string, next: (file: string) => readonly string[], folder: RegExp): Set<string> {
  const seen = new Set([start]);
  for (const file of seen) for (const neighbour of next(file)) if (folder.test(neighbour)) seen.add(neighbour);
  return seen;
}
