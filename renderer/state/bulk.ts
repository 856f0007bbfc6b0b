/* What is done to many tickets at once: first a preview of what it would change, then one change for each in the outbox. */

import { flushSync } from 'react-dom';
import { isAddress, readRecipients } from '../../electron/contract/addresses.ts';
import type { GroupId, TicketId } from '../../electron/contract/ids.ts';
import type { Problem } from '../../electron/contract/problem.ts';
import {
  type BulkAction,
  type BulkPreview,
  maxTicketsAtOnce,
  type Obstacle,
} from '../../electron/contract/ticket-actions.ts';
import { words } from '../words/words.ts';
import { accountStore, inSameAccount } from './account-store.ts';
import { closeDialog, useDialog, watchDialog } from './dialogs.ts';
import { draftKeys, flushDrafts, forgetSentDraft, submitOnce, useDrafts } from './drafts.ts';
import { offerUndo, showNotice, showProblem } from './feedback.ts';
import { targets } from './list-actions.ts';
import { clearSelection } from './selection.ts';

type Bulk = {
  /** The tickets that the dialog was opened for: it stays with them, whatever is selected meanwhile. */
  readonly ids: readonly TicketId[];
  /** `null` until it is known. */
  readonly preview: BulkPreview | null;
  readonly problem: Problem | null;
};

export const useBulk = accountStore<Bulk>({ ids: [], preview: null, problem: null });

/** Takes the tickets that the action is about. */
export function beginBulk(): void {
  useBulk.reset();
  const ids = targets();
  useBulk.setState({ ids, preview: ids.length === 0 ? { able: [], unable: [] } : null });
}

/** Finds out which of the tickets an action can be done to. Until that is known, no preview of another one is confirmed. */
export async function previewBulk(action: BulkAction): Promise<void> {
  const { ids } = useBulk.getState();
  if (ids.length === 0) return;
  withdrawPreview();
  const outcome = await useBulk.newest(window.desk.outbox.previewMany({ ids: [...ids], action }));
  if (!outcome) return;
  if (outcome.ok) useBulk.setState({ preview: outcome.value, problem: null });
  else useBulk.setState({ problem: outcome.problem });
}

/** Forgets a preview of what is no longer meant. */
export function withdrawPreview(): void {
  useBulk.supersede();
  useBulk.setState({ preview: null });
}

/** Returns the one address that a typed or pasted text means, without the name beside it; `null` for none and for several. */
export function addressIn(typed: string): string | null {
  const [address = '', ...others] = readRecipients(typed);
  return others.length === 0 && isAddress(address) ? address : null;
}

/** Returns whether the action can be confirmed. */
export const isAble = (preview: BulkPreview | null): preview is BulkPreview =>
  preview !== null && preview.able.length > 0 && preview.able.length <= maxTicketsAtOnce;

/**
 * Hands one change for each ticket to the outbox, which removes the draft. Then it can be undone for a moment. The selection
 * stays for what comes next, such as a snooze after a comment, unless nothing comes after it.
 */
export async function performBulk(action: BulkAction, draftKey: string | null): Promise<void> {
  const { preview } = useBulk.getState();
  if (!isAble(preview)) return;
  const isSameDialog = watchDialog();
  const isStillOpen = () => isSameDialog() || (draftKey !== null && draftInDialog() === draftKey);
  await submitOnce(bulkKey(action.kind, draftKey), () => handOver(action, preview, draftKey, isStillOpen));
}

/** Under which key an action is handed over: its draft's, or, where it has none, its own. */
export const bulkKey = (kind: BulkAction['kind'], draftKey: string | null): string => draftKey ?? `bulk-${kind}`;

/** The draft that is written in the dialog; it may have been left and opened again. */
function draftInDialog(): string | null {
  const { open } = useDialog.getState();
  return open?.name === 'bulkComment' ? (open.draft ?? draftKeys.bulkComment) : null;
}

async function handOver(
  action: BulkAction,
  preview: BulkPreview,
  draftKey: string | null,
  isStillOpen: () => boolean,
): Promise<void> {
  useBulk.setState({ problem: null });
  // No save of the draft may come after the call that removes it.
  if ((await inSameAccount(flushDrafts())) === null) return;
  const isDraft = draftKey !== null && useDrafts.getState().drafts.has(draftKey);
  const outcome = await inSameAccount(
    window.desk.outbox.addMany({ ids: preview.able, action, draftKey: isDraft ? draftKey : null }),
  );
  if (!outcome) return;
  if (!outcome.ok) {
    if (isStillOpen()) useBulk.setState({ problem: outcome.problem });
    else showProblem(outcome.problem);
    return;
  }
  if (draftKey !== null) forgetSentDraft(draftKey);
  if (isStillOpen()) flushSync(closeDialog); // the keyboard is back where it was before the selection's toolbar may go
  if (action.kind === 'cancel') clearSelection();
  const { groupId, added } = outcome.value;
  offerUndo(words.list.done[action.kind]({ count: added }), () => void undoBulk(groupId));
}

/** Discards what has not left yet, and says if some has. */
async function undoBulk(groupId: GroupId): Promise<void> {
  const outcome = await inSameAccount(window.desk.outbox.discardGroup({ groupId }));
  if (!outcome) return;
  if (!outcome.ok) {
    showProblem(outcome.problem);
    return;
  }
  const { discarded, kept } = outcome.value;
  if (kept > 0) showNotice(words.list.done.undone({ discarded, kept }));
}

export type ObstacleGroup = { readonly obstacle: Obstacle; readonly tickets: BulkPreview['unable'] };

/** Groups the tickets that an action leaves out by the reason, the most frequent first. */
export function groupsOf({ unable }: Pick<BulkPreview, 'unable'>): ObstacleGroup[] {
  const groups = new Map<Obstacle, BulkPreview['unable']>();
  for (const ticket of unable) {
    const group = groups.get(ticket.obstacle);
    if (group) group.push(ticket);
    else groups.set(ticket.obstacle, [ticket]);
  }
  return [...groups]
    .map(([obstacle, tickets]) => ({ obstacle, tickets }))
    .sort((one, other) => other.tickets.length - one.tickets.length);
}
