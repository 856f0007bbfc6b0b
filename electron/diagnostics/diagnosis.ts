/*
 * The diagnosis that the help offers: a check for everything that has to work, with a sentence about each.
 */

import { randomUUID } from 'node:crypto';
import { readFile, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { ApiClient } from '../api/client.ts';
import { Http } from '../api/http.ts';
import type { WriteNetwork } from '../api/network.ts';
import { type Credentials, requestAccounts, requestToken } from '../api/sign-in.ts';
import type { Step, StepName } from '../contract/diagnosis.ts';
import type { Policy } from '../contract/policy.ts';
import { ProblemError, type ProblemKind, problemOf, problemsOfTheWay } from '../contract/problem.ts';
import { removeWithRetry } from '../files/locked-files.ts';
import type { Vault } from '../keychain/vault.ts';
import { words } from '../words/words.ts';

/**
 * Tries everything that has to work for Colodesk to work, and returns a step for each. Steps that need an earlier one are
 * skipped when it fails. A diagnosis stores nothing and changes nothing.
 */
export async function diagnose(subject: DiagnosisSubject): Promise<Step[]> {
  const { policy, vault, userDataFolder, fetch, writes, baseUrl, signedIn } = subject;
  const http = new Http({ baseUrl, fetch, writes, timeLimitMs: networkLimitMs });
  const connection = [...connectionChecks(subject), ...serverChecks(http, baseUrl)];
  const [policyStep, vaultStep, diskStep, networkSteps] = await Promise.all([
    runCheck({ name: 'policy', run: async () => checkPolicy(policy) }),
    runCheck({ name: 'keychain', run: () => checkVault(vault) }),
    runCheck({ name: 'disk', run: () => checkDisk(userDataFolder) }),
    runInTurn(signedIn ? [...connection, ...signInChecks(http, signedIn)] : connection),
  ]);
  const steps = [policyStep, vaultStep, diskStep, ...networkSteps];
  if (signedIn) return steps;
  return [
    ...steps,
    ...(['token', 'account', 'permission'] as const).map((name) => skipped(name, words().diagnosis.nobody)),
  ];
}

type DiagnosisSubject = {
  policy: Policy;
  vault: Vault;
  userDataFolder: string;
  probes: NetworkProbes;
  fetch: typeof fetch;
  /** See `HttpOptions`. */
  writes: WriteNetwork | undefined;
  /** The base URL of the server. Where it cannot be had, the first step that needs it fails. */
  baseUrl: () => Promise<string>;
  /** `null` when no account is signed in. */
  signedIn: SignedIn | null;
};

/** What only Electron knows about the connection to a server. */
export interface NetworkProbes {
  /** The proxy in the system's settings: `DIRECT`, or `PROXY host:port` and others. */
  proxyFor(url: string): Promise<string>;
  addressesOf(host: string): Promise<string[]>;
}

export interface SystemProbes extends NetworkProbes {
  /** Describes the program and the system that it runs on, for the user. */
  versions(): { program: string; system: string };
}

/** The sign-in to try, and its account. */
type SignedIn = {
  credentials: () => Promise<Credentials>;
  account: { masterAccountId: string; accountId: string };
};

/** Less free space than this counts as a full disk: the first sync of a large account needs about as much. */
const minFreeBytes = 200_000_000;

/** Shorter than for other requests, because the user watches. */
const networkLimitMs = 10_000;
const vaultLimitMs = 10_000;

function checkPolicy({ fault, environment, updates, sessionOnly }: Policy): string {
  if (fault !== null) throw new ProblemError('policy-faulty', { todo: fault });
  const texts = words().diagnosis;
  const settings = [
    ...(environment ? [texts.policyEnvironment({ environment })] : []),
    ...(updates === 'off' ? [texts.policyUpdates] : []),
    ...(sessionOnly ? [] : [texts.policySession]),
  ];
  return settings.length > 0 ? texts.policy({ settings: settings.join(texts.between) }) : texts.noPolicy;
}

/** Writes, reads and removes an entry made for this check. */
async function checkVault(vault: Vault): Promise<string> {
  const name = `diagnosis/${randomUUID()}`;
  const check = async () => {
    await vault.write(name, name);
    const isSame = (await vault.read(name)) === name;
    await vault.remove(name);
    if (!isSame) throw new ProblemError('keychain-refused');
    return words().diagnosis.keychain;
  };
  return await inVaultTime(check());
}

/** A check that goes on after the limit removes its entry all the same. */
async function inVaultTime<T>(result: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new ProblemError('keychain-locked')), vaultLimitMs);
  });
  return await Promise.race([result, tooLate]).finally(() => clearTimeout(timer));
}

async function checkDisk(folder: string): Promise<string> {
  const file = join(folder, `diagnosis-${randomUUID()}`);
  try {
    await writeFile(file, file);
    if ((await readFile(file, 'utf8')) !== file) throw new ProblemError('disk-error');
    const { bavail, bsize } = await statfs(folder);
    const freeBytes = bavail * bsize;
    if (freeBytes < minFreeBytes) throw new ProblemError('disk-full');
    return words().diagnosis.disk({ gigabytes: freeBytes / 1e9 });
  } catch (error) {
    throw error instanceof ProblemError ? error : new ProblemError('disk-error', {}, error);
  } finally {
    await removeWithRetry(file);
  }
}

function connectionChecks({ baseUrl, probes }: DiagnosisSubject): Check[] {
  let proxy = 'DIRECT';
  return [
    {
      name: 'proxy',
      async run() {
        proxy = await probes.proxyFor(await baseUrl());
        const texts = words().diagnosis;
        return proxy === 'DIRECT' ? texts.noProxy : texts.proxy({ proxy });
      },
    },
    {
      name: 'dns',
      async run() {
        if (proxy !== 'DIRECT') return words().diagnosis.proxyResolves;
        const host = new URL(await baseUrl()).hostname.replace(/^\[|\]$/g, '');
        const addresses = await probes.addressesOf(host).catch((error: unknown) => {
          throw new ProblemError('unknown-host', {}, error);
        });
        return words().diagnosis.addresses({ host, addresses: addresses.join(', ') });
      },
    },
  ];
}

/** Problems that mean that the server did not answer. Any other answer, even a refusal, proves that it can be reached. */
const notReached: readonly ProblemKind[] = [...problemsOfTheWay, 'timeout', 'invalid-input'];

/** Checks that the server answers. Only a service on this computer may do so without encryption. */
function serverChecks(http: Http, baseUrl: () => Promise<string>): Check[] {
  return [
    {
      name: 'tls',
      async run() {
        try {
          await http.send({ method: 'GET', path: 'v1/accounts' }, z.unknown());
        } catch (error) {
          if (!(error instanceof ProblemError) || notReached.includes(error.problem.kind)) throw error;
        }
        const isEncrypted = (await baseUrl()).startsWith('https:');
        return isEncrypted ? words().diagnosis.encrypted : words().diagnosis.local;
      },
    },
  ];
}

/** Checks the sign-in with a new token, which is not stored. */
function signInChecks(http: Http, { credentials, account }: SignedIn): Check[] {
  let accessToken = '';
  const current = async () => accessToken;
  return [
    {
      name: 'token',
      async run() {
        const token = await requestToken(http, await inVaultTime(credentials()));
        accessToken = token.accessToken;
        return words().diagnosis.token({ minutes: Math.round(token.expiresInS / 60) });
      },
    },
    {
      name: 'account',
      async run() {
        const accounts = await requestAccounts(http, accessToken);
        if (!accounts.some(({ accountId }) => accountId === account.accountId)) throw new ProblemError('account-gone');
        return words().diagnosis.account({ count: accounts.length });
      },
    },
    {
      name: 'permission',
      async run() {
        if (account.masterAccountId === '') throw new ProblemError('no-master-account');
        const client = new ApiClient(http, { current, renewed: current }, account);
        const { totalElements } = await client.listTickets(0, 1);
        return words().diagnosis.permission({ count: totalElements });
      },
    },
  ];
}

/** `run` returns a sentence about what it found, or throws a `ProblemError`. */
type Check = { name: StepName; run: () => Promise<string> };

async function runCheck({ name, run }: Check): Promise<Step> {
  const startedAtMs = performance.now();
  const tookMs = () => Math.round(performance.now() - startedAtMs);
  try {
    return { name, state: 'works', detail: await run(), problem: null, tookMs: tookMs() };
  } catch (error) {
    const problem = problemOf(error);
    return { name, state: 'failed', detail: problem.message, problem, tookMs: tookMs() };
  }
}

/** Runs checks of which each needs the one before, so those after a failure are skipped. */
async function runInTurn(checks: readonly Check[]): Promise<Step[]> {
  const steps: Step[] = [];
  for (const check of checks) {
    const hasFailed = steps.some(({ state }) => state !== 'works');
    steps.push(hasFailed ? skipped(check.name, words().diagnosis.skipped) : await runCheck(check));
  }
  return steps;
}

function skipped(name: StepName, detail: string): Step {
  return { name, state: 'skipped', detail, problem: null, tookMs: 0 };
}
