import { create } from 'zustand';
import type { Problem } from '../../electron/contract/problem.ts';
import type { Account, SessionState } from '../../electron/contract/session.ts';
import { flushDrafts } from './drafts.ts';

type SessionStore = {
  readonly session: SessionState;
  /** Why the state could not even be asked for. */
  readonly problem: Problem | null;
  /** The user wants the sign-in form although an account is there: for another one, or `again` for one of those. */
  readonly signingIn: { readonly again: Account | null } | null;
};

/** Which account is open, or what stands in the way. */
export const useSession = create<SessionStore>(() => ({
  session: { phase: 'starting', waitsForKeychain: false },
  problem: null,
  signingIn: null,
}));

/** Takes the new state. The sign-in form, where it is open, stays unless the state is about another account. */
export function setSession(session: SessionState): void {
  useSession.setState((before) => ({
    session,
    problem: null,
    signingIn: placeOf(before.session) === placeOf(session) ? before.signingIn : null,
  }));
}

/** Opens the sign-in form. An account is opened anew by it, so what is typed goes to the disk first; where it cannot, nothing happens. */
export async function openSignIn(again: Account | null): Promise<void> {
  if (await flushDrafts()) useSession.setState({ signingIn: { again } });
}

export function closeSignIn(): void {
  useSession.setState({ signingIn: null });
}

function placeOf(session: SessionState): string {
  return 'account' in session ? `${session.phase} ${session.account.key}` : session.phase;
}
