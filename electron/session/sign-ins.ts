/* Sign-ins, and what else is asked of the server before an account is kept or opened. */

import { ApiClient } from '../api/client.ts';
import { Http } from '../api/http.ts';
import type { WriteNetwork } from '../api/network.ts';
import { type Credentials, serverDetails } from '../api/sign-in.ts';
import type { AccountKey } from '../contract/ids.ts';
import type { Policy } from '../contract/policy.ts';
import { type Problem, ProblemError, type ProblemKind, problemOf } from '../contract/problem.ts';
import { words } from '../words/words.ts';
import type { AccountStores } from './account-store.ts';
import { requireAllowed, type Server } from './environment.ts';
import { LoginTokens } from './login-tokens.ts';
import { atSignIn } from './sign-in-problem.ts';

/** Sign-ins, of which nothing is kept before the server has accepted it. Those under way can be interrupted together. */
export class SignIns {
  readonly #options: SignInOptions;
  #running = new AbortController();

  constructor(options: SignInOptions) {
    this.#options = options;
  }

  /** Aborted when the sign-ins that were asked for until then are. */
  get signal(): AbortSignal {
    return this.#running.signal;
  }

  /** A step that ends a session must not wait behind a sign-in to a server that does not answer. */
  abort(): void {
    this.#running.abort(new ProblemError('no-connection', words().account.interrupted));
    this.#running = new AbortController();
  }

  /** Signs in and keeps the login. Returns the keys of its accounts. @throws ProblemError as `AccountStore.addLogin` */
  async add(
    server: Server,
    credentials: Credentials,
    isSessionOnly: boolean,
    signal: AbortSignal,
  ): Promise<AccountKey[]> {
    const { policy, stores } = this.#options;
    if (isSessionOnly && !policy.sessionOnly) throw new ProblemError('policy-refused');
    try {
      const added = await stores.select(isSessionOnly).addLogin(server, credentials, this.#httpTo(server), signal);
      return added.map(({ key }) => key);
    } catch (error) {
      throw atSignIn(error, server);
    }
  }

  /**
   * Keeps the master account that the user typed for an account, once the server lists tickets for it.
   * @throws ProblemError `rejected` if it does not, `invalid-input` for one that the server named, or another problem of the server, the network, keychain or disk
   */
  async setMasterAccount(key: AccountKey, masterAccountId: string, signal: AbortSignal): Promise<void> {
    const { policy, stores, onProblem } = this.#options;
    const { store, login, account } = stores.find(key);
    requireAllowed(login, policy);
    if (account.masterAccountId !== '') throw new ProblemError('invalid-input', { field: 'masterAccountId' });
    const http = this.#httpTo(login);
    const tokens = new LoginTokens(
      http,
      store.secrets,
      () => login.id,
      (error) => onProblem(problemOf(error), error),
    );
    try {
      await new ApiClient(http, tokens, { ...account, masterAccountId }).listTickets(0, 1, signal);
    } catch (error) {
      if (!(error instanceof ProblemError) || !notListed.includes(error.problem.kind)) throw atSignIn(error, login);
      throw new ProblemError('rejected', { ...words().account.noTickets, ...serverDetails(error) }, error);
    } finally {
      await tokens.close();
    }
    await store.setMasterAccount(key, masterAccountId);
  }

  #httpTo(server: Server): Http {
    const { baseUrlOf, fetch, writes } = this.#options;
    return new Http({ baseUrl: () => baseUrlOf(server), fetch, writes });
  }
}

/** What the list of tickets makes of the servers' answers to a wrong account header. */
const notListed: readonly ProblemKind[] = ['rejected', 'no-permission', 'account-gone'];

type SignInOptions = {
  policy: Policy;
  stores: AccountStores;
  fetch: typeof fetch;
  /** As `HttpOptions.writes`. */
  writes?: WriteNetwork | undefined;
  baseUrlOf: (server: Server) => Promise<string>;
  onProblem: (problem: Problem, error: unknown) => void;
};
