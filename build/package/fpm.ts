/*
 * Answers electron-builder as fpm does, with the system's own `dpkg-deb` and `rpmbuild`: its fpm is a download that a computer
 * with nothing but the npm registry cannot reach. Started through `fpm.sh`.
 */

import { cp, mkdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { command } from '../command.ts';
import { temporaryFolder } from '../outlive.ts';
import { runOrThrow } from '../run.ts';
import { makeDeb } from './deb.ts';
import { makeRpm } from './rpm.ts';

/** What a package says of itself, and what it holds. */
export type PackageToMake = {
  name: string;
  version: string;
  architecture: string;
  maintainer: string;
  homepage: string;
  license: string;
  /** One line. */
  summary: string;
  description: string;
  depends: readonly string[];
  recommends: readonly string[];
  afterInstall: string;
  afterRemove: string;
  /** As electron-builder names it: `xz` and `xzmt` are small, `zst` and `gzip` quick. */
  compression: string;
  /** A folder with the files as they will lie under `/`. */
  root: string;
  /** The package's file. */
  output: string;
};

const options = {
  s: { type: 'string', short: 's' },
  t: { type: 'string', short: 't' },
  d: { type: 'string', short: 'd', multiple: true },
  force: { type: 'boolean' },
  'deb-recommends': { type: 'string', multiple: true },
  'deb-compression': { type: 'string' },
  'deb-priority': { type: 'string' },
  'rpm-compression': { type: 'string' },
  'rpm-os': { type: 'string' },
  'rpm-summary': { type: 'string', default: '' },
  architecture: { type: 'string', default: '' },
  'after-install': { type: 'string', default: '' },
  'after-remove': { type: 'string', default: '' },
  description: { type: 'string', default: '' },
  version: { type: 'string', default: '' },
  package: { type: 'string', default: '' },
  name: { type: 'string', default: '' },
  maintainer: { type: 'string', default: '' },
  vendor: { type: 'string' },
  url: { type: 'string', default: '' },
  license: { type: 'string', default: '' },
} as const;

await command(async () => {
  // An argument that is not known here would be lost in silence, so it is an error.
  const { values, positionals } = parseArgs({ options, allowPositionals: true, strict: true });
  const work = await temporaryFolder(join(tmpdir(), 'colodesk-package-'));
  try {
    const root = join(work, 'root');
    for (const mapping of positionals) await place(mapping, root);
    const [firstLine = '', ...others] = values.description.split('\n');
    const wanted: PackageToMake = {
      name: values.name,
      version: values.version,
      architecture: values.architecture,
      maintainer: values.maintainer,
      homepage: values.url,
      license: values.license,
      summary: (values['rpm-summary'] || firstLine).trim(),
      description: (others.join('\n') || firstLine).trim(),
      depends: values.d ?? [],
      recommends: values['deb-recommends'] ?? [],
      afterInstall: await readFile(values['after-install'], 'utf8'),
      afterRemove: await readFile(values['after-remove'], 'utf8'),
      compression: values['deb-compression'] ?? values['rpm-compression'] ?? 'xz',
      root,
      output: values.package,
    };
    if (values.t === 'deb') await makeDeb(wanted);
    else if (values.t === 'rpm') await makeRpm(wanted, join(work, 'rpm'));
    else throw new Error(`no packages of the kind ${values.t}`);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
});

/** Copies what `from=to` names: a file, or with a slash at its end what is in a folder. */
async function place(mapping: string, root: string): Promise<void> {
  const at = mapping.lastIndexOf('=');
  const [from, to] = [mapping.slice(0, at), join(root, mapping.slice(at + 1))];
  await mkdir(dirname(to), { recursive: true });
  if (from.endsWith('/')) await runOrThrow('cp', ['-a', '--no-target-directory', from, to]);
  else await cp(from, to);
}
