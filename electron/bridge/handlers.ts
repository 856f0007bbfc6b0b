import type { Handlers } from '../contract/calls.ts';
import type { TicketId } from '../contract/ids.ts';
import type { Policy } from '../contract/policy.ts';
import type { NetworkProbes } from '../diagnostics/diagnosis.ts';
import type { Session } from '../session/session.ts';

/** What the handlers need of the shell. */
export interface ShellActions {
  readonly policy: Policy;
  /** The first screen is drawn. */
  notePainted(): void;
  copyText(text: string): void;
  /** Closes the window, and ends the application where that was asked for. */
  close(): void;
  /** The window does not close by itself while the user is being asked. */
  awaitUser(): void;
  /** The window stays. */
  keepOpen(): void;
  /** Asks where to save a file; `null` when the user thought better of it. */
  askSavePath(suggestedName: string): Promise<string | null>;
  /** Asks for files; none when the user thought better of it. */
  chooseFiles(): Promise<string[]>;
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

/** One handler a call; what a call means is decided by the session, its workspace and the shell. */
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
      facets: () => session.workspace.facets(),
      takeWanted: () => shell.takeWantedTicket(),
    },
    outbox: {
      list: () => session.workspace.outbox.list(),
      sent: ({ offset, limit }) => session.workspace.outbox.sent(offset, limit),
      add: ({ change, draftKey }) => session.workspace.outbox.add(change, draftKey),
      replace: done(({ id, change, draftKey }) => session.workspace.outbox.replace(id, change, draftKey)),
      send: done(({ id }) => session.workspace.outbox.send(id)),
      discard: done(({ id }) => session.workspace.outbox.discard(id)),
    },
    drafts: {
      list: () => session.workspace.outbox.drafts.list(),
      save: done(({ key, content }) => session.workspace.outbox.drafts.save(key, content)),
      remove: done(({ key }) => session.workspace.outbox.drafts.remove(key)),
    },
    templates: {
      list: () => session.workspace.outbox.templates.list(),
      save: done((template) => session.workspace.outbox.templates.save(template)),
      remove: done(({ id }) => session.workspace.outbox.templates.remove(id)),
    },
    referenceData: {
      catalogue: () => session.workspace.catalogue(),
      sites: () => session.workspace.sites(),
      locations: ({ site }) => session.workspace.locations(site),
    },
    attachments: {
      list: ({ ticketId }) => session.workspace.attachments(ticketId),
      choose: async ({ ticketId }) => {
        const { outbox } = session.workspace; // the account may be another when the dialog closes
        return await outbox.attachPaths(ticketId, await shell.chooseFiles());
      },
      attachPaths: ({ ticketId, paths }) => session.workspace.outbox.attachPaths(ticketId, paths),
      attachBytes: ({ ticketId, fileName, bytes }) => session.workspace.outbox.attachBytes(ticketId, fileName, bytes),
      save: async ({ ticketId, attachmentId }) => ({
        fileName: await session.workspace.saveAttachment(ticketId, attachmentId, shell.askSavePath),
      }),
    },
    sync: {
      status: () => session.workspace.sync.status,
      now: done(() => session.workspace.sync.syncNow()),
      pause: done(({ isPaused }) => session.workspace.sync.pause(isPaused)),
    },
    settings: {
      read: () => session.settings,
      change: done((settings) => session.changeSettings(settings)),
    },
    system: {
      policy: () => shell.policy,
      painted: done(() => shell.notePainted()),
      networkChanged: done(() => session.wake()),
      close: done(() => shell.close()),
      awaitUser: done(() => shell.awaitUser()),
      keepOpen: done(() => shell.keepOpen()),
      openLink: done(({ url }) => shell.openLink(url)),
      diagnose: async () => ({ ...shell.describe(), ...(await session.diagnose(shell.probes)) }),
      copyDiagnosis: done(({ text }) => shell.copyShortened(text)),
      copyText: done(({ text }) => shell.copyText(text)),
    },
    demo: {
      setNetwork: done(async ({ isConnected }) => {
        await shell.setDemoNetwork(isConnected);
        session.wake();
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
