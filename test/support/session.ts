import { expect, onTestFinished, vi } from 'vitest';
import type { AccountKey } from '../../electron/contract/ids.ts';
import type { TicketNews } from '../../electron/contract/news.ts';
import { openPolicy, type Policy } from '../../electron/contract/policy.ts';
import { ProblemError } from '../../electron/contract/problem.ts';
import type { Account, SessionState } from '../../electron/contract/session.ts';
import type { SyncStatus } from '../../electron/contract/sync-status.ts';
import { demoCredentials, singleAccountCredentials } from '../../electron/demo/credentials.ts';
import type { DemoOptions } from '../../electron/demo/options.ts';
import { type DemoService, startDemoService } from '../../electron/demo/service.ts';
import { SessionVault, type Vault } from '../../electron/keychain/vault.ts';
import { Session } from '../../electron/session/session.ts';
import { ownFolder } from './folder.ts';

/** A demo service of the running test's own. */
export async function ownService(options: Partial<DemoOptions> = {}): Promise<DemoService> {
  const service = await startDemoService({ ticketCount: 300, ...options });
  onTestFinished(() => service.stop());
  return service;
}

export type TestSession = {
  session: Session;
  states: SessionState[];
  statuses: SyncStatus[];
  news: TicketNews[];
  problems: unknown[];
  folder: string;
  vault: Vault;
};

/** A session on a real folder and a real server, with a vault in memory. What the window would be told is collected. */
export async function ownSession(
  options: { folder?: string; vault?: Vault; fetch?: typeof fetch; policy?: Policy; mayWork?: Promise<void> } = {},
): Promise<TestSession> {
  const folder = options.folder ?? (await ownFolder());
  const vault = options.vault ?? new SessionVault();
  const states: SessionState[] = [];
  const statuses: SyncStatus[] = [];
  const news: TicketNews[] = [];
  const problems: unknown[] = [];
  const session = new Session({
    userDataFolder: folder,
    vault,
    fetch: options.fetch ?? fetch,
    demo: { credentials: demoCredentials, baseUrl: () => Promise.reject(new Error('no demo process in this test')) },
    policy: options.policy ?? openPolicy,
    ...(options.mayWork && { mayWork: options.mayWork }),
    events: {
      onSession: (state) => states.push(state),
      onSyncStatus: (status) => statuses.push(status),
      onTicketsChanged: () => undefined,
      onOutbox: () => undefined,
      onNews: (told) => news.push(...told),
      onReferenceData: () => undefined,
      onProblem: (_problem, error) => problems.push(error),
    },
  });
  onTestFinished(() => session.close());
  return { session, states, statuses, news, problems, folder, vault };
}

/** The key of the account that is open. */
export function openKey({ state }: Session): AccountKey {
  if (state.phase !== 'open') throw new Error(`the phase is ${state.phase}`);
  return state.account.key;
}

/** The first two accounts that are to choose from. */
export function twoOffered({ state }: Session): readonly [Account, Account] {
  if (state.phase !== 'choosing') throw new Error(`the phase is ${state.phase}`);
  const [first, second] = state.accounts;
  if (!first || !second) throw new Error('two accounts were expected');
  return [first, second];
}

/** What the sign-in form sends for a server of the test's own. */
export const signInTo = (
  service: DemoService,
  credentials: { clientId: string; clientSecret: string },
  sessionOnly = false,
) => ({
  environment: 'custom' as const,
  baseUrl: service.baseUrl,
  ...credentials,
  sessionOnly,
});

/** Waits until so many tickets are confirmed. */
export async function synced({ session }: TestSession, count: number) {
  await vi.waitFor(
    () =>
      expect(session.workspace.sync.status).toMatchObject({ ticketCount: count, confirmedAtMs: expect.any(Number) }),
    {
      timeout: 10_000,
    },
  );
}

/** The kind of the problem with which something fails; `null` where it does not, and anything else as it was thrown. */
export const kindOf = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return error instanceof ProblemError ? error.problem.kind : error;
};

/** A session that signed in to the service's only account, synced it and was closed: what it left is there for the next. */
export async function closedSession(service: DemoService): Promise<Pick<TestSession, 'folder' | 'vault'>> {
  const test = await ownSession();
  await test.session.signIn(signInTo(service, singleAccountCredentials));
  await synced(test, service.tickets().length);
  await test.session.close();
  return { folder: test.folder, vault: test.vault };
}
