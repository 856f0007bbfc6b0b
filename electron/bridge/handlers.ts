/*
 * The handlers of all calls that the page can make.
 */

import type { Handlers } from '../contract/calls.ts';
import type { PageFault } from '../contract/fault.ts';
import type { TicketId } from '../contract/ids.ts';
import type { Picture } from '../contract/picture.ts';
import type { SystemProbes } from '../diagnostics/diagnosis.ts';
import { redact } from '../diagnostics/redact.ts';
import type { RichClipboard } from '../handover/handovers.ts';
import type { Press } from '../paper/ticket-paper.ts';
import type { Session } from '../session/session.ts';

/** The objects that carry out the calls. Those of the shell are described here, because the bridge must not import it. */
export type Receivers = {
  session: Session;
  keychain: { stopWaiting(): void };
  window: { markPainted(): void };
  closeGuard: { noteSaved(saveNumber: number): void; allowClose(): void; waitForUser(): void; cancelClose(): void };
  dialogs: {
    chooseFiles(): Promise<string[]>;
    chooseOwnDataFile(): Promise<string | null>;
    askSavePath(suggestedName: string): Promise<string | null>;
    chooseFolder(): Promise<{ folderId: string; name: string } | null>;
    folder(folderId: string): string;
    openLink(url: string): Promise<void>;
  };
  /** Takes documents that `renderPaper` made. */
  paper: Press;
  wantedTicket: { take(): TicketId | null };
  clipboard: { writeText(text: string): void };
  richClipboard: RichClipboard;
  probes: SystemProbes;
  demo: { readonly isConnected: boolean; setNetwork(isConnected: boolean): Promise<void> };
  picture: { readonly state: number; keep(state: number, pictures: readonly Picture[]): Promise<boolean> };
  followZone: (zone: string) => void;
  logPageFault: (fault: PageFault) => void;
};

/** One handler for each call of the contract. It passes the request on and decides nothing. */
export function makeHandlers(receivers: Receivers): Handlers {
  const {
    session,
    keychain,
    window,
    closeGuard,
    dialogs,
    wantedTicket,
    clipboard,
    richClipboard,
    paper,
    probes,
    demo,
    picture,
    followZone,
    logPageFault,
  } = receivers;
  const askSavePath = (suggestedName: string) => dialogs.askSavePath(suggestedName);
  return {
    session: {
      state: () => session.state,
      signIn: done((request) => session.signIn(request)),
      stopSignIn: done(() => session.stopSignIn()),
      tryDemo: done(({ sessionOnly }) => session.tryDemo(sessionOnly)),
      choose: done(({ account }) => session.choose(account)),
      setMasterAccount: done(({ account, masterAccountId }) => session.setMasterAccount(account, masterAccountId)),
      signOut: done(({ account }) => session.signOut(account)),
      retry: done(() => session.retry()),
      stopWaiting: done(() => keychain.stopWaiting()),
    },
    tickets: {
      page: (query) => session.workspace.queries.page(query),
      read: ({ id }) => session.workspace.ticket(id),
      facets: (query) => session.workspace.queries.facets(query),
      ids: (query) => session.workspace.queries.ids(query),
      record: ({ ticketId }) => session.workspace.record(ticketId),
      takeWanted: () => wantedTicket.take(),
    },
    outbox: {
      list: () => session.workspace.outbox.list(),
      sent: ({ offset, limit }) => session.workspace.outbox.sent(offset, limit),
      add: ({ change, draftKey }) => session.workspace.outbox.add(change, draftKey),
      replace: done(({ id, change, draftKey }) => session.workspace.outbox.replace(id, change, draftKey)),
      send: done(({ id }) => session.workspace.outbox.send(id)),
      claim: done(({ id, ref }) => session.workspace.outbox.claim(id, ref)),
      discard: done(({ id }) => session.workspace.outbox.discard(id)),
      previewMany: ({ ids, action }) => session.workspace.outbox.groups.preview(ids, action),
      addMany: ({ ids, action, draftKey }) => session.workspace.outbox.groups.add(ids, action, draftKey),
      discardGroup: ({ groupId }) => session.workspace.outbox.groups.discard(groupId),
    },
    marks: {
      setRead: done(({ ids, isRead }) => session.workspace.setRead(ids, isRead)),
      star: done(({ ids, isStarred }) => session.workspace.personal.star(ids, isStarred)),
      snooze: done(({ ids, untilMs }) => session.workspace.personal.snooze(ids, untilMs)),
      note: done(({ ticketId, note, before }) => session.workspace.personal.note(ticketId, note, before)),
      siteNotes: () => session.workspace.personal.siteNotes.list(),
      saveSiteNote: done((siteNote) => session.workspace.personal.saveSiteNote(siteNote)),
    },
    views: {
      list: () => session.workspace.personal.views.list(),
      save: done(({ views }) => session.workspace.personal.views.save(views)),
      counts: () => session.workspace.queries.viewCounts(),
    },
    ownData: {
      export: async () => {
        const fileName = await session.exportOwnData(askSavePath);
        return fileName === null ? null : { fileName };
      },
      import: () => session.importOwnData(() => dialogs.chooseOwnDataFile()),
    },
    commentTexts: {
      list: () => session.workspace.personal.commentTexts.list(),
      save: done((text) => session.workspace.personal.commentTexts.save(text)),
      remove: done(({ id }) => session.workspace.personal.commentTexts.remove(id)),
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
      list: ({ ticketId }) => session.workspace.attachments.list(ticketId),
      choose: async ({ ticketId }) => {
        const { outbox } = session.workspace; // another account may be open when the dialog closes
        return await outbox.attachPaths(ticketId, await dialogs.chooseFiles());
      },
      attachPaths: ({ ticketId, paths }) => session.workspace.outbox.attachPaths(ticketId, paths),
      attachBytes: ({ ticketId, fileName, bytes }) => session.workspace.outbox.attachBytes(ticketId, fileName, bytes),
      save: async ({ ticketId, attachmentId }) => ({
        fileName: await session.workspace.attachments.save(ticketId, attachmentId, askSavePath),
      }),
      chooseFolder: () => dialogs.chooseFolder(),
      saveInFolder: async ({ ticketId, attachmentId, folderId }) => {
        const folder = dialogs.folder(folderId);
        return { fileName: await session.workspace.attachments.saveIn(ticketId, attachmentId, folder) };
      },
      stopSaving: done(() => session.workspace.attachments.stopSaving()),
      kept: ({ ticketId }) => session.workspace.attachments.kept(ticketId),
      view: ({ ticketId, attachmentId }) => session.workspace.attachments.view(ticketId, attachmentId),
      viewPage: ({ viewId, page, widthPx }) => session.workspace.files.viewPage(viewId, page, widthPx),
      closeView: done(() => session.workspace.files.closeView()),
      usage: async () => ({ usedBytes: await session.workspace.files.usedBytes() }),
    },
    paper: {
      print: done((request) => session.workspace.paper.print(request, paper)),
      savePdf: async (request) => ({ fileName: await session.workspace.paper.savePdf(request, paper, askSavePath) }),
    },
    exports: {
      preview: (tickets) => session.workspace.exports.preview(tickets),
      fetchDetails: (tickets) => session.workspace.exports.fetchDetails(tickets),
      write: (request) => session.workspace.exports.write(request, askSavePath),
      stop: done(() => session.workspace.exports.stop()),
    },
    overview: {
      open: ({ selection, by }) => session.workspace.queries.overview((overview) => overview.open(selection, by)),
      openByAge: ({ selection }) => session.workspace.queries.overview((overview) => overview.openByAge(selection)),
      weeks: ({ selection, span }) => session.workspace.queries.overview((overview) => overview.weeks(selection, span)),
      completion: ({ selection, span, by }) =>
        session.workspace.queries.overview((overview) => overview.completion(selection, span, by)),
      sent: ({ span }) => session.workspace.queries.overview((overview) => overview.sent(span)),
    },
    handover: {
      begin: () => session.workspace.queries.beginHandover(),
      read: (scope) => session.workspace.queries.handover(scope),
      saveSentence: done(({ sentence }) => session.workspace.handovers.saveSentence(sentence)),
      copy: done((request) => session.workspace.handovers.copy(request, richClipboard)),
      savePdf: async (request) => ({
        fileName: await session.workspace.handovers.savePdf(request, askSavePath, paper),
      }),
      kept: () => session.workspace.handovers.kept(),
      readKept: ({ id }) => session.workspace.handovers.readKept(id),
      copyKept: done(({ id }) => session.workspace.handovers.copyKept(id, richClipboard)),
      saveKeptPdf: async ({ id }) => ({
        fileName: await session.workspace.handovers.saveKeptPdf(id, askSavePath, paper),
      }),
    },
    repeats: {
      list: () => session.workspace.personal.repeats.list(),
      save: done(({ templateId, rhythm }) => session.workspace.personal.repeats.save(templateId, rhythm)),
      next: ({ rhythm }) => session.workspace.personal.repeats.next(rhythm),
      records: ({ templateId }) => session.workspace.personal.repeats.records(templateId),
      skip: done(({ id }) => session.workspace.personal.repeats.prepared.skip(id)),
    },
    calendar: {
      setDates: done(({ ticketId, dates }) => session.workspace.personal.setMaintenance(ticketId, dates)),
      save: ({ ticketId }) => session.workspace.saveCalendar(ticketId, askSavePath),
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
    picture: {
      state: () => picture.state,
      keep: ({ state, pictures }) => picture.keep(state, pictures),
    },
    system: {
      policy: () => session.policy,
      painted: done(() => window.markPainted()),
      networkChanged: done(() => session.wake()),
      saved: done(({ saveNumber }) => closeGuard.noteSaved(saveNumber)),
      close: done(() => closeGuard.allowClose()),
      awaitUser: done(() => closeGuard.waitForUser()),
      keepOpen: done(() => closeGuard.cancelClose()),
      openLink: done(({ url }) => dialogs.openLink(url)),
      diagnose: async () => ({ atMs: Date.now(), ...probes.versions(), ...(await session.diagnose(probes)) }),
      copyDiagnosis: done(({ text }) => clipboard.writeText(redact(text))),
      zoneChanged: done(({ zone }) => {
        followZone(zone);
        session.noteZone();
      }),
      reportFault: done((fault) => logPageFault(fault)),
      copyText: done(({ text }) => clipboard.writeText(text)),
    },
    demo: {
      network: () => ({ isConnected: demo.isConnected }),
      setNetwork: done(async ({ isConnected }) => {
        await demo.setNetwork(isConnected);
        session.wake();
      }),
    },
  };
}

/** For calls that return nothing. */
function done<Q>(work: (request: Q) => void | Promise<void>): (request: Q) => Promise<null> {
  return async (request) => {
    await work(request);
    return null;
  };
}
