/* The session: sign-ins, the list of accounts, and the one account that is open. */

import { join } from 'node:path';
import PQueue from 'p-queue';
import type { Step } from '../contract/diagnosis.ts';
import type { AccountKey } from '../contract/ids.ts';
import type { Policy } from '../contract/policy.ts';
import { type Problem, ProblemError, problem, problemOf } from '../contract/problem.ts';
import type { SessionState, SignInRequest } from '../contract/session.ts';
import type { Settings, SettingsChange } from '../contract/settings.ts';
import { knownValuesAt } from '../contract/template-text.ts';
import { diagnose, type NetworkProbes } from '../diagnostics/diagnosis.ts';
import type { AskSavePath } from '../files/save-file.ts';
import { timesLocale } from '../words/words.ts';
import { type CorruptFile, isCorruptFile } from './account-files.ts';
import { AccountStores } from './account-store.ts';
import { baseUrlOf, defaultServer, demoServer, requestedServer, requireAllowed, type Server } from './environment.ts';
import { FollowedSettings } from './followed-settings.ts';
import { addOwnData, type ChooseFile, type ImportedOwnData, readOwnData, saveOwnData } from './own-data-file.ts';
import type { SessionOptions } from './session-options.ts';
import { SettingsFile } from './settings-file.ts';
import { ShownState } from './shown-state.ts';
import { SignIns } from './sign-ins.ts';
import { Workspace } from './workspace.ts';

/** Who is signed in and which account is open. The window shows what `state` says. */
export class Session {
  readonly policy: Policy;
  readonly #options: SessionOptions;
  readonly #stores: AccountStores;
  readonly #settings: FollowedSettings;
  /** Signing in, opening and signing out change the same state, so they run one after the other. */
  readonly #queue = new PQueue({ concurrency: 1 });
  readonly #signIns: SignIns;
  readonly #shown: ShownState;
  #isQuiet = false;
  #isClosed = false;
  #workspace: Workspace | null = null;

  constructor(options: SessionOptions) {
    const { vault, userDataFolder, policy, events, fetch, writes } = options;
    const { onProblem } = events;
    this.policy = policy;
    this.#options = options;
    this.#settings = new FollowedSettings(new SettingsFile(join(userDataFolder, 'settings.json')), {
      policy,
      onSettings: (settings) => events.onSettings?.(settings),
      workspace: () => this.#workspace,
    });
    this.#stores = new AccountStores(vault, userDataFolder, onProblem);
    this.#shown = new ShownState({
      accounts: () => this.#stores.accounts,
      onSession: (state) => events.onSession(state),
    });
    const baseUrlOf = (server: Server) => this.#baseUrlOf(server);
    this.#signIns = new SignIns({ policy, stores: this.#stores, fetch, writes, baseUrlOf, onProblem });
  }

  get state(): SessionState {
    return this.#shown.state;
  }

  get settings(): Settings {
    return this.#settings.current;
  }

  /** The open account. @throws ProblemError `no-open-account` */
  get workspace(): Workspace {
    if (!this.#workspace) throw new ProblemError('no-open-account');
    return this.#workspace;
  }

  /** Opens the account that was open last from its cache. Without one, the user chooses an account or signs in. */
  start(): Promise<void> {
    return this.#inTurn(async () => {
      await this.#settings.load();
      const problem = await this.#stores.load();
      if (this.#stores.isAnyLeaving) {
        this.#shown.show({ phase: 'starting', waitsForKeychain: true });
        await this.#stores.finishSignOuts();
      }
      if (this.#stores.current) await this.#open(this.#stores.current);
      else this.#shown.showAccounts(problem);
    });
  }

  /** Stores credentials once the server has accepted them, and opens the account if it is the only one. @throws ProblemError */
  signIn(request: SignInRequest): Promise<void> {
    const { clientId, clientSecret, sessionOnly } = request;
    const { signal } = this.#signIns;
    return this.#inTurn(async () => {
      const server = requestedServer(request, this.policy);
      const [only, ...others] = await this.#signIns.add(server, { clientId, clientSecret }, sessionOnly, signal);
      this.#requireNotStopped(signal);
      if (only && others.length === 0) return await this.#open(only);
      await this.#savePage();
      this.#shown.showAccounts();
      await this.#closeWorkspace();
    });
  }

  /** Ends the sign-ins that are under way. The account that is open stays open. */
  stopSignIn(): void {
    this.#signIns.abort();
  }

  /** Signs in to the demo service and opens the first of its accounts. @throws ProblemError */
  tryDemo(isSessionOnly: boolean): Promise<void> {
    const { signal } = this.#signIns;
    return this.#inTurn(async () => {
      const { demo } = this.#options;
      await demo.setNetwork(true); // it may have been taken away before the demo was signed out
      const [first] = await this.#signIns.add(demoServer, demo.credentials, isSessionOnly, signal);
      this.#requireNotStopped(signal);
      if (first) await this.#open(first);
    });
  }

  choose(key: AccountKey): Promise<void> {
    return this.#inTurn(() => this.#open(key));
  }

  /** Keeps the master account that the operator's list does not name, and opens the account. @throws ProblemError */
  setMasterAccount(key: AccountKey, masterAccountId: string): Promise<void> {
    const { signal } = this.#signIns;
    return this.#inTurn(async () => {
      await this.#signIns.setMasterAccount(key, masterAccountId, signal);
      await this.#open(key);
    });
  }

  /** Tries again to open the account that is `blocked`. */
  retry(): Promise<void> {
    return this.#inTurn(async () => {
      if (this.state.phase === 'blocked') await this.#open(this.state.account.key);
    });
  }

  /** Removes the account from this computer; the operator's data stay as they are. @throws ProblemError `keychain-…`, `disk-error` */
  signOut(key: AccountKey): Promise<void> {
    this.#signIns.abort();
    return this.#queue.add(async () => {
      const isOpen = 'account' in this.state && this.state.account.key === key;
      if (isOpen) await this.#closeWorkspace();
      try {
        await this.#stores.find(key).store.removeAccount(key);
      } catch (error) {
        if (isOpen) this.#shown.showAccounts();
        throw error;
      }
      if (isOpen) this.#shown.showAccounts();
      else this.#shown.showAccountsBeside();
    });
  }

  /** Makes sync and outbox try the server at once: the network may have come back, or the computer woke up. */
  wake(): void {
    this.#workspace?.wake();
  }

  /** The computer is in another time zone: days begin at other moments, so what filters and numbers of days hold is another. */
  noteZone(): void {
    this.#workspace?.noteZone();
  }

  /**
   * Tries everything that the open account needs, or else a sign-in to the usual server. It does not wait in the queue, so
   * that it works while another step hangs.
   */
  async diagnose(probes: NetworkProbes): Promise<{ address: string; steps: Step[] }> {
    const { userDataFolder, vault, fetch, writes } = this.#options;
    const found = 'account' in this.state ? this.#stores.find(this.state.account.key) : null;
    const server = found?.login ?? defaultServer(this.policy);
    const baseUrl = this.#baseUrlOf(server);
    const signedIn = found && {
      credentials: () => found.store.secrets.credentials(found.login.id),
      account: found.account,
    };
    const network = { probes, fetch, writes, baseUrl: () => baseUrl };
    const subject = { policy: this.policy, vault, userDataFolder, ...network, signedIn };
    const [address, steps] = await Promise.all([baseUrl.catch(() => server.baseUrl), diagnose(subject)]);
    return { address, steps };
  }

  /** Sets whether to ask the server less often, because the window is hidden or the computer runs on its battery. */
  setQuiet(isQuiet: boolean): void {
    this.#isQuiet = isQuiet;
    this.#workspace?.sync.setQuiet(isQuiet);
  }

  /** @throws ProblemError `disk-error` */
  changeSettings(settings: SettingsChange): Promise<void> {
    return this.#queue.add(() => this.#settings.change(settings));
  }

  /**
   * Writes the open account's own data, and the settings, to a file that the user chooses. Returns its name; `null` when the
   * user cancels. @throws ProblemError `disk-full`, `disk-error`
   */
  async exportOwnData(askPath: AskSavePath): Promise<string | null> {
    const { ownData } = this.workspace;
    if (this.#settings.isUnread) await this.#queue.add(() => this.#settings.readUnread());
    return await saveOwnData(ownData.export(this.settings), askPath);
  }

  /** Adds what such a file holds, or nothing. @throws ProblemError `invalid-input`, `disk-full`, `disk-error` */
  importOwnData(choosePath: ChooseFile): Promise<ImportedOwnData | null> {
    const { workspace } = this; // the account that the user means, even if another is open once the file is chosen
    return readOwnData(choosePath, (text, fileName) =>
      this.#queue.add(async () => {
        if (this.#workspace !== workspace) throw new ProblemError('no-open-account');
        const report = (error: unknown) => this.#report(error);
        const counts = await addOwnData({ text, fileName }, workspace.ownData, this.#settings, report);
        this.#options.events.onTicketsChanged(null); // notes on sites are shown with tickets
        return counts;
      }),
    );
  }

  /** Passes the key of the open account's databases to what keeps a picture of its tickets. @throws ProblemError `no-open-account` */
  async keepPicture(keep: (databaseKey: string) => Promise<boolean>): Promise<boolean> {
    return await keep(this.workspace.databaseKey);
  }

  /** Closes everything before the application ends. */
  close(): Promise<void> {
    this.#isClosed = true;
    this.#signIns.abort();
    return this.#queue.add(async () => {
      await this.#closeWorkspace();
      await this.#stores.close();
    });
  }

  /** Does what may open an account once what was asked for before is done; not after `close`, as nobody would close it. */
  #inTurn(step: () => Promise<void>): Promise<void> {
    return this.#queue.add(() => {
      if (this.#isClosed) throw new ProblemError('no-open-account');
      return step();
    });
  }

  #baseUrlOf(server: Server): Promise<string> {
    return baseUrlOf(server, this.#options.demo);
  }

  /** @param corrupt files to set aside and begin anew, because they turned out to be corrupt */
  async #open(key: AccountKey, corrupt: readonly CorruptFile[] = []): Promise<void> {
    const { store, login, account, described } = this.#stores.find(key);
    await this.#savePage();
    this.#shown.show({ phase: 'starting', waitsForKeychain: !store.isSessionOnly });
    await this.#closeWorkspace();
    const { fetch, writes, events } = this.#options;
    try {
      requireAllowed(login, this.policy);
      if (account.masterAccountId === '') throw new ProblemError('no-master-account');
      const workspace = await Workspace.open(
        {
          folder: store.folderOf(key),
          ...{ account, fetch, writes },
          loginId: () => this.#stores.find(key).login.id,
          baseUrl: () => this.#baseUrlOf(login),
          secrets: store.secrets,
          historyDays: this.#settings.historyDays,
          quietDays: this.settings.quietDays,
          valuesAt: (now, site) =>
            knownValuesAt(now, { site, userName: this.settings.userName, locale: timesLocale() }),
          isQuiet: this.#isQuiet,
          keptFilesBytes: this.#settings.keptFilesBytes,
          rasterizer: this.#options.rasterizer ?? null,
          events: {
            ...events,
            onNews: (news) => this.settings.notifies && events.onNews?.(news),
            onReminders: (tickets) => this.settings.notifies && events.onReminders?.(tickets),
            onPrepared: (names) => this.settings.notifies && events.onPrepared?.(names),
            onRefused: (tickets) => this.settings.notifies && events.onRefused?.(tickets),
            onCorruptFile: () => void this.#replaceCorruptFiles().catch((error: unknown) => this.#report(error)),
          },
        },
        corrupt,
      );
      this.#workspace = workspace;
      await store.markOpened(key);
      const notice = workspace.setAside && problem(workspace.setAside);
      const { accounts } = this.#stores;
      const opened = { ...described, isOpened: true };
      this.#shown.show({ phase: 'open', account: opened, accounts, sessionOnly: store.isSessionOnly, notice });
      void this.#startWork(workspace);
    } catch (error) {
      await this.#closeWorkspace();
      const problem = this.#report(error);
      const { kind } = problem;
      if (isCorruptFile(kind) && !corrupt.includes(kind)) return await this.#open(key, [...corrupt, kind]);
      this.#shown.showBlocked(described, problem);
    }
  }

  /** What is typed belongs to the account that is open, and its page is emptied when another one is. */
  async #savePage(): Promise<void> {
    if (this.#workspace) await this.#options.savePage?.();
  }

  /** A sign-in that was stopped when the server had accepted it has added its accounts, and opens none. @throws ProblemError */
  #requireNotStopped(signal: AbortSignal): void {
    if (!signal.aborted) return;
    this.#shown.showAccountsBeside();
    throw signal.reason;
  }

  /** Opens the account again when files turned out to be corrupt while it was in use, unless it was closed meanwhile. */
  #replaceCorruptFiles(): Promise<void> {
    return this.#inTurn(async () => {
      const { key, corruptFiles } = this.#workspace ?? {};
      if (key && corruptFiles?.size) await this.#open(key, [...corruptFiles]);
    });
  }

  async #startWork(workspace: Workspace): Promise<void> {
    await this.#options.mayWork;
    if (this.#workspace !== workspace) return; // it was closed meanwhile
    workspace.start();
    await this.#queue.add(() => this.#settings.readUnread());
  }

  /**
   * Closes the open account, which takes seconds while something is being sent. What the user types meanwhile would be lost,
   * so callers change the state first. Failures only go to the log: the data are on the disk, and no state could show an
   * account that is half closed.
   */
  async #closeWorkspace(): Promise<void> {
    const workspace = this.#workspace;
    this.#workspace = null;
    await workspace?.close().catch((error: unknown) => this.#report(error));
  }

  /** Reports an error to the log. */
  #report(error: unknown): Problem {
    const problem = problemOf(error);
    this.#options.events.onProblem(problem, error);
    return problem;
  }
}
