/* The open ticket’s files that are on this computer, and what is done with several at once. */

import type { Attachment, KeptAttachment } from '../../electron/contract/attachment.ts';
import { isLocalTicketId, type TicketId } from '../../electron/contract/ids.ts';
import type { Problem } from '../../electron/contract/problem.ts';
import { accountStore, inSameAccount } from './account-store.ts';
import { attemptInBackground, showProblem } from './feedback.ts';
import { changeSettings } from './settings.ts';

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

/** Asks where to save a file, and does so. Returns the name it has there; `null` if the user left that, or if it failed. */
export async function saveFile(ticketId: TicketId, attachmentId: string): Promise<string | null> {
  const outcome = await inSameAccount(window.desk.attachments.save({ ticketId, attachmentId }));
  if (outcome?.ok) return outcome.value.fileName;
  if (outcome) showProblem(outcome.problem);
  return null;
}

/** How much of the disk the kept files of all tickets take; `null` until that is known. */
export const useKeptUsage = accountStore<{ readonly usedBytes: number | null }>({ usedBytes: null });

/** Reads how much that is. It only adorns a setting, so a failure is not shown. */
export async function loadKeptUsage(): Promise<void> {
  const outcome = await useKeptUsage.newest(window.desk.attachments.usage());
  if (outcome?.ok) useKeptUsage.setState({ usedBytes: outcome.value.usedBytes });
}

/** Sets how much they may take, and reads how much is left of them: the answer to a question before would be the old one. */
export async function setKeptFilesBudget(keptFilesMb: number): Promise<void> {
  await changeSettings({ keptFilesMb });
  await loadKeptUsage();
}

type Unsaved = { readonly fileName: string; readonly problem: Problem };

/** `null` while nothing is or was saved. */
export type Saving = {
  readonly ticketId: TicketId;
  readonly folder: string;
  readonly count: number;
  readonly done: number;
  readonly unsaved: readonly Unsaved[];
  readonly isStopped: boolean;
  readonly isOver: boolean;
};

type SavingState = {
  readonly saving: Saving | null;
  /** The user is choosing the folder. */
  readonly isChoosing: boolean;
};

export const useSaving = accountStore<SavingState>({ saving: null, isChoosing: false });

/** Asks for a folder and saves these files in it, one after the other, until it is stopped. */
export async function saveFiles(ticketId: TicketId, attachments: readonly Attachment[]): Promise<void> {
  if (useSaving.getState().isChoosing) return; // the button was pressed twice before the system's dialog came
  useSaving.setState({ isChoosing: true });
  const chosen = await inSameAccount(window.desk.attachments.chooseFolder());
  if (chosen) useSaving.setState({ isChoosing: false });
  if (chosen && !chosen.ok) showProblem(chosen.problem);
  if (!chosen?.ok || !chosen.value) return;
  const { folderId, name: folder } = chosen.value;
  const begun = { ticketId, folder, count: attachments.length };
  useSaving.setState({ saving: { ...begun, done: 0, unsaved: [], isStopped: false, isOver: false } });
  for (const { id: attachmentId, fileName } of attachments) {
    const outcome = await inSameAccount(window.desk.attachments.saveInFolder({ ticketId, attachmentId, folderId }));
    if (!outcome) return;
    if (!outcome.ok) {
      const unsaved = { fileName, problem: outcome.problem };
      change((saving) => ({ unsaved: [...saving.unsaved, unsaved] }));
    } else if (outcome.value.fileName !== null) change(({ done }) => ({ done: done + 1 }));
    if (useSaving.getState().saving?.isStopped) break;
  }
  change(() => ({ isOver: true }));
}

const change = (to: (saving: Saving) => Partial<Saving>) =>
  useSaving.setState(({ saving }) => ({ saving: saving && { ...saving, ...to(saving) } }));

/** Stops with the file that is being saved, of which nothing is left. */
export async function stopSaving(): Promise<void> {
  change(() => ({ isStopped: true }));
  await attemptInBackground(window.desk.attachments.stopSaving());
}

export function dismissSaving(): void {
  useSaving.setState({ saving: null });
}
