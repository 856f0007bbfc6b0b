import type { Handlers } from '../contract/calls.ts';
import type { TicketId } from '../contract/ids.ts';
import type { Policy } from '../contract/policy.ts';
import type { NetworkProbes } from '../session/diagnosis.ts';
import type { Session } from '../session/session.ts';

/** What the handlers need of the shell. */
export interface ShellActions {
  readonly policy: Policy;
  copyText(text: string): void;
  /** Opens a page in the browser when the user agrees. */
  openLink(url: string): Promise<void>;
  /** Copies a text with its ids shortened. */
  copyShortened(text: string): void;
  readonly probes: NetworkProbes;
  /** The program and the system that it runs on, now. */
  describe(): { atMs: number; program: string; system: string };
  /** The ticket that a link from outside named, once. */
  takeWantedTicket(): TicketId | null;
  /** Takes the demo service's network away or gives it back. */
  setDemoNetwork(isConnected: boolean): Promise<void>;
}

/** One handler a call; what a call means is decided below, in the session, the sync and the store. */
export function makeHandlers(session: Session, shell: ShellActions): Handlers {
  return {
    session: {
      state: () => session.state,
      signIn: done((request) => session.signIn(request)),
      tryDemo: done(({ sessionOnly }) => session.tryDemo(sessionOnly)),
      choose: done(({ account }) => session.choose(account)),
      signOut: done(({ account }) => session.signOut(account)),
      retry: done(() => session.retry()),
    },
    tickets: {
      page: (query) => session.workspace.page(query),
      read: ({ id }) => session.workspace.ticket(id),
      choices: () => session.workspace.choices(),
      takeWanted: () => shell.takeWantedTicket(),
    },
    sync: {
      status: () => session.workspace.sync.status,
      now: done(() => session.workspace.sync.syncNow()),
      pause: done(({ isPaused }) => session.workspace.sync.pause(isPaused)),
    },
    system: {
      policy: () => shell.policy,
      networkChanged: done(() => session.lookAgain()),
      openLink: done(({ url }) => shell.openLink(url)),
      diagnose: async () => ({ ...shell.describe(), ...(await session.diagnose(shell.probes)) }),
      copyDiagnosis: done(({ text }) => shell.copyShortened(text)),
      copyText: done(({ text }) => shell.copyText(text)),
    },
    demo: {
      setNetwork: done(async ({ isConnected }) => {
        await shell.setDemoNetwork(isConnected);
        session.lookAgain();
      }),
    },
  };
}

/** Calls that answer nothing but that they are done. */
function done<Q>(work: (request: Q) => void | Promise<void>): (request: Q) => Promise<null> {
  return async (request) => {
    await work(request);
    return null;
  };
}
