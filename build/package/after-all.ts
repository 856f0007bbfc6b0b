import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { BuildResult } from 'electron-builder';
import { listEnding } from './parts.ts';

/** Called by electron-builder when all packages are made. Returns what is to be published beside them. */
export default async function afterAll({ outDir }: BuildResult): Promise<string[]> {
  return (await readdir(outDir)).filter((name) => name.endsWith(listEnding)).map((name) => join(outDir, name));
}
