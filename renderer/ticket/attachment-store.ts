import { create } from 'zustand';
import type { AttachmentList, AttachResult } from '../../electron/contract/attachment.ts';
import type { Outcome } from '../../electron/contract/calls.ts';
import type { TicketId } from '../../electron/contract/ids.ts';
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

let asked = 0;

/** Reads the files of a ticket: another one, or the same again because they changed. */
export async function loadAttachments(ticketId: TicketId): Promise<void> {
  asked += 1;
  const number = asked;
  if (useAttachments.getState().ticketId !== ticketId) useAttachments.setState({ ...nothing, ticketId });
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

export function dismissRefused(): void {
  useAttachments.setState({ refused: [] });
}

/** Forgets everything; for another account. */
export function resetAttachments(): void {
  asked += 1;
  useAttachments.setState(nothing);
}
