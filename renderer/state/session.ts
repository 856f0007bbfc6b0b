/* The session as the window shows it: starting, signed out, blocked, or with an open account. */

import { create } from 'zustand';
import type { Problem } from '../../electron/contract/problem.ts';
import type { Account, SessionState } from '../../electron/contract/session.ts';
import { attempt, attemptInBackground } from './feedback.ts';
import { flushTyped } from './saver.ts';

type SessionStore = {
  readonly session: SessionState;
  /** Why the main process could not say which state the session is in. */
  readonly problem: Problem | null;
  /** The user asked for the sign-in form although an account is known: for another one, or to sign in `again` to that one. */
  readonly signingIn: { readonly again: Account | null } | null;
};

/** Which account is open, or why none is. */
export const useSession = create<SessionStore>(() => ({
  session: { phase: 'starting', waitsForKeychain: false },
  problem: null,
  signingIn: null,
}));

/** Takes the new state. An open sign-in form stays unless the phase or the account is another one. */
export function setSession(session: SessionState): void {
  useSession.setState((before) => ({
    session,
    problem: null,
    signingIn: phaseAndAccount(before.session) === phaseAndAccount(session) ? before.signingIn : null,
  }));
}

function phaseAndAccount(session: SessionState): string {
  return 'account' in session ? `${session.phase} ${session.account.key}` : session.phase;
}

/**
 * Opens the sign-in form once everything typed is on the disk: signing in opens the account anew and empties its forms. If
 * saving fails, the form does not open.
 */
export async function openSignIn(again: Account | null): Promise<void> {
  if (await flushTyped()) useSession.setState({ signingIn: { again } });
}

/** Opens another account. Drafts belong to the one that is open now, so they are written to the disk before it is closed. */
export async function switchTo({ key }: Account): Promise<void> {
  if (await flushTyped()) await attempt(window.desk.session.choose({ account: key }));
}

/** Leaves the sign-in form. A sign-in that is under way must not open its account later, beneath what the user does then. */
export function leaveSignIn(): void {
  void attemptInBackground(window.desk.session.stopSignIn());
  closeSignIn();
}

export function closeSignIn(): void {
  useSession.setState({ signingIn: null });
}
