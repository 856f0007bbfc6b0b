import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, it, vi } from 'vitest';
import { openOutboxFile } from '../../electron/outbox/outbox-file.ts';
import { emptyRegistry, RegistryFile, withLogin } from '../../electron/session/registry.ts';
import { SettingsFile } from '../../electron/session/settings-file.ts';
import { ownFolder } from '../support/folder.ts';
import { outboxKey } from '../support/outbox.ts';

/** How often a file is still held when it is to be renamed, as by a virus scanner on Windows. */
const holding = vi.hoisted(() => ({ times: 0 }));

vi.mock('node:fs/promises', async (importOriginal) => {
  const original = await importOriginal<typeof import('node:fs/promises')>();
  return {
    ...original,
    rename: async (from: string, to: string) => {
      if (holding.times > 0) {
        holding.times -= 1;
        throw Object.assign(new Error('held'), { code: 'EPERM' });
      }
      await original.rename(from, to);
    },
  };
});

beforeEach(() => {
  holding.times = 2;
});

it('the list of accounts is written when it is let go of', async () => {
  const path = join(await ownFolder(), 'accounts.json');
  const login = { id: '00000000-0000-4000-8000-000000000001', environment: 'playground', baseUrl: '' } as const;
  const account = { masterAccountId: 'M', accountId: 'A', masterName: 'Master', name: 'A' };
  const { registry } = withLogin(emptyRegistry, login, [account]);
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
