/* What the window shows of the session: the account that is open, or why none is. */

import type { Problem } from '../contract/problem.ts';
import type { Account, SessionState } from '../contract/session.ts';

type Sources = {
  /** All accounts of this computer, as they are now. */
  accounts: () => Account[];
  onSession: (state: SessionState) => void;
};

/** The state that the window shows. It is told each one. */
export class ShownState {
  readonly #sources: Sources;
  #state: SessionState = { phase: 'starting', waitsForKeychain: false };

  constructor(sources: Sources) {
    this.#sources = sources;
  }

  get state(): SessionState {
    return this.#state;
  }

  show(state: SessionState): void {
    this.#state = state;
    this.#sources.onSession(state);
  }

  /** @param problem shown when there is no account left to choose */
  showAccounts(problem?: Problem): void {
    const accounts = this.#sources.accounts();
    this.show(accounts.length > 0 ? { phase: 'choosing', accounts } : { phase: 'signed-out', problem });
  }

  /** Shows which accounts there are now, beside the one on the screen if there is one. */
  showAccountsBeside(): void {
    const state = this.#state;
    if (state.phase === 'open') this.show({ ...state, accounts: this.#sources.accounts() });
    else if (state.phase === 'blocked') this.showBlocked(state.account, state.problem);
    else this.showAccounts();
  }

  /** Shows why an account cannot be opened, beside the others. */
  showBlocked(account: Account, problem: Problem): void {
    const accounts = this.#sources.accounts().filter(({ key }) => key !== account.key);
    this.show({ phase: 'blocked', account, accounts, problem });
  }
}
