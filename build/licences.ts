import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { z } from 'zod';

/** Licences that let a program be shipped with its parts' texts beside it, and ask for nothing else. */
const known = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Apache-2.0', 'Python-2.0', 'BlueOak-1.0.0'];

const packageSchema = z.object({ name: z.string(), version: z.string(), license: z.string() });

/**
 * Writes `licences.txt` beside a bundle: each package that is in it, with its licence and the licence's text.
 * @throws Error for a package under a licence that nobody has agreed to yet, so that none slips in
 */
export function licences(): Plugin {
  return {
    name: 'licences',
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((part) => (part.type === 'chunk' ? Object.keys(part.modules) : []));
      const folders = new Set(modules.flatMap((id) => packageFolder(id) ?? []));
      if (folders.size === 0) return;
      const source = [...folders].sort().map(describe).join('\n\n');
      this.emitFile({ type: 'asset', fileName: 'licences.txt', source });
    },
  };
}

/** The folder of the package that a module belongs to; `undefined` for one of ours. */
export function packageFolder(moduleId: string): string | undefined {
  return /^(?:\0)?(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/?]+)/.exec(moduleId)?.[1];
}

function describe(folder: string): string {
  const { name, version, license } = packageSchema.parse(
    JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')),
  );
  if (!known.includes(license)) throw new Error(`${name} is under ${license}: nobody has agreed to that licence yet`);
  const file = readdirSync(folder).find((candidate) => /^(licen[sc]e|copying)(\.(md|txt))?$/i.test(candidate));
  const text = file ? readFileSync(join(folder, file), 'utf8').trim() : '(The package holds no text of its licence.)';
  return `${name} ${version}, ${license}\n\n${text}\n\n${'-'.repeat(80)}`;
}
