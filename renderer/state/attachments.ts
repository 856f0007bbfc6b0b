import { create } from 'zustand';
import type { AttachmentList, AttachResult } from '../../electron/contract/attachment.ts';
import type { Outcome } from '../../electron/contract/calls.ts';
import { isLocalTicketId, type TicketId } from '../../electron/contract/ids.ts';
import type { Problem } from '../../electron/contract/problem.ts';
import { useProblemBanner } from './feedback.ts';

type AttachmentState = {
  readonly ticketId: TicketId | null;
  /** `null` until it has been read. */
  readonly list: AttachmentList | null;
  readonly problem: Problem | null;
};

const nothing: AttachmentState = { ticketId: null, list: null, problem: null };

/** The files of the ticket in the reading pane. */
export const useAttachments = create<AttachmentState>(() => nothing);

/** The files of one ticket; none while the store still holds those of another. */
export function useAttachmentsOf(ticketId: TicketId): AttachmentState {
  return useAttachments((store) => (store.ticketId === ticketId ? store : nothing));
}

type Refused = AttachResult['refused'];

/** What was not attached lately, and why, by ticket: until the user has read it there. */
export const useRefused = create<{ readonly byTicket: ReadonlyMap<TicketId, Refused> }>(() => ({
  byTicket: new Map(),
}));

const none: Refused = [];

export function useRefusedOf(ticketId: TicketId): Refused {
  return useRefused(({ byTicket }) => byTicket.get(ticketId) ?? none);
}

/** Under which id a ticket goes on whose files were attached while it had none of the server's. */
const movedTo = new Map<TicketId, TicketId>();

let asked = 0;

/** Reads the files of a ticket: another one, or the same again because they changed. */
export async function loadAttachments(ticketId: TicketId): Promise<void> {
  asked += 1;
  const number = asked;
  if (useAttachments.getState().ticketId !== ticketId) useAttachments.setState({ ...nothing, ticketId });
  if (isLocalTicketId(ticketId)) return; // the server has no files of a ticket that it does not have
  const outcome = await window.desk.attachments.list({ ticketId });
  if (number !== asked) return;
  if (outcome.ok) useAttachments.setState({ list: outcome.value, problem: null });
  else useAttachments.setState({ problem: outcome.problem });
}

/** Reads the files of the ticket again whose files are shown. */
export async function reloadAttachments(): Promise<void> {
  const { ticketId } = useAttachments.getState();
  if (ticketId !== null) await loadAttachments(ticketId);
}

/** Waits for files to be attached and keeps which were not; says so at once where another ticket is shown by then. */
export async function attachFiles(ticketId: TicketId, call: Promise<Outcome<AttachResult>>): Promise<void> {
  const outcome = await call;
  if (!outcome.ok) {
    useProblemBanner.setState({ problem: outcome.problem });
    return;
  }
  const { refused } = outcome.value;
  const id = movedTo.get(ticketId) ?? ticketId;
  setRefused(id, refused);
  const [first] = refused;
  if (!first || useAttachments.getState().ticketId === id) return;
  useProblemBanner.setState({ problem: { ...first.problem, message: `${first.fileName}: ${first.problem.message}` } });
}

/** Takes what was not attached along when its ticket gets the server's id. */
export function moveAttachments(from: TicketId, to: TicketId): void {
  movedTo.set(from, to);
  setRefused(to, useRefused.getState().byTicket.get(from) ?? none);
  setRefused(from, none);
  if (useAttachments.getState().ticketId === from) useAttachments.setState({ ticketId: to });
}

export function dismissRefused(ticketId: TicketId): void {
  setRefused(ticketId, none);
}

function setRefused(ticketId: TicketId, refused: Refused): void {
  useRefused.setState(({ byTicket }) => {
    const next = new Map(byTicket).set(ticketId, refused);
    if (refused.length === 0) next.delete(ticketId);
    return { byTicket: next };
  });
}

/** Forgets everything; for another account. */
export function resetAttachments(): void {
  asked += 1;
  movedTo.clear();
  useRefused.setState({ byTicket: new Map() });
  useAttachments.setState(nothing);
}
