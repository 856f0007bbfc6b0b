import type { RmOptions } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { removeWithRetry } from '../../electron/files/locked-files.ts';
import { saveFile } from '../../electron/files/save-file.ts';
import { openOutboxFile } from '../../electron/outbox/outbox-file.ts';
import { emptyRegistry, RegistryFile, withLogin } from '../../electron/session/registry.ts';
import { SettingsFile } from '../../electron/session/settings-file.ts';
import { ownFolder } from '../support/folder.ts';
import { outboxKey } from '../support/outbox.ts';

/** How often a file is still held when it is to be renamed or removed, as by a virus scanner on Windows. */
const holding = vi.hoisted(() => ({ times: 0, code: 'EBUSY' }));

vi.mock('node:fs/promises', async (importOriginal) => {
  const original = await importOriginal<typeof import('node:fs/promises')>();
  const whenLetGo = async (work: () => Promise<void>) => {
    if (holding.times > 0) {
      holding.times -= 1;
      throw Object.assign(new Error('held'), { code: holding.code });
    }
    await work();
  };
  return {
    ...original,
    rename: (from: string, to: string) => whenLetGo(() => original.rename(from, to)),
    rm: (path: string, options: RmOptions) => whenLetGo(() => original.rm(path, options)),
  };
});

beforeEach(() => {
  holding.times = 2;
  holding.code = 'EBUSY';
});

/** Runs the rest of the test as on another system. */
function onPlatform(platform: NodeJS.Platform): void {
  const own = process.platform;
  Object.defineProperty(process, 'platform', { value: platform });
  onTestFinished(() => void Object.defineProperty(process, 'platform', { value: own }));
}

it('the list of accounts is written when it is let go of', async () => {
  const path = join(await ownFolder(), 'accounts.json');
  const login = { id: '00000000-0000-4000-8000-000000000001', environment: 'playground', baseUrl: '' } as const;
  const account = { masterAccountId: 'M', accountId: 'A', masterName: 'Master', name: 'A' };
  const registry = withLogin(emptyRegistry, login, [account]);
  await new RegistryFile(path, () => undefined).write(registry);
  expect(await readFile(path, 'utf8')).toBe(await readFile(`${path}.copy`, 'utf8'));
});

it('the settings are written when they are let go of', async () => {
  const file = new SettingsFile(join(await ownFolder(), 'settings.json'));
  await file.change({ notifies: false, historyDays: 30 });
  expect(file.current.notifies).toBe(false);
});

it('an outbox is begun when its key’s fingerprint is let go of', async () => {
  const { file } = await openOutboxFile(await ownFolder(), outboxKey);
  await file.close();
  expect(holding.times).toBe(0);
});

it('an attachment is saved when its file is let go of after 300 ms', async () => {
  const folder = await ownFolder();
  holding.times = 6;
  await saveFile(join(folder, 'report.txt'), chunksOf('content'));
  expect(await readFile(join(folder, 'report.txt'), 'utf8')).toBe('content');
  expect(await readdir(folder)).toEqual(['report.txt']);
});

it.each(['EPERM', 'EBUSY', 'EACCES'])('on Windows, a file that is held is waited for (%s)', async (code) => {
  onPlatform('win32');
  holding.code = code;
  await removeWithRetry(join(await ownFolder(), 'a.txt'));
  expect(holding.times).toBe(0);
});

it.each(['EPERM', 'EACCES'])('elsewhere, a missing permission is reported at once (%s)', async (code) => {
  onPlatform('linux');
  holding.code = code;
  await expect(removeWithRetry('a.txt')).rejects.toThrow('disk-error');
  expect(holding.times).toBe(1);
});

it('an attachment for another disk is copied there', async () => {
  const folder = await ownFolder();
  holding.times = 1;
  holding.code = 'EXDEV';
  await saveFile(join(folder, 'report.txt'), chunksOf('content'));
  expect(await readFile(join(folder, 'report.txt'), 'utf8')).toBe('content');
  expect(await readdir(folder)).toEqual(['report.txt']);
});

it('a file is removed when it is let go of', async () => {
  const folder = await ownFolder();
  await saveFile(join(folder, 'a.txt'), chunksOf('content'));
  holding.times = 2;
  await removeWithRetry(join(folder, 'a.txt'));
  expect(await readdir(folder)).toEqual([]);
});

async function* chunksOf(text: string) {
  yield Buffer.from(text);
}
