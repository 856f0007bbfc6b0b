import { join } from 'node:path';
import { createViteLicensePlugin } from 'rollup-license-plugin';
import type { Plugin } from 'vite';
import { projectFolder } from './run.ts';

/** These licences ask for nothing but their own text beside the program. */
const agreed = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Apache-2.0', 'Python-2.0', 'BlueOak-1.0.0'];

/** Where several hold for one package, each of them must be agreed. */
const isAgreed = (licence: string): boolean => licence.split(' AND ').every((part) => agreed.includes(part));

/** Ends the text of each package. */
const line = '-'.repeat(80);

/**
 * Writes `licences.txt` beside a bundle: every bundled package with its version, its licence and the licence's full text,
 * and the packages in `alsoShipped`, which are packed without being bundled.
 * The build fails at a licence that is not on the list above, so that adding one is a decision.
 */
export const licences = (alsoShipped: readonly string[] = []): Plugin =>
  createViteLicensePlugin({
    outputFilename: false,
    unacceptableLicenseTest: (licence) => !isAgreed(licence),
    includePackages: () => alsoShipped.map((name) => join(projectFolder, 'node_modules', name)),
    additionalFiles: {
      'licences.txt': (packages) =>
        packages
          .map(({ name, version, license, licenseText }) => {
            const text = licenseText?.trim() ?? '(The package holds no text of its licence.)';
            return `${name} ${version}, ${license}\n\n${text}\n\n${line}`;
          })
          .sort()
          .join('\n\n'),
    },
  });

/** Returns the packages that a `licences.txt` names, each as `name@version`. */
export function packagesNamedIn(text: string): string[] {
  const headings = text.matchAll(new RegExp(`(?:^|\\n${line}\\n\\n)(\\S+) (\\d+\\.\\d+\\.\\S+), `, 'g'));
  return [...headings].map(([, name, version]) => `${name}@${version}`);
}

/** For a bundle that is to hold no package: the build fails at the first. */
export const noPackages = (): Plugin =>
  createViteLicensePlugin({ outputFilename: false, unacceptableLicenseTest: () => true });
