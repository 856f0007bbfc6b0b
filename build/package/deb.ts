import { createHash } from 'node:crypto';
import { chmod, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { runOrThrow } from '../run.ts';
import type { PackageToMake } from './fpm.ts';

/** dpkg takes an empty `/opt` away with the package, although the system had it before. */
const keepOpt = '\n[ -d /opt ] || mkdir --mode=0755 /opt\n';

/** Makes a package for Debian and Ubuntu. */
export async function makeDeb(wanted: PackageToMake): Promise<void> {
  const { root, output, compression, afterInstall, afterRemove } = wanted;
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  let bytes = 0;
  const sums: string[] = [];
  for (const file of files.sort()) {
    bytes += (await stat(file)).size;
    const sum = createHash('md5')
      .update(await readFile(file))
      .digest('hex');
    sums.push(`${sum}  ${relative(root, file)}\n`);
  }
  const control = join(root, 'DEBIAN');
  await mkdir(control);
  await writeFile(join(control, 'control'), controlOf(wanted, bytes));
  await writeFile(join(control, 'md5sums'), sums.join(''));
  for (const [name, script] of [
    ['postinst', afterInstall],
    ['postrm', `${afterRemove}${keepOpt}`],
  ] as const) {
    await writeFile(join(control, name), script);
    await chmod(join(control, name), 0o755);
  }
  await runOrThrow('dpkg-deb', [
    '--root-owner-group',
    `-Z${compression === 'zst' ? 'zstd' : 'xz'}`,
    '--build',
    root,
    output,
  ]);
}

/** Returns the text that describes the package to Debian's tools. @param bytes the size of what it installs */
export function controlOf(wanted: PackageToMake, bytes: number): string {
  const { name, version, architecture, maintainer, homepage, summary, description, depends, recommends } = wanted;
  const fields = {
    Package: name,
    Version: version,
    Architecture: architecture,
    Maintainer: maintainer,
    'Installed-Size': String(Math.ceil(bytes / 1024)),
    Depends: depends.join(', '),
    Recommends: recommends.join(', '),
    Section: 'misc',
    Priority: 'optional',
    Homepage: homepage,
    Description: [summary, ...description.split('\n').map((line) => ` ${line.trim() || '.'}`)].join('\n'),
  };
  return Object.entries(fields)
    .filter(([, value]) => value !== '')
    .map(([field, value]) => `${field}: ${value}\n`)
    .join('');
}
