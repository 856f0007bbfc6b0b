import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { providePackages, requirePrograms } from '../provide/system.ts';
import { projectFolder, tool } from '../run.ts';

/** Debian's packages with what makes each kind of package, and the program that is used of them. */
const makers = {
  deb: { packages: [['dpkg'], ['xz-utils']], programs: ['dpkg-deb', 'xz'] },
  rpm: { packages: [['rpm']], programs: ['rpmbuild'] },
} as const;

/** The kinds of package that are made without electron-builder's own tools. */
export const madeHere: readonly string[] = Object.keys(makers);

/**
 * Lets electron-builder make these kinds of package with the system's own programs, which are installed if need be.
 * @param folder receives a script that stands for fpm
 * @throws Error that names what is missing
 */
export async function provideFpm(kinds: readonly string[], folder: string): Promise<void> {
  const needed = Object.entries(makers).filter(([kind]) => kinds.includes(kind));
  if (needed.length === 0) return;
  for (const [, { packages, programs }] of needed) {
    await providePackages(packages);
    await requirePrograms(programs);
  }
  const script = join(folder, 'fpm');
  const quoted = [process.execPath, tool('tsx/dist/cli.mjs'), join(projectFolder, 'build/package/fpm.ts')]
    .map((part) => `'${part.replaceAll("'", String.raw`'\''`)}'`)
    .join(' ');
  await writeFile(script, `#!/bin/sh\nexec ${quoted} "$@"\n`);
  await chmod(script, 0o755);
  process.env.CUSTOM_FPM_PATH = script;
}
