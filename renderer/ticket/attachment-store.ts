import { create } from 'zustand';
import type { AttachmentList, AttachResult } from '../../electron/contract/attachment.ts';
import type { Outcome } from '../../electron/contract/calls.ts';
import { isLocalTicketId, type TicketId } from '../../electron/contract/ids.ts';
import type { Problem } from '../../electron/contract/problem.ts';
import { useFault } from '../parts/attempt.ts';

type AttachmentState = {
  readonly ticketId: TicketId | null;
  /** `null` until it has been read. */
  readonly list: AttachmentList | null;
  readonly problem: Problem | null;
  /** What was not attached lately, and why. */
  readonly refused: AttachResult['refused'];
};

const nothing: AttachmentState = { ticketId: null, list: null, problem: null, refused: [] };

/** The files of the ticket in the reading pane. */
export const useAttachments = create<AttachmentState>(() => nothing);

/** The files of one ticket; none while the store still holds those of another. */
export function useAttachmentsOf(ticketId: TicketId): AttachmentState {
  return useAttachments((store) => (store.ticketId === ticketId ? store : nothing));
}

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

/** Waits for files to be attached and says which were not. */
export async function attachFiles(ticketId: TicketId, call: Promise<Outcome<AttachResult>>): Promise<void> {
  const outcome = await call;
  if (!outcome.ok) useFault.setState({ problem: outcome.problem });
  else if (useAttachments.getState().ticketId === ticketId) useAttachments.setState({ refused: outcome.value.refused });
}

/** Takes what was not attached along when its ticket gets the server's id. */
export function moveAttachments(from: TicketId, to: TicketId): void {
  if (useAttachments.getState().ticketId === from) useAttachments.setState({ ticketId: to });
}

export function dismissRefused(): void {
  useAttachments.setState({ refused: [] });
}

/** Forgets everything; for another account. */
export function resetAttachments(): void {
  asked += 1;
  useAttachments.setState(nothing);
}
