/* The open ticket’s files that are on this computer, and what is done with several at once. */

import type { Attachment, KeptAttachment } from '../../electron/contract/attachment.ts';
import { isLocalTicketId, type TicketId } from '../../electron/contract/ids.ts';
import type { Problem } from '../../electron/contract/problem.ts';
import { accountStore, inSameAccount } from './account-store.ts';
import { showProblem } from './feedback.ts';

type KeptState = { readonly ticketId: TicketId | null; readonly files: ReadonlyMap<string, KeptAttachment> };

const none: KeptState = { ticketId: null, files: new Map() };

export const useKept = accountStore<KeptState>(none);

/** The kept files of one ticket, by their ids; none while the store still holds those of another. */
export const useKeptOf = (ticketId: TicketId) =>
  useKept((store) => (store.ticketId === ticketId ? store.files : none.files));

/** Reads which files of a ticket are kept. It only adorns the list, so a failure is not shown. */
export async function loadKept(ticketId: TicketId): Promise<void> {
  useKept.supersede();
  if (isLocalTicketId(ticketId)) return;
  const outcome = await useKept.newest(window.desk.attachments.kept({ ticketId }));
  if (!outcome?.ok) return;
  useKept.setState({ ticketId, files: new Map(outcome.value.map((file) => [file.attachmentId, file])) });
}

type Unsaved = { readonly fileName: string; readonly problem: Problem };

/** `null` while nothing is or was saved. */
export type Saving = {
  readonly ticketId: TicketId;
  readonly folder: string;
  readonly count: number;
  readonly done: number;
  readonly unsaved: readonly Unsaved[];
  readonly isOver: boolean;
};

export const useSaving = accountStore<{ readonly saving: Saving | null }>({ saving: null });

/** Asks for a folder and saves these files in it, one after the other, until it is stopped. */
export async function saveFiles(ticketId: TicketId, attachments: readonly Attachment[]): Promise<void> {
  const chosen = await inSameAccount(window.desk.attachments.chooseFolder());
  if (chosen && !chosen.ok) showProblem(chosen.problem);
  if (!chosen?.ok || !chosen.value) return;
  const { folderId, name: folder } = chosen.value;
  let saving: Saving = { ticketId, folder, count: attachments.length, done: 0, unsaved: [], isOver: false };
  const show = (change: Partial<Saving>) => {
    saving = { ...saving, ...change };
    useSaving.setState({ saving });
  };
  show({});
  for (const { id: attachmentId, fileName } of attachments) {
    const outcome = await inSameAccount(window.desk.attachments.saveInFolder({ ticketId, attachmentId, folderId }));
    if (!outcome) return;
    if (useSaving.getState().saving !== saving) return; // stopped
    if (outcome.ok) show({ done: saving.done + 1 });
    else show({ unsaved: [...saving.unsaved, { fileName, problem: outcome.problem }] });
  }
  show({ isOver: true });
}

/** Stops after the file that is being saved. */
export function stopSaving(): void {
  const { saving } = useSaving.getState();
  if (saving) useSaving.setState({ saving: { ...saving, isOver: true } });
}

export function dismissSaving(): void {
  useSaving.setState({ saving: null });
}
