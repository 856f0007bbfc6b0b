/* The list of parts beside a package, made from the project’s own lock file. */

import { beforeAll, expect, it } from 'vitest';
import { packagesNamedIn } from '../../build/licences.ts';
import { listOfParts, lockedParts } from '../../build/package/parts.ts';

const packages = ['@github/keytar@7.10.6', 'pdfjs-dist@6.5.438'];
const parts = { version: '1.2.3', packages, electronVersion: '45.0.0', libraries: [{ name: 'a.dll', sha256: 'ab' }] };

let locked = '';
beforeAll(async () => {
  locked = await lockedParts();
}, 300_000);

it('names what is shipped and nothing else, with checksums and licences, and twice the same', () => {
  const text = listOfParts(locked, parts);
  const list = JSON.parse(text) as { components: object[] };
  expect(list).toMatchObject({
    bomFormat: 'CycloneDX',
    metadata: { component: { name: 'colodesk', version: '1.2.3' } },
  });
  expect(list.components).toMatchObject([
    { name: '@github/keytar', version: '7.10.6', purl: 'pkg:npm/%40github/keytar@7.10.6', scope: 'required' },
    {
      name: 'pdfjs-dist',
      licenses: [{ license: { id: 'Apache-2.0' } }],
      hashes: [{ alg: 'SHA-512' }],
      scope: 'required',
    },
    { name: 'electron', version: '45.0.0', type: 'framework' },
    { name: 'a.dll', type: 'file', hashes: [{ alg: 'SHA-256', content: 'ab' }] },
  ]);
  expect(list).toMatchObject({
    dependencies: [{ dependsOn: [...packages, 'electron@45.0.0'] }, { dependsOn: [] }, { dependsOn: [] }],
  });
  expect(listOfParts(locked, { ...parts, packages: packages.toReversed() })).toBe(text);
});

it('stops at a package that the lock file does not know', () => {
  expect(() => listOfParts(locked, { ...parts, packages: ['zod@0.0.1', ...packages] })).toThrow('packed: zod@0.0.1.');
});

it('finds the packages in a list of licences, whatever the licences’ own texts hold', () => {
  const line = '-'.repeat(80);
  const text = `@a/b 1.0.0, MIT\n\nText\n\n${line}\n\nd3 (ISC) 1.0.0, too\n\n${line}\n\nc 2.0.0-rc.1, MIT AND ISC\n\nText\n\n${line}`;
  expect(packagesNamedIn(text)).toEqual(['@a/b@1.0.0', 'c@2.0.0-rc.1']);
});
