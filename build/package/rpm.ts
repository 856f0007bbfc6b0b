import { mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runOrThrow } from '../run.ts';
import type { PackageToMake } from './fpm.ts';

/** Makes a package for Fedora, RHEL and openSUSE. @param folder for rpmbuild's own files; it must not exist */
export async function makeRpm(wanted: PackageToMake, folder: string): Promise<void> {
  await mkdir(folder);
  const specFile = join(folder, 'package.spec');
  await writeFile(specFile, specOf(wanted, await ownEntries(wanted.root)));
  const define = (name: string, value: string) => ['--define', `${name} ${value}`];
  const settings = [
    ...define('_topdir', folder),
    ...define('_rpmdir', join(folder, 'made')),
    ...define('_rpmfilename', 'package.rpm'),
    // Nothing is stripped, compiled or linked: the programs are shipped as they are.
    ...define('__os_install_post', '%{nil}'),
    ...define('_build_id_links', 'none'),
    ...define('_binary_payload', wanted.compression === 'gzip' ? 'w1.gzdio' : 'w6.xzdio'),
    ...define('use_source_date_epoch_as_buildtime', '1'),
    ...define('clamp_mtime_to_source_date_epoch', '1'),
  ];
  const buildRoot = join(folder, 'root'); // rpmbuild empties it first
  await runOrThrow('rpmbuild', [
    '-bb',
    ...settings,
    ...define('colodesk_root', wanted.root),
    ...['--buildroot', buildRoot, '--target', `${wanted.architecture}-linux`, specFile],
  ]);
  await rename(join(folder, 'made/package.rpm'), wanted.output);
}

/** Returns what the package owns: its files, and folders that no other package has. */
async function ownEntries(root: string): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries
    .map((entry) => ({ path: join(entry.parentPath, entry.name).slice(root.length), isFolder: entry.isDirectory() }))
    .filter(({ path, isFolder }) => !isFolder || /^\/opt\/./.test(path))
    .map(({ path, isFolder }) => `${isFolder ? '%dir ' : ''}"${path}"`)
    .sort();
}

/** Returns the text from which rpmbuild makes the package. */
export function specOf(wanted: PackageToMake, entries: readonly string[]): string {
  const { name, version, maintainer, homepage, license, summary, description, depends } = wanted;
  return [
    `Name: ${name}`,
    `Version: ${version.replaceAll('-', '_')}`,
    'Release: 1',
    `Summary: ${summary}`,
    `License: ${license}`,
    `URL: ${homepage}`,
    `Packager: ${maintainer}`,
    'AutoReqProv: no',
    ...depends.map((each) => `Requires: ${each}`),
    `\n%description\n${description}`,
    '\n%install\ncp -a %{colodesk_root}/. %{buildroot}/',
    `\n%post -p /bin/bash\n${escaped(wanted.afterInstall)}`,
    // After an update the old version's script runs last, and must leave the new one's link alone.
    `\n%postun -p /bin/bash\nif [ "$1" -ge 1 ]; then exit 0; fi\n${escaped(wanted.afterRemove)}`,
    `\n%files\n%defattr(-,root,root)\n${entries.join('\n')}\n`,
  ].join('\n');
}

const escaped = (script: string) => script.replaceAll('%', '%%');
