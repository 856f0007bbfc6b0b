import { randomUUID } from 'node:crypto';
import { readFile, rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { ApiClient } from '../api/client.ts';
import { Http } from '../api/http.ts';
import { type Credentials, requestAccounts, requestToken } from '../api/sign-in.ts';
import type { Step, StepName } from '../contract/diagnosis.ts';
import type { Policy } from '../contract/policy.ts';
import { ProblemError, type ProblemKind, problemOf } from '../contract/problem.ts';
import type { Vault } from '../keychain/vault.ts';

/** What only Electron knows of the way to a server. */
export interface NetworkProbes {
  /** As the system's settings have it: `DIRECT`, or `PROXY host:port` and others. */
  proxyFor(url: string): Promise<string>;
  addressesOf(host: string): Promise<string[]>;
}

type DiagnosisSubject = {
  policy: Policy;
  vault: Vault;
  userDataFolder: string;
  probes: NetworkProbes;
  fetch: typeof fetch;
  address: string;
  /** Whose sign-in to try; `null` when nobody is signed in. */
  signedIn: SignedIn | null;
};

/** So little room counts as a full disk: a first sync of a large account needs about this much. */
const leastFreeBytes = 200_000_000;
/** Nobody watches a diagnosis for longer. */
const networkLimitMs = 10_000;

/** Tries everything that has to work, one after the other where one needs the other. It keeps nothing and changes nothing. */
export async function diagnose(subject: DiagnosisSubject): Promise<Step[]> {
  const { policy, vault, userDataFolder, fetch, address, signedIn } = subject;
  const http = new Http({ baseUrl: async () => address, fetch, timeLimitMs: networkLimitMs });
  const network = [...attemptsOnTheWay(subject), ...attemptsAtServer(http, address)];
  const [keychain, disk, steps] = await Promise.all([
    tryOne({ name: 'keychain', look: () => lookAtVault(vault) }),
    tryOne({ name: 'disk', look: () => lookAtDisk(userDataFolder) }),
    tryInTurn(signedIn ? [...network, ...attemptsWithSignIn(http, signedIn)] : network),
  ]);
  const own = [await tryOne({ name: 'policy', look: async () => lookAtPolicy(policy) }), keychain, disk, ...steps];
  if (signedIn) return own;
  return [
    ...own,
    ...(['token', 'account', 'permission'] as const).map((name) => skipped(name, 'Nobody is signed in.')),
  ];
}

function lookAtPolicy({ fault, environment, updates, sessionOnly }: Policy): string {
  if (fault !== null) throw new ProblemError('policy-faulty', { todo: fault });
  const parts = [
    environment && `the environment is ${environment}`,
    updates === 'off' && 'updates are off',
    !sessionOnly && 'no sign-in without a keychain',
  ].filter(Boolean);
  return parts.length > 0 ? `Settled: ${parts.join(', ')}.` : 'Nothing is settled.';
}

/** Writes, reads and removes an entry of its own. */
async function lookAtVault(vault: Vault): Promise<string> {
  const name = `diagnosis/${randomUUID()}`;
  await vault.write(name, name);
  const isSame = (await vault.read(name)) === name;
  await vault.remove(name);
  if (!isSame) throw new ProblemError('keychain-refused');
  return 'An entry was written, read and removed.';
}

async function lookAtDisk(folder: string): Promise<string> {
  const file = join(folder, `diagnosis-${randomUUID()}`);
  try {
    await writeFile(file, file);
    if ((await readFile(file, 'utf8')) !== file) throw new ProblemError('disk-error');
    const { bavail, bsize } = await statfs(folder);
    const freeBytes = bavail * bsize;
    if (freeBytes < leastFreeBytes) throw new ProblemError('disk-full');
    return `A file was written, read and removed; ${(freeBytes / 1e9).toFixed(1)} GB are free.`;
  } catch (error) {
    throw error instanceof ProblemError ? error : new ProblemError('disk-error', {}, error);
  } finally {
    await rm(file, { force: true });
  }
}

function attemptsOnTheWay({ address, probes }: DiagnosisSubject): Attempt[] {
  const host = new URL(address).hostname.replace(/^\[|\]$/g, '');
  let proxy = 'DIRECT';
  return [
    {
      name: 'proxy',
      async look() {
        proxy = await probes.proxyFor(address);
        return proxy === 'DIRECT' ? 'None: the server is reached directly.' : `The system names ${proxy}.`;
      },
    },
    {
      name: 'dns',
      async look() {
        if (proxy !== 'DIRECT') return 'The proxy looks the name up.';
        const addresses = await probes.addressesOf(host).catch((error: unknown) => {
          throw new ProblemError('unknown-host', {}, error);
        });
        return `${host} is ${addresses.join(', ')}.`;
      },
    },
  ];
}

/** A sign-in to try, and the account that it is for. */
type SignedIn = {
  credentials: () => Promise<Credentials>;
  account: { masterAccountId: string; accountId: string };
};

/** An answer of whatever kind proves the way there; these say that there was none, or none of the server's. */
const notReached: readonly ProblemKind[] = [
  'unknown-host',
  'no-connection',
  'tls',
  'proxy-auth',
  'redirected',
  'timeout',
  'invalid-input',
];

/** Whether the server answers, and over a connection that is secure where it has to be. */
function attemptsAtServer(http: Http, address: string): Attempt[] {
  const isEncrypted = address.startsWith('https:');
  const seen = isEncrypted
    ? 'The server answers, and its certificate is good.'
    : 'The service on this computer answers.';
  return [
    {
      name: 'tls',
      async look() {
        try {
          await http.send({ method: 'GET', path: 'v1/accounts' }, z.unknown());
        } catch (error) {
          if (!(error instanceof ProblemError) || notReached.includes(error.problem.kind)) throw error;
        }
        return seen;
      },
    },
  ];
}

/** What the server says to the sign-in. The token is a new one, kept nowhere. */
function attemptsWithSignIn(http: Http, { credentials, account }: SignedIn): Attempt[] {
  let accessToken = '';
  const current = async () => accessToken;
  return [
    {
      name: 'token',
      async look() {
        const token = await requestToken(http, await credentials());
        accessToken = token.accessToken;
        return `The server gave a token for ${Math.round(token.expiresInS / 60)} minutes.`;
      },
    },
    {
      name: 'account',
      async look() {
        const accounts = await requestAccounts(http, accessToken);
        if (!accounts.some(({ accountId }) => accountId === account.accountId)) throw new ProblemError('account-gone');
        return `The server lists the account, one of ${accounts.length}.`;
      },
    },
    {
      name: 'permission',
      async look() {
        const client = new ApiClient(http, { current, renewed: current }, account);
        const { totalElements } = await client.listTickets(0, 1);
        return `The server lists ${totalElements} tickets.`;
      },
    },
  ];
}

/** Something to try: answers what was seen, in a sentence, or throws a `ProblemError`. */
type Attempt = { name: StepName; look: () => Promise<string> };

/** Does one attempt; what goes wrong is its result. */
async function tryOne({ name, look }: Attempt): Promise<Step> {
  const beganAtMs = performance.now();
  const tookMs = () => Math.round(performance.now() - beganAtMs);
  try {
    return { name, state: 'works', detail: await look(), problem: null, tookMs: tookMs() };
  } catch (error) {
    const problem = problemOf(error);
    return { name, state: 'failed', detail: problem.message, problem, tookMs: tookMs() };
  }
}

/** Does attempts of which each needs the one before: after the first that fails the others are skipped. */
async function tryInTurn(attempts: readonly Attempt[]): Promise<Step[]> {
  const steps: Step[] = [];
  for (const attempt of attempts) {
    const isLost = steps.some(({ state }) => state !== 'works');
    steps.push(isLost ? skipped(attempt.name, 'Not tried, since a step before it failed.') : await tryOne(attempt));
  }
  return steps;
}

function skipped(name: StepName, detail: string): Step {
  return { name, state: 'skipped', detail, problem: null, tookMs: 0 };
}
