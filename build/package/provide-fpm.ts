import { join } from 'node:path';
import { providePackages, requirePrograms } from '../provide/system.ts';
import { projectFolder } from '../run.ts';

/** Debian's packages with what makes each kind of package, and the programs that are used of them. */
const makers = {
  deb: { packages: [['dpkg'], ['xz-utils']], programs: ['dpkg-deb', 'xz'] },
  rpm: { packages: [['rpm']], programs: ['rpmbuild'] },
} as const;

/**
 * Lets electron-builder make these kinds of package with the system's own programs, which are installed if need be.
 * @param kinds none means all
 * @throws Error that names what is missing
 */
export async function provideFpm(kinds: readonly string[]): Promise<void> {
  for (const [kind, { packages, programs }] of Object.entries(makers)) {
    if (kinds.length > 0 && !kinds.includes(kind)) continue;
    await providePackages(packages);
    await requirePrograms(programs);
  }
  process.env.CUSTOM_FPM_PATH = join(projectFolder, 'build/package/fpm.sh');
}
