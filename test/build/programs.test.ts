/* What a command says where a program that it needs is missing. */

import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { firstLine, startChild } from '../../build/desktop/child.ts';
import { requirePrograms } from '../../build/provide/system.ts';
import { run } from '../../build/run.ts';
import { ownFolder } from '../support/folder.ts';

const missing = 'no-such-program is not installed, or is in no folder of PATH.';

it('a program that is not installed is named, whether it is run or left running', async () => {
  await expect(run('no-such-program', [])).rejects.toThrow(missing);
  await expect(firstLine(startChild('no-such-program', [], { stdio: 'pipe' }), 1)).rejects.toThrow(missing);
});

it.skipIf(process.platform === 'win32')(
  'all that are missing are named, also on a system without `which`',
  async () => {
    const folder = await ownFolder();
    await symlink('/bin/sh', join(folder, 'sh'));
    vi.stubEnv('PATH', folder);
    onTestFinished(() => void vi.unstubAllEnvs());
    await requirePrograms(['sh']);
    await expect(requirePrograms(['sh', 'Xvfb', 'dbus-daemon'])).rejects.toThrow(
      'Programs are missing; install them first: Xvfb, dbus-daemon',
    );
  },
);
