import { join } from 'node:path';
import PQueue from 'p-queue';
import { Http } from '../api/http.ts';
import type { WriteNetwork } from '../api/network.ts';
import { type Credentials, requestAccounts, requestToken } from '../api/sign-in.ts';
import type { Outbox } from '../contract/change.ts';
import type { Step } from '../contract/diagnosis.ts';
import type { AccountKey, TicketId } from '../contract/ids.ts';
import type { TicketNews } from '../contract/news.ts';
import type { Policy } from '../contract/policy.ts';
import { type Problem, ProblemError, problem, problemOf } from '../contract/problem.ts';
import type { Account, SessionState, SignInRequest } from '../contract/session.ts';
import type { Settings } from '../contract/settings.ts';
import type { SyncStatus } from '../contract/sync-status.ts';
import { diagnose, type NetworkProbes } from '../diagnostics/diagnosis.ts';
import type { Vault } from '../keychain/vault.ts';
import { AccountStore } from './account-store.ts';
import { mustBeAllowed, type Place, placeOf, safeAddress, usualPlace } from './environment.ts';
import { describeAccount } from './registry.ts';
import { SettingsFile } from './settings-file.ts';
import { corruptParts, type Replacing, Workspace } from './workspace.ts';

/** Who is signed in and which account is open: the window's state follows from here. */
export class Session {
  readonly #options: SessionOptions;
  readonly #realms: readonly [kept: AccountStore, sessionOnly: AccountStore];
  /** Signing in, opening and signing out change the same things: one after the other. */
  readonly #steps = new Steps();
  readonly #settings: SettingsFile;
  #isQuiet = false;
  #state: SessionState = { phase: 'starting', waitsForKeychain: false };
  #workspace: Workspace | null = null;

  constructor(options: SessionOptions) {
    this.#options = options;
    const { vault, userDataFolder, events } = options;
    this.#settings = new SettingsFile(join(userDataFolder, 'settings.json'));
    const onDamage = (error: ProblemError) => events.onProblem(error.problem, error);
    this.#realms = [AccountStore.kept(vault, userDataFolder, onDamage), AccountStore.sessionOnly(userDataFolder)];
  }

  get state(): SessionState {
    return this.#state;
  }

  get settings(): Settings {
    return this.#settings.current;
  }

  /** The open account. @throws ProblemError `no-open-account` */
  get workspace(): Workspace {
    if (!this.#workspace) throw new ProblemError('no-open-account');
    return this.#workspace;
  }

  /** Opens the account that was open last, from its cache; with several and none open last, the user chooses. */
  start(): Promise<void> {
    return this.#steps.add(async () => {
      await this.#settings.load();
      const found = await this.#inEachRealm((realm) => realm.load());
      const current = this.#realms[0].current;
      if (current) await this.#open(current);
      else this.#showAccounts(found);
    });
  }

  /** Proves the credentials against the server before anything is kept. @throws ProblemError */
  signIn(request: SignInRequest): Promise<void> {
    const credentials = { clientId: request.clientId, clientSecret: request.clientSecret };
    return this.#steps.add(async (signal) => {
      const place = placeOf(request, this.#options.policy);
      const accounts = await this.#prove(place, credentials, request.sessionOnly, signal);
      const [only, ...others] = accounts;
      if (only && others.length === 0) await this.#open(only);
      else {
        this.#showAccounts();
        await this.#closeWorkspace();
      }
    });
  }

  /** Signs in to the demo service and opens the first of its accounts. */
  tryDemo(isSessionOnly: boolean): Promise<void> {
    return this.#steps.add(async (signal) => {
      const place = { environment: 'demo', baseUrl: '' } as const;
      const [first] = await this.#prove(place, this.#options.demo.credentials, isSessionOnly, signal);
      if (first) await this.#open(first);
    });
  }

  choose(key: AccountKey): Promise<void> {
    return this.#steps.add(() => this.#open(key));
  }

  /** Opens again what is blocked, or what a problem with the cache closed. */
  retry(): Promise<void> {
    return this.#steps.add(async () => {
      if (this.#state.phase === 'blocked') await this.#open(this.#state.account.key);
    });
  }

  /** Removes the account from this computer; nothing changes at the operator. @throws ProblemError `keychain-…` */
  signOut(key: AccountKey): Promise<void> {
    this.#steps.stopWaiting();
    return this.#steps.add(async () => {
      const isOpen = 'account' in this.#state && this.#state.account.key === key;
      if (isOpen) await this.#closeWorkspace();
      try {
        await this.#realmOf(key).removeAccount(key);
      } catch (error) {
        if (isOpen) this.#showAccounts();
        throw error;
      }
      if (isOpen || this.#state.phase !== 'open') this.#showAccounts();
      else this.#setState({ ...this.#state, accounts: this.#accounts });
    });
  }

  /** The network may have come or gone, or the computer woke: the sync and the outbox find out at once. */
  wake(): void {
    this.#workspace?.wake();
  }

  /** Tries everything that the open account, or else a sign-in, needs. Beside the steps: it must tell also while one hangs. */
  async diagnose(probes: NetworkProbes): Promise<{ address: string; steps: Step[] }> {
    const { userDataFolder, vault, fetch, policy } = this.#options;
    const found =
      'account' in this.#state ? this.#realmOf(this.#state.account.key).find(this.#state.account.key) : null;
    const place = found?.login ?? usualPlace(policy);
    const address = await this.#addressOf(place);
    const signedIn = found && {
      credentials: () => this.#realmOf(found.account.key).secrets.credentials(found.login.id),
      account: found.account,
    };
    return { address, steps: await diagnose({ policy, vault, userDataFolder, probes, fetch, address, signedIn }) };
  }

  /** Nobody looks, or the computer runs on its battery: the server is asked less often. */
  setQuiet(isQuiet: boolean): void {
    this.#isQuiet = isQuiet;
    this.#workspace?.sync.setQuiet(isQuiet);
  }

  /** @throws ProblemError `disk-error` */
  changeSettings(settings: Settings): Promise<void> {
    return this.#steps.add(async () => {
      await this.#settings.change(settings);
      this.#workspace?.sync.setHistoryDays(this.#historyDays);
    });
  }

  /** For the end of the application. */
  close(): Promise<void> {
    this.#steps.stopWaiting();
    return this.#steps.add(async () => {
      await this.#closeWorkspace();
      await this.#inEachRealm((realm) => realm.close());
    });
  }

  /** What the IT department settled goes before what the user chose. */
  get #historyDays(): number {
    return this.#options.policy.historyDays ?? this.settings.historyDays;
  }

  /** What fails in one does not keep the others from it; answers the first problem met. */
  async #inEachRealm(work: (realm: AccountStore) => Promise<void>): Promise<Problem | undefined> {
    let first: Problem | undefined;
    for (const realm of this.#realms) {
      await work(realm).catch((error: unknown) => {
        const cause = problemOf(error);
        this.#options.events.onProblem(cause, error);
        first ??= cause;
      });
    }
    return first;
  }

  get #accounts(): Account[] {
    return this.#realms.flatMap((realm) => realm.accounts);
  }

  #realmOf(key: AccountKey): AccountStore {
    const realm = this.#realms.find((candidate) => candidate.find(key));
    if (!realm) throw new ProblemError('no-open-account');
    return realm;
  }

  async #addressOf({ environment, baseUrl }: Place): Promise<string> {
    return environment === 'demo' ? await this.#options.demo.baseUrl() : safeAddress(baseUrl);
  }

  async #prove(
    place: Place,
    credentials: Credentials,
    isSessionOnly: boolean,
    signal: AbortSignal,
  ): Promise<AccountKey[]> {
    if (isSessionOnly && !this.#options.policy.sessionOnly) throw new ProblemError('policy-refused');
    const http = new Http({ baseUrl: () => this.#addressOf(place), fetch: this.#options.fetch });
    const token = await requestToken(http, credentials, signal);
    const accounts = await requestAccounts(http, token.accessToken, signal);
    if (accounts.length === 0) throw new ProblemError('no-accounts');
    const [kept, sessionOnly] = this.#realms;
    const realm = isSessionOnly ? sessionOnly : kept;
    return (await realm.addLogin(place, credentials, token, accounts)).map((account) => account.key);
  }

  async #open(key: AccountKey, replacing: Replacing = {}): Promise<void> {
    const realm = this.#realmOf(key);
    const found = realm.find(key);
    if (!found) throw new ProblemError('no-open-account');
    this.#setState({ phase: 'starting', waitsForKeychain: !realm.isSessionOnly });
    await this.#closeWorkspace();
    const { login, account } = found;
    const described = { ...describeAccount(login, account), isOpened: true };
    let opened: Workspace | null = null;
    const onCorrupt = (corrupt: Replacing) => void this.#replace(key, () => opened, corrupt);
    try {
      mustBeAllowed(login, this.#options.policy);
      opened = await Workspace.open(
        {
          folder: realm.folderOf(key),
          baseUrl: () => this.#addressOf(login),
          fetch: this.#options.fetch,
          writes: this.#options.writes,
          login,
          account,
          secrets: realm.secrets,
          historyDays: this.#historyDays,
          isQuiet: this.#isQuiet,
          onKeepFailure: (error) => this.#options.events.onProblem(problemOf(error), error),
          events: {
            onSyncStatus: this.#options.events.onSyncStatus,
            onTicketsChanged: this.#options.events.onTicketsChanged,
            onReferenceData: this.#options.events.onReferenceData,
            onOutbox: this.#options.events.onOutbox,
            onNews: (news) => {
              if (this.settings.notifies) this.#options.events.onNews(news);
            },
            onProblem: this.#options.events.onProblem,
            onCorruptOutbox: () => onCorrupt({ outbox: true }),
            onCorruptCache: () => onCorrupt({ cache: true }),
          },
        },
        replacing,
      );
      this.#workspace = opened;
      await realm.markOpened(key);
    } catch (error) {
      await this.#closeWorkspace();
      const cause = problemOf(error);
      this.#options.events.onProblem(cause, error);
      const corrupt = corruptParts[cause.kind];
      if (corrupt && !replacing[corrupt]) return await this.#open(key, { ...replacing, [corrupt]: true });
      const accounts = this.#accounts.filter((other) => other.key !== key);
      this.#setState({ phase: 'blocked', account: described, accounts, problem: cause });
      return;
    }
    const { setAside } = opened;
    const notice = setAside && problem(setAside);
    const sessionOnly = realm.isSessionOnly;
    this.#setState({ phase: 'open', account: described, accounts: this.#accounts, sessionOnly, notice });
    void this.#begin(opened);
  }

  /** Begins anew what turned out to be corrupt while in use, if the account that said so is still the open one. */
  async #replace(key: AccountKey, reporter: () => Workspace | null, corrupt: Replacing): Promise<void> {
    try {
      await this.#steps.add(async () => {
        if (this.#workspace && this.#workspace === reporter()) await this.#open(key, corrupt);
      });
    } catch (error) {
      this.#options.events.onProblem(problemOf(error), error);
    }
  }

  async #begin(workspace: Workspace): Promise<void> {
    await this.#options.mayWork;
    if (this.#workspace === workspace) workspace.start(); // it may have been closed meanwhile
  }

  /**
   * Takes seconds where something is being sent. Nothing typed is kept meanwhile, so the window leaves the account before.
   * What fails at it is for the log: the disk has what it has, and no state may speak of an account that is half closed.
   */
  async #closeWorkspace(): Promise<void> {
    const workspace = this.#workspace;
    this.#workspace = null;
    await workspace?.close().catch((error: unknown) => this.#options.events.onProblem(problemOf(error), error));
  }

  /** `found` is what was met on the way, for who has no account to go on with. */
  #showAccounts(found?: Problem): void {
    const accounts = this.#accounts;
    this.#setState(accounts.length > 0 ? { phase: 'choosing', accounts } : { phase: 'signed-out', problem: found });
  }

  #setState(state: SessionState): void {
    this.#state = state;
    this.#options.events.onSession(state);
  }
}

/** What is done one after the other, since all of it changes the same things. */
class Steps {
  readonly #queue = new PQueue({ concurrency: 1 });
  #waiting = new AbortController();

  /** Does a step when all before it have ended; `signal` is for what it waits for at a server. */
  add(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    const { signal } = this.#waiting;
    return this.#queue.add(() => work(signal));
  }

  /** For a step that must not wait behind a server that says nothing: those before it ask none any more. */
  stopWaiting(): void {
    this.#waiting.abort(new ProblemError('no-connection', brokenOff));
    this.#waiting = new AbortController();
  }
}

const brokenOff = {
  message: 'The sign-in was ended before the server answered.',
  kept: 'Nothing of it was kept.',
  todo: 'Sign in again.',
};

/** The built-in demo service: started when it is first needed. */
export interface DemoHost {
  baseUrl(): Promise<string>;
  readonly credentials: Credentials;
}

type SessionOptions = {
  userDataFolder: string;
  vault: Vault;
  fetch: typeof fetch;
  /** The way of what changes something at the operator's; without it `fetch`. */
  writes?: WriteNetwork;
  demo: DemoHost;
  policy: Policy;
  /** Neither sync nor outbox begin before; without it, at once. For the start, which is to show tickets first. */
  mayWork?: Promise<void>;
  events: {
    onSession(state: SessionState): void;
    onSyncStatus(status: SyncStatus): void;
    onTicketsChanged(ids: TicketId[]): void;
    onOutbox(outbox: Outbox): void;
    /** What a round found, where the user wants to be told of it. */
    onNews(news: TicketNews[]): void;
    /** What forms choose from changed: the locations of a site, or, for `null`, sites and categories. */
    onReferenceData(site: string | null): void;
    /** For the log; `error` is the failure itself and never shown. */
    onProblem(problem: Problem, error: unknown): void;
  };
};
