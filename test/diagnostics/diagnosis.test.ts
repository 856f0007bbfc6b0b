import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { writesThrough } from '../../electron/api/network.ts';
import type { Credentials } from '../../electron/api/sign-in.ts';
import type { Step } from '../../electron/contract/diagnosis.ts';
import { openPolicy, strictPolicy } from '../../electron/contract/policy.ts';
import { ProblemError } from '../../electron/contract/problem.ts';
import { demoCredentials, noPermissionCredentials, singleAccountCredentials } from '../../electron/demo/credentials.ts';
import type { NetworkProbes } from '../../electron/diagnostics/diagnosis.ts';
import { SessionVault } from '../../electron/keychain/vault.ts';
import { ownService, ownSession, signInTo } from '../support/session.ts';

const probes: NetworkProbes = { proxyFor: async () => 'DIRECT', addressesOf: async () => ['127.0.0.1'] };

const statesOf = (steps: readonly Step[]) => Object.fromEntries(steps.map(({ name, state }) => [name, state]));
const failureIn = (steps: readonly Step[]) => {
  const failed = steps.find(({ state }) => state === 'failed');
  return failed && [failed.name, failed.problem?.kind];
};

async function signedIn(credentials: Credentials = singleAccountCredentials) {
  const service = await ownService();
  const own = await ownSession();
  await own.session.signIn(signInTo(service, credentials));
  return { service, ...own };
}

it('says that each step works, and leaves nothing behind', async () => {
  const { session, folder, service } = await signedIn();
  const before = await readdir(folder);
  const { address, steps } = await session.diagnose(probes);
  expect(address).toBe(service.baseUrl);
  expect(new Set(steps.map(({ state }) => state))).toEqual(new Set(['works']));
  expect(steps.map(({ name }) => name)).toEqual([
    'policy',
    'keychain',
    'disk',
    'proxy',
    'dns',
    'tls',
    'token',
    'account',
    'permission',
  ]);
  expect(await readdir(folder)).toEqual(before);
  expect(JSON.stringify(steps)).not.toContain(singleAccountCredentials.clientSecret);
});

it.each([
  ['drop-before', '/', 'tls', 'no-connection'],
  ['redirect', '/', 'tls', 'redirected'],
  ['captive-portal', '/', 'tls', 'captive-portal'],
  ['forbidden-html', '/', 'tls', 'gateway-refused'],
  ['gateway-401', '/', 'tls', 'gateway-refused'],
  ['account-gone', '/v1/accounts', 'account', 'account-gone'],
] as const)('finds %s at %s at the step %s', async (kind, path, name, problem) => {
  const { session, service } = await signedIn();
  service.set({ faults: [{ kind, match: { path } }] });
  const { steps } = await session.diagnose(probes);
  expect(failureIn(steps)).toEqual([name, problem]);
  const after = steps.slice(steps.findIndex((step) => step.name === name) + 1);
  expect(after.every(({ state }) => state === 'skipped')).toBe(true);
});

it('tells a missing permission from a missing account', async () => {
  const { session } = await signedIn(noPermissionCredentials);
  const { steps } = await session.diagnose(probes);
  expect(failureIn(steps)).toEqual(['permission', 'no-permission']);
});

it('names a name that is not found, unless a proxy looks it up', async () => {
  const { session } = await signedIn();
  const noName = async () => Promise.reject(new Error('net::ERR_NAME_NOT_RESOLVED'));
  expect(failureIn((await session.diagnose({ ...probes, addressesOf: noName })).steps)).toEqual([
    'dns',
    'unknown-host',
  ]);
  const proxied = await session.diagnose({ proxyFor: async () => 'PROXY proxy.example:8080', addressesOf: noName });
  expect(failureIn(proxied.steps)).toBeUndefined();
  expect(proxied.steps.find(({ name }) => name === 'proxy')?.detail).toContain('proxy.example:8080');
});

it('names a keychain that does not answer, and a faulty policy', async () => {
  class LockedVault extends SessionVault {
    override async write() {
      throw new ProblemError('keychain-locked');
    }
  }
  const fetch = async () => new Response('{}', { status: 401 });
  const locked = await ownSession({ vault: new LockedVault(), fetch });
  expect(failureIn((await locked.session.diagnose(probes)).steps)).toEqual(['keychain', 'keychain-locked']);
  const faulty = await ownSession({ policy: { ...strictPolicy, fault: '/etc/x: "updates"' }, fetch });
  expect(failureIn((await faulty.session.diagnose(probes)).steps)).toEqual(['policy', 'policy-faulty']);
});

it('without a sign-in tries the usual server, and sends it nothing', async () => {
  const asked: Request[] = [];
  const fetch = async (input: unknown) => {
    asked.push(input as Request);
    return new Response('{}', { status: 401 });
  };
  const { session } = await ownSession({ fetch, policy: openPolicy });
  await session.start();
  const { address, steps } = await session.diagnose(probes);
  expect(address).toBe('https://api.digitalrealty.com');
  expect(statesOf(steps)).toMatchObject({ tls: 'works', token: 'skipped', account: 'skipped', permission: 'skipped' });
  expect(asked.map(({ method, url, headers }) => [method, url, headers.get('authorization')])).toEqual([
    ['GET', 'https://api.digitalrealty.com/v1/accounts', null],
  ]);
});

it('gives the user all the time to type what a proxy asks for', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  onTestFinished(() => void vi.useRealTimers());
  let isAsked = false;
  const fetch = (input: unknown) =>
    new Promise<Response>((resolve, reject) => {
      isAsked = true;
      const { signal } = input as Request;
      signal.addEventListener('abort', () => reject(signal.reason));
      setTimeout(() => resolve(new Response('{}', { status: 401 })), 60_000);
    });
  const writes = { ...writesThrough(fetch), userAskedUntilMs: () => performance.now() };
  const { session } = await ownSession({ fetch, writes, policy: openPolicy });
  const diagnosing = session.diagnose(probes);
  await vi.waitUntil(() => isAsked);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(statesOf((await diagnosing).steps)).toMatchObject({ tls: 'works' });
});

it('tries what needs no server also where the address of the server is none that may be asked', async () => {
  const { session, folder, vault, service } = await signedIn();
  await session.close();
  const file = join(folder, 'accounts.json');
  const unsafe = 'http://tickets.example';
  await writeFile(file, (await readFile(file, 'utf8')).replace(service.baseUrl, unsafe));
  const { session: second } = await ownSession({ folder, vault });
  await second.start();
  const { address, steps } = await second.diagnose(probes);
  expect(address).toBe(unsafe);
  expect(failureIn(steps)).toEqual(['proxy', 'invalid-input']);
  expect(statesOf(steps)).toMatchObject({ policy: 'works', keychain: 'works', disk: 'works', dns: 'skipped' });
});

it('tries what needs no server also where the demo service does not start', async () => {
  const service = await ownService();
  const demo = {
    credentials: demoCredentials,
    baseUrl: async () => service.baseUrl,
    setNetwork: async () => undefined,
  };
  const { session } = await ownSession({ demo });
  await session.tryDemo(false);
  demo.baseUrl = () => Promise.reject(new ProblemError('no-connection'));
  const { address, steps } = await session.diagnose(probes);
  expect([address, failureIn(steps)]).toEqual(['', ['proxy', 'no-connection']]);
  expect(statesOf(steps)).toMatchObject({ policy: 'works', keychain: 'works', disk: 'works', dns: 'skipped' });
});
