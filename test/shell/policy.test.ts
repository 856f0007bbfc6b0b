import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { openPolicy, strictPolicy } from '../../electron/contract/policy.ts';
import { readPolicy } from '../../electron/shell/policy.ts';
import { policyFile } from '../../electron/shell/policy-file.ts';
import { ownFolder } from '../support/folder.ts';

vi.mock('node:fs/promises', async (original) => {
  const actual = await original<typeof import('node:fs/promises')>();
  return { ...actual, readFile: vi.fn(actual.readFile) };
});

async function read(text: string) {
  const file = join(await ownFolder(), 'policy.json');
  await writeFile(file, text);
  return { file, policy: await readPolicy(file) };
}

it('is found where each system’s administrators put it', () => {
  expect(policyFile('linux')).toBe('/etc/colodesk/policy.json');
  expect(policyFile('darwin')).toBe('/Library/Application Support/Colodesk/policy.json');
  expect(policyFile('win32')).toBe('C:\\Program Files\\Colodesk Policy\\policy.json');
});

it('is found where no user’s environment leads elsewhere', () => {
  for (const name of ['ProgramData', 'ProgramFiles', 'ProgramW6432', 'SystemDrive']) vi.stubEnv(name, 'D:\\mine');
  onTestFinished(() => void vi.unstubAllEnvs());
  expect(policyFile('win32')).toMatch(/^C:\\Program Files\\/);
});

it('settles what the file says and leaves the rest free', async () => {
  expect(await readPolicy(join(await ownFolder(), 'none.json'))).toEqual(openPolicy);
  expect((await read('{}')).policy).toEqual(openPolicy);
  expect((await read('\uFEFF{ "updates": "off" }')).policy).toEqual({ ...openPolicy, updates: 'off' });
  const whole = {
    environment: 'custom',
    baseUrl: 'https://tickets.example/api/',
    updates: 'off',
    historyDays: 365,
    sessionOnly: false,
    staysInTray: true,
    startsWithSystem: false,
  };
  expect((await read(JSON.stringify(whole))).policy).toEqual({
    ...whole,
    baseUrl: 'https://tickets.example/api',
    fault: null,
  });
});

it.each([
  ['{', /it is not JSON/],
  ['[]', /expected object/],
  ['{ "environment": "demo" }', /"environment"/],
  ['{ "environment": "custom" }', /"baseUrl": is required/],
  ['{ "environment": "custom", "baseUrl": "http://tickets.example" }', /"baseUrl": .*https/],
  ['{ "environment": "production", "baseUrl": "https://tickets.example" }', /"baseUrl": requires/],
  ['{ "historyDays": "many" }', /"historyDays"/],
  ['{ "historyDays": -1 }', /"historyDays"/],
  ['{ "sessionOnly": "no" }', /"sessionOnly"/],
  ['{ "update": "off" }', /"update"/],
])('names file and field of %s, and is strict', async (text, words) => {
  const { file, policy } = await read(text);
  expect(policy).toEqual({ ...strictPolicy, fault: expect.stringMatching(words) });
  expect(policy.fault).toContain(file);
});

it.skipIf(process.platform === 'win32')('is strict when the file cannot be read', async () => {
  const folder = join(await ownFolder(), 'policy.json');
  await mkdir(folder);
  await chmod(folder, 0o755);
  expect(await readPolicy(folder)).toEqual({ ...strictPolicy, fault: expect.stringContaining('cannot be read') });
});

it('is waited for while another program holds it', async () => {
  const held = Object.assign(new Error('held'), { code: 'EBUSY' });
  vi.mocked(readFile).mockRejectedValueOnce(held).mockRejectedValueOnce(held);
  expect((await read('{ "updates": "off" }')).policy).toEqual({ ...openPolicy, updates: 'off' });
});
