/* The files of the open ticket, and those that could not be attached. */

import type { AttachedFiles, AttachmentList, AttachResult } from '../../electron/contract/attachment.ts';
import type { Outcome } from '../../electron/contract/calls.ts';
import { isLocalTicketId, type TicketId } from '../../electron/contract/ids.ts';
import type { Problem } from '../../electron/contract/problem.ts';
import { withStandardSentences } from '../../electron/contract/problem.ts';
import { sharedWords } from '../../electron/contract/words/words.ts';
import { shownFileName } from '../words/file-names.ts';
import { words } from '../words/words.ts';
import { accountStore, inSameAccount, onAccountReset } from './account-store.ts';
import { showProblem } from './feedback.ts';
import { whenFlushed } from './saver.ts';

type AttachmentState = {
  readonly ticketId: TicketId | null;
  /** `null` until it has been read. */
  readonly list: AttachmentList | null;
  readonly problem: Problem | null;
};

const initial: AttachmentState = { ticketId: null, list: null, problem: null };

/** The files of the ticket in the reading pane. */
export const useAttachments = accountStore<AttachmentState>(initial);

/** Returns the files of one ticket; none while the store still holds those of another. */
export function useAttachmentsOf(ticketId: TicketId): AttachmentState {
  return useAttachments((store) => (store.ticketId === ticketId ? store : initial));
}

/** Reads the files of a ticket: of another one, or of the same one again because they changed. */
export async function loadAttachments(ticketId: TicketId): Promise<void> {
  useAttachments.supersede();
  if (useAttachments.getState().ticketId !== ticketId) useAttachments.setState({ ...initial, ticketId });
  if (isLocalTicketId(ticketId)) return; // the server has no files of a ticket that it does not have
  const outcome = await useAttachments.newest(window.desk.attachments.list({ ticketId }));
  if (outcome?.ok) useAttachments.setState({ list: outcome.value, problem: null });
  else if (outcome) useAttachments.setState({ problem: outcome.problem });
}

/** Reads the files of the shown ticket again. */
export async function reloadAttachments(): Promise<void> {
  const { ticketId } = useAttachments.getState();
  if (ticketId !== null) await loadAttachments(ticketId);
}

type Refused = AttachResult['refused'];

/** The files that could not be attached, with the reason, by ticket. They stay until the user dismisses them there. */
export const useRefused = accountStore<{ readonly byTicket: ReadonlyMap<TicketId, Refused> }>({ byTicket: new Map() });

const none: Refused = [];

export function useRefusedOf(ticketId: TicketId): Refused {
  return useRefused(({ byTicket }) => byTicket.get(ticketId) ?? none);
}

/** The server's ids of tickets that had none yet when files were attached to them. */
const serverIds = new Map<TicketId, TicketId>();
onAccountReset(() => serverIds.clear());

/** The files that are being copied: until they are, nothing of them is kept when the account is left. */
const copying = new Set<Promise<unknown>>();
whenFlushed(async () => {
  await Promise.all(copying);
  return true;
});

/** Waits for files to be attached and keeps the refused ones. If another ticket is shown by then, the banner names the first. */
export async function attachFiles(ticketId: TicketId, call: Promise<Outcome<AttachedFiles>>): Promise<void> {
  copying.add(call);
  const outcome = await inSameAccount(call.finally(() => copying.delete(call)));
  if (!outcome) return;
  if (!outcome.ok) {
    showProblem(outcome.problem);
    return;
  }
  const { added, stopped } = outcome.value;
  if (stopped) {
    showProblem({ ...stopped, kept: sharedWords().attaching.addedBefore({ count: added }) });
    return;
  }
  const refused = outcome.value.refused.map((file) => ({ ...file, problem: withStandardSentences(file.problem) }));
  const id = serverIds.get(ticketId) ?? ticketId;
  addRefused(id, refused);
  const [first] = refused;
  if (!first || useAttachments.getState().ticketId === id) return;
  showProblem({
    ...first.problem,
    message: words.action.fileProblem({ file: shownFileName(first.fileName), problem: first.problem.message }),
  });
}

/** Moves the refused files to the server's id of their ticket, as soon as it has one. */
export function moveAttachments(from: TicketId, to: TicketId): void {
  serverIds.set(from, to);
  addRefused(to, useRefused.getState().byTicket.get(from) ?? none);
  setRefused(from, none);
  if (useAttachments.getState().ticketId === from) useAttachments.setState({ ticketId: to });
}

export function dismissRefused(ticketId: TicketId): void {
  setRefused(ticketId, none);
}

/** Adds to what was refused before, which the user may not have read yet; of a file that is tried again, the last reason counts. */
function addRefused(ticketId: TicketId, refused: Refused): void {
  const before = useRefused.getState().byTicket.get(ticketId) ?? none;
  const others = before.filter(({ fileName }) => refused.every((file) => file.fileName !== fileName));
  setRefused(ticketId, [...others, ...refused]);
}

function setRefused(ticketId: TicketId, refused: Refused): void {
  useRefused.setState(({ byTicket }) => {
    const next = new Map(byTicket).set(ticketId, refused);
    if (refused.length === 0) next.delete(ticketId);
    return { byTicket: next };
  });
}
