import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { attachAll, type DroppedFile } from './attach-files.ts';
import type { AttachResult } from './contract/attachment.ts';
import type { Desk, EventName, Events, Outcome } from './contract/calls.ts';
import { callChannel, eventChannel, localeArgument } from './contract/channels.ts';
import type { AccountKey, TicketId } from './contract/ids.ts';

/*
 * The one object that the page gets. It names every call and event of the contract (the compiler fails when one is
 * missing) and nothing else: the page can neither choose a channel nor touch IPC.
 */

/** Whose tickets the page shows. It goes with every call, since another account may be open when a call arrives. */
let shown: AccountKey | null = null;

// Only the types come from contract/calls.ts: its schemas would bring zod into the preload script.
const call =
  (group: string, name: string, account = () => shown) =>
  <T>(request: unknown = null): Promise<Outcome<T>> =>
    ipcRenderer.invoke(callChannel(group, name), request, account());

/** Files that lie on a disk are read by the main process; the page learns nothing of where, and cannot name any. */
function attachFiles(ticketId: TicketId, files: readonly File[]): Promise<Outcome<AttachResult>> {
  const onDisk: DroppedFile[] = [];
  const pasted: File[] = [];
  for (const file of files) {
    const path = webUtils.getPathForFile(file);
    if (path === '') pasted.push(file);
    else onDisk.push({ path, fileName: file.name });
  }
  const account = shown; // another may be when the last file is taken
  const attachPaths = call('attachments', 'attachPaths', () => account);
  const attachBytes = call('attachments', 'attachBytes', () => account);
  return attachAll(
    onDisk,
    pasted,
    (paths) => attachPaths<AttachResult>({ ticketId, paths }),
    (fileName, bytes) => attachBytes<AttachResult>({ ticketId, fileName, bytes }),
  );
}

/** A record, so that the compiler misses an event that is forgotten. */
const isEvent: Record<EventName, true> = {
  session: true,
  status: true,
  stale: true,
  outbox: true,
  places: true,
  closing: true,
  ticketWanted: true,
  help: true,
};

const desk: Desk = {
  session: {
    state: call('session', 'state'),
    signIn: call('session', 'signIn'),
    tryDemo: call('session', 'tryDemo'),
    choose: call('session', 'choose'),
    signOut: call('session', 'signOut'),
    retry: call('session', 'retry'),
  },
  tickets: {
    page: call('tickets', 'page'),
    read: call('tickets', 'read'),
    choices: call('tickets', 'choices'),
    takeWanted: call('tickets', 'takeWanted'),
  },
  outbox: {
    list: call('outbox', 'list'),
    sent: call('outbox', 'sent'),
    add: call('outbox', 'add'),
    replace: call('outbox', 'replace'),
    send: call('outbox', 'send'),
    discard: call('outbox', 'discard'),
  },
  drafts: {
    list: call('drafts', 'list'),
    save: call('drafts', 'save'),
    remove: call('drafts', 'remove'),
  },
  templates: {
    list: call('templates', 'list'),
    save: call('templates', 'save'),
    remove: call('templates', 'remove'),
  },
  forms: {
    catalogue: call('forms', 'catalogue'),
    sites: call('forms', 'sites'),
    locations: call('forms', 'locations'),
  },
  attachments: {
    list: call('attachments', 'list'),
    choose: call('attachments', 'choose'),
    save: call('attachments', 'save'),
    attach: attachFiles,
  },
  sync: {
    status: call('sync', 'status'),
    now: call('sync', 'now'),
    pause: call('sync', 'pause'),
  },
  settings: {
    read: call('settings', 'read'),
    change: call('settings', 'change'),
  },
  system: {
    policy: call('system', 'policy'),
    painted: call('system', 'painted'),
    networkChanged: call('system', 'networkChanged'),
    close: call('system', 'close'),
    awaitUser: call('system', 'awaitUser'),
    keepOpen: call('system', 'keepOpen'),
    openLink: call('system', 'openLink'),
    diagnose: call('system', 'diagnose'),
    copyDiagnosis: call('system', 'copyDiagnosis'),
    copyText: call('system', 'copyText'),
  },
  demo: {
    setNetwork: call('demo', 'setNetwork'),
  },
  shows(account) {
    shown = account;
  },
  locale: process.argv.find((argument) => argument.startsWith(localeArgument))?.slice(localeArgument.length) ?? 'en-GB',
  on<E extends EventName>(event: E, listener: (payload: Events[E]) => void) {
    if (!Object.hasOwn(isEvent, event)) return () => undefined;
    const receive = (_event: unknown, payload: Events[E]) => listener(payload);
    ipcRenderer.on(eventChannel(event), receive);
    return () => ipcRenderer.off(eventChannel(event), receive);
  },
};

contextBridge.exposeInMainWorld('desk', desk);
