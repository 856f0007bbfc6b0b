/* Which packages a command line asks for, and what deb and rpm say of themselves. */

import { expect, it } from 'vitest';
import { controlOf } from '../../build/package/deb.ts';
import { wantedPackages } from '../../build/package/package-targets.ts';
import { specOf } from '../../build/package/rpm.ts';

it.each([
  ['--linux deb rpm', { platform: 'linux', kinds: ['deb', 'rpm'], archs: ['x64'] }],
  ['--mac --x64 --arm64', { platform: 'mac', kinds: [], archs: ['x64', 'arm64'] }],
  ['--win msi', { platform: 'win', kinds: ['msi'], archs: ['x64'] }],
])('%s', (line, wanted) => {
  expect(wantedPackages(line.split(' '), 'x64')).toEqual(wanted);
});

it('nothing asks for none, and on ARM a package is for ARM where there is one', () => {
  expect(wantedPackages([], 'arm64')).toBeNull();
  expect(wantedPackages(['--linux', 'deb'], 'arm64')).toMatchObject({ archs: ['arm64'] });
  expect(wantedPackages(['--win'], 'arm64')).toMatchObject({ archs: ['x64'] });
});

it.each([
  ['--win --arm64', /libsql has no program for Windows on ARM/],
  ['deb', /Name one system/],
  ['--linux --mac', /Name one system/],
  ['--solaris', /--solaris/],
])('%s is refused, with the reason', (line, reason) => {
  expect(() => wantedPackages(line.split(' '), 'x64')).toThrow(reason);
});

const aPackage = {
  name: 'colodesk',
  version: '1.0.0-beta.1',
  architecture: 'amd64',
  maintainer: 'Somebody <somebody@localhost>',
  homepage: 'https://localhost/',
  license: 'MIT',
  summary: 'Tickets',
  description: 'First line\n\nSecond line',
  depends: ['a | b', 'c'],
  recommends: [],
  afterInstall: 'echo 100%',
  afterRemove: 'echo gone',
  compression: 'xz',
  root: '/tmp/root',
  output: '/tmp/colodesk.deb',
};

it('Debian’s fields are whole, and an empty line of the description does not end it', () => {
  expect(controlOf(aPackage, 1025)).toBe(
    [
      'Package: colodesk',
      'Version: 1.0.0-beta.1',
      'Architecture: amd64',
      'Maintainer: Somebody <somebody@localhost>',
      'Installed-Size: 2',
      'Depends: a | b, c',
      'Section: misc',
      'Priority: optional',
      'Homepage: https://localhost/',
      'Description: Tickets\n First line\n .\n Second line\n',
    ].join('\n'),
  );
});

it('rpm’s text escapes what would be a macro, and an update keeps the new version’s link', () => {
  const spec = specOf(aPackage, ['"/opt/Colodesk/colodesk"']);
  expect(spec).toContain('\n%post -p /bin/bash\necho 100%%\n');
  expect(spec).toContain('\n%postun -p /bin/bash\nif [ "$1" -ge 1 ]; then exit 0; fi\necho gone\n');
  expect(spec).toContain('\nVersion: 1.0.0_beta.1\n');
  expect(spec).toContain('\nRequires: a | b\nRequires: c\n');
});
