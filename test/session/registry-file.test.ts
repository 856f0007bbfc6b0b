import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import type { ProblemError } from '../../electron/contract/problem.ts';
import { emptyRegistry, RegistryFile, withLogin } from '../../electron/session/registry.ts';
import { ownFolder } from '../support/folder.ts';

vi.mock('node:fs/promises', async (original) => {
  const actual = await original<typeof import('node:fs/promises')>();
  return { ...actual, readFile: vi.fn(actual.readFile) };
});

const login = {
  id: '00000000-0000-4000-8000-000000000001',
  environment: 'playground' as const,
  baseUrl: 'https://a.example',
};
const account = { masterAccountId: 'M', accountId: 'A', masterName: 'Master', name: 'A' };
const registry = withLogin(emptyRegistry, login, [account]);

async function ownFile() {
  const folder = await ownFolder();
  const path = join(folder, 'accounts.json');
  const damages: string[] = [];
  const file = new RegistryFile(path, (error: ProblemError) => damages.push(error.problem.kind));
  return { folder, path, file, damages };
}

const problemKind = (kind: string) => expect.objectContaining({ problem: expect.objectContaining({ kind }) });

it('comes back as written, and nothing of it stays when nobody is signed in', async () => {
  const { folder, path, file, damages } = await ownFile();
  expect(await file.read()).toEqual(emptyRegistry);
  await file.write(registry);
  expect(await file.read()).toEqual(registry);
  await writeFile(`${path}.set-aside`, 'damaged');
  await writeFile(`${path}.set-aside-2`, 'damaged');
  await writeFile(`${path}.draft`, 'half');
  await file.write(emptyRegistry);
  expect(await readdir(folder)).toEqual([]);
  expect(damages).toEqual([]);
});

it.each(['', '{', '[]', '{"logins": 3}', '\0\0\0'])(
  'that holds %j is set aside, and its copy counts',
  async (content) => {
    const { path, file, damages } = await ownFile();
    await file.write(registry);
    await writeFile(path, content);
    expect(await file.read()).toEqual(registry);
    expect(await readFile(`${path}.set-aside`, 'utf8')).toBe(content);
    expect(damages).toEqual(['accounts-set-aside']);
  },
);

it('that is gone comes back from its copy', async () => {
  const { path, file } = await ownFile();
  await file.write(registry);
  await rm(path);
  expect(await file.read()).toEqual(registry);
});

it('says once that nothing is left to be understood, and overwrites nothing that was set aside', async () => {
  const { path, file } = await ownFile();
  await writeFile(`${path}.set-aside`, 'from before');
  await writeFile(path, 'one');
  await writeFile(`${path}.copy`, 'other');
  await expect(file.read()).rejects.toEqual(problemKind('accounts-set-aside'));
  const kept = await Promise.all(['', '-2', '-3'].map((ending) => readFile(`${path}.set-aside${ending}`, 'utf8')));
  expect(kept).toEqual(['from before', 'one', 'other']);
  expect(await file.read()).toEqual(emptyRegistry);
});

it('that a backup holds for a moment is read when it is let go', async () => {
  const { path, file } = await ownFile();
  await file.write(registry);
  await rm(`${path}.copy`);
  vi.mocked(readFile).mockRejectedValueOnce(Object.assign(new Error('held'), { code: 'EBUSY' }));
  expect(await file.read()).toEqual(registry);
});

it('that cannot be read at the moment stays where it is', async () => {
  const { folder, path, file, damages } = await ownFile();
  await mkdir(path);
  await writeFile(`${path}.copy`, JSON.stringify(registry));
  await expect(file.read()).rejects.toEqual(problemKind('disk-error'));
  expect((await readdir(folder)).sort()).toEqual(['accounts.json', 'accounts.json.copy']);
  expect(damages).toEqual([]);
});

it('leaves no old copy beside a newer file', async () => {
  const { path, file } = await ownFile();
  await file.write(registry);
  await mkdir(`${path}.copy.draft`); // the copy cannot be written
  await file.write({ ...registry, current: registry.logins[0]?.accounts[0]?.key ?? null });
  await expect(readFile(`${path}.copy`)).rejects.toThrow('ENOENT');
});
