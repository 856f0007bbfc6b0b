/*
 * Gives the page the object `desk`: the calls and events of the contract and nothing else. The page can neither choose a
 * channel nor touch IPC.
 */

import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { attachAll, type DroppedFile } from './attach-files.ts';
import type { AttachedFiles, AttachResult } from './contract/attachment.ts';
import type { Calls, Desk, EventName, Events, Outcome } from './contract/calls.ts';
import { callChannel, eventChannel, localeArgument } from './contract/channels.ts';
import type { AccountKey, TicketId } from './contract/ids.ts';
import { holdInput } from './held-input.ts';

/** The names of all calls and events. The build inserts them, because importing the contract would bundle zod too. */
declare const contractNames: { calls: Record<keyof Calls, string[]>; events: EventName[] };

/** The account that the page shows. Every call carries it, because another account may be open when the call arrives. */
let shown: AccountKey | null = null;

const call =
  (group: string, name: string, account = () => shown) =>
  <T>(request: unknown = null): Promise<Outcome<T>> =>
    ipcRenderer.invoke(callChannel(group, name), request, account());

/** The main process reads files on a disk. The page neither sees their paths nor can make any up. */
function attachFiles(ticketId: TicketId, files: readonly File[]): Promise<Outcome<AttachedFiles>> {
  const onDisk: DroppedFile[] = [];
  const pasted: File[] = [];
  for (const file of files) {
    const path = webUtils.getPathForFile(file);
    if (path === '') pasted.push(file);
    else onDisk.push({ path, fileName: file.name });
  }
  const account = shown; // the page may show another one before the last file is attached
  const attachPaths = call('attachments', 'attachPaths', () => account);
  const attachBytes = call('attachments', 'attachBytes', () => account);
  return attachAll(
    onDisk,
    pasted,
    (paths) => attachPaths<AttachResult>({ ticketId, paths }),
    (fileName, bytes) => attachBytes<AttachResult>({ ticketId, fileName, bytes }),
  );
}

const callsOf = (group: keyof Calls) =>
  Object.fromEntries(contractNames.calls[group].map((name) => [name, call(group, name)]));

const { attachPaths: _paths, attachBytes: _bytes, ...attachmentCalls } = callsOf('attachments');
const groups = Object.keys(contractNames.calls) as (keyof Calls)[];

const desk = {
  ...Object.fromEntries(groups.map((group) => [group, callsOf(group)])),
  attachments: { ...attachmentCalls, attach: attachFiles },
  shows(account: AccountKey | null) {
    shown = account;
  },
  locale: process.argv.find((argument) => argument.startsWith(localeArgument))?.slice(localeArgument.length) ?? 'en-GB',
  on<E extends EventName>(event: E, listener: (payload: Events[E]) => void) {
    if (!contractNames.events.includes(event)) return () => undefined;
    const receive = (_event: unknown, payload: Events[E]) => listener(payload);
    ipcRenderer.on(eventChannel(event), receive);
    return () => ipcRenderer.off(eventChannel(event), receive);
  },
} as unknown as Desk; // made from the names of the contract that `Desk` is derived from

contextBridge.exposeInMainWorld('desk', desk);
holdInput();
