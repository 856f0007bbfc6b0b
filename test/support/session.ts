import { expect, onTestFinished, vi } from 'vitest';
import type { WriteNetwork } from '../../electron/api/network.ts';
import type { Rasterizer } from '../../electron/attachments/rasterizer.ts';
import type { AccountKey, TicketId } from '../../electron/contract/ids.ts';
import type { NamedTicket, TicketNews } from '../../electron/contract/news.ts';
import { openPolicy, type Policy } from '../../electron/contract/policy.ts';
import { ProblemError } from '../../electron/contract/problem.ts';
import type { Account, SessionState } from '../../electron/contract/session.ts';
import type { Settings } from '../../electron/contract/settings.ts';
import type { SyncStatus } from '../../electron/contract/sync-status.ts';
import { demoCredentials, singleAccountCredentials } from '../../electron/demo/credentials.ts';
import type { DemoOptions } from '../../electron/demo/options.ts';
import { type DemoService, startDemoService } from '../../electron/demo/service.ts';
import { SessionVault, type Vault } from '../../electron/keychain/vault.ts';
import type { DemoHost } from '../../electron/session/environment.ts';
import { Session } from '../../electron/session/session.ts';
import { ownFolder } from './folder.ts';

/** Starts a demo service for the running test. */
export async function ownService(options: Partial<DemoOptions> = {}): Promise<DemoService> {
  const service = await startDemoService({ ticketCount: 300, ...options });
  onTestFinished(() => service.stop());
  return service;
}

export type TestSession = {
  session: Session;
  states: SessionState[];
  statuses: SyncStatus[];
  /** Tickets reported as changed; `null` for any. */
  changed: (TicketId | null)[];
  news: TicketNews[];
  /** The snoozes and the refusals that were reported. */
  reminders: NamedTicket[];
  refused: NamedTicket[];
  settings: Settings[];
  problems: unknown[];
  folder: string;
  vault: Vault;
};

const noProcess = () => Promise.reject(new Error('no demo process in this test'));
const noDemo: DemoHost = { credentials: demoCredentials, baseUrl: noProcess, setNetwork: noProcess };

/** A session with a real folder and a vault in memory, which collects the events that the window would get. */
export async function ownSession(
  options: {
    folder?: string;
    vault?: Vault;
    fetch?: typeof fetch;
    writes?: WriteNetwork;
    policy?: Policy;
    mayWork?: Promise<void>;
    savePage?: () => Promise<void>;
    rasterizer?: Rasterizer;
    demo?: DemoHost;
  } = {},
): Promise<TestSession> {
  const folder = options.folder ?? (await ownFolder());
  const vault = options.vault ?? new SessionVault();
  const states: SessionState[] = [];
  const statuses: SyncStatus[] = [];
  const changed: (TicketId | null)[] = [];
  const news: TicketNews[] = [];
  const reminders: NamedTicket[] = [];
  const refused: NamedTicket[] = [];
  const settings: Settings[] = [];
  const problems: unknown[] = [];
  const session = new Session({
    userDataFolder: folder,
    vault,
    fetch: options.fetch ?? fetch,
    demo: options.demo ?? noDemo,
    policy: options.policy ?? openPolicy,
    ...(options.writes && { writes: options.writes }),
    ...(options.mayWork && { mayWork: options.mayWork }),
    ...(options.savePage && { savePage: options.savePage }),
    ...(options.rasterizer && { rasterizer: options.rasterizer }),
    events: {
      onSession: (state) => states.push(state),
      onSyncStatus: (status) => statuses.push(status),
      onTicketsChanged: (ids) => changed.push(...(ids ?? [null])),
      onOutbox: () => undefined,
      onNews: (found) => news.push(...found),
      onReminders: (tickets) => reminders.push(...tickets),
      onRefused: (tickets) => refused.push(...tickets),
      onSettings: (followed) => settings.push(followed),
      onReferenceData: () => undefined,
      onProblem: (_problem, error) => problems.push(error),
    },
  });
  onTestFinished(() => session.close());
  return { session, states, statuses, changed, news, reminders, refused, settings, problems, folder, vault };
}

/** Returns the key of the open account. */
export function openKey({ state }: Session): AccountKey {
  if (state.phase !== 'open') throw new Error(`the phase is ${state.phase}`);
  return state.account.key;
}

/** Returns the first two accounts of the choice. */
export function twoOffered({ state }: Session): readonly [Account, Account] {
  if (state.phase !== 'choosing') throw new Error(`the phase is ${state.phase}`);
  const [first, second] = state.accounts;
  if (!first || !second) throw new Error('two accounts were expected');
  return [first, second];
}

/** What the sign-in form sends for the test's own server. */
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

/** Waits until `count` tickets are confirmed. */
export async function synced({ session }: TestSession, count: number) {
  await vi.waitFor(() =>
    expect(session.workspace.sync.status).toMatchObject({ ticketCount: count, confirmedAtMs: expect.any(Number) }),
  );
}

/** Returns the kind of the problem that `work` fails with, `null` when it succeeds, and any other error itself. */
export const kindOf = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return error instanceof ProblemError ? error.problem.kind : error;
};

/** Signs in to the service's only account, syncs it and closes the session. Returns what the next session needs. */
export async function closedSession(
  service: DemoService,
  vault: Vault = new SessionVault(),
): Promise<Pick<TestSession, 'folder' | 'vault'>> {
  const test = await ownSession({ vault });
  await test.session.signIn(signInTo(service, singleAccountCredentials));
  await synced(test, service.tickets().length);
  await test.session.close();
  return { folder: test.folder, vault: test.vault };
}
