/*
 * Edits that are written on top of another one of the user's, which is on its way: what the server makes of the texts of that one
 * is nobody else's doing. For edits that are in the outbox already, the main process sees to that.
 */

import type { OutboxItem } from '../../electron/contract/change.ts';
import { editAfter, heldInstead, type SentEdit, toldTexts } from '../../electron/contract/edit-merge.ts';
import type { HeldFields } from '../../electron/contract/fields.ts';
import type { TicketId } from '../../electron/contract/ids.ts';
import { inSameAccount } from './account-store.ts';
import { saveDraft, useDrafts } from './drafts.ts';
import { useForm } from './form.ts';
import { rebaseForm, type WrittenEdit } from './form-actions.ts';
import { confirmedAmong, useOutbox } from './outbox.ts';

/** Returns what it is given where that stays as it is. */
type Rebase = <Edit extends WrittenEdit>(edit: Edit) => Edit;

function rebaseWritten(rebase: Rebase): void {
  rebaseForm(rebase);
  const openKey = useForm.getState().open?.key;
  for (const { key, content } of useDrafts.getState().drafts.values()) {
    if (content.form !== 'edit' || key === openKey) continue;
    const rebased = rebase(content);
    if (rebased !== content) saveDraft(key, rebased);
  }
}

/** Lets the edits on top of a change of their ticket start from what stands there now; see `baseAfter`. */
const rebaseOnTop = (ticketId: TicketId, before: SentEdit, held: HeldFields): void =>
  rebaseWritten((edit) =>
    edit.ticketId === ticketId && edit.changeId === null ? editAfter(edit, before, held) : edit,
  );

/** Returns those of some changes on top of which an edit is written. */
export function writtenOn(changes: readonly OutboxItem[]): OutboxItem[] {
  const { open } = useForm.getState();
  const written = [open, ...[...useDrafts.getState().drafts.values()].map(({ content }) => content)];
  const edited = new Set(
    written.flatMap((edit) => (edit?.form === 'edit' && edit.changeId === null ? [edit.ticketId] : [])),
  );
  return changes.filter(({ change, ticketId }) => change.kind === 'update' && edited.has(ticketId));
}

/** Lets these edits start from what the server made of the changes before them, as far as those left the outbox confirmed. */
export async function rebaseEdits(left: readonly OutboxItem[]): Promise<void> {
  const confirmed = await inSameAccount(confirmedAmong(left.map(({ id }) => id)));
  for (const { id, change, ticketId } of writtenOn(left)) {
    if (change.kind !== 'update' || !confirmed?.has(id)) continue;
    const outcome = await inSameAccount(window.desk.tickets.read({ id: ticketId }));
    if (!outcome?.ok || !outcome.value) continue;
    const { summary, detail } = outcome.value;
    rebaseOnTop(ticketId, change, toldTexts(summary, detail));
  }
}

/**
 * Lets the edits of changes in the outbox that are written start from what these changes start from by now, and those on top of
 * such a change from what that became when it was rewritten.
 */
export function rebaseRewrites(items: readonly OutboxItem[]): void {
  const updates = new Map(items.map(({ id, change }) => [id, change]));
  const rewrites = useOutbox.getState().items.flatMap(({ id, ticketId, change: old }) => {
    const now = updates.get(id);
    return old.kind === 'update' && now?.kind === 'update' ? [{ id, ticketId, old, now }] : [];
  });
  rebaseWritten((edit) =>
    rewrites.reduce((rebased, { id, ticketId, old, now }) => {
      if (edit.changeId === id) return editAfter(rebased, { fields: old.base, base: {} }, now.base);
      if (edit.changeId !== null || edit.ticketId !== ticketId) return rebased;
      return editAfter(rebased, { fields: old.fields, base: {} }, heldInstead(old, now));
    }, edit),
  );
}

/** Lets the edits on top of a change start from what that started from: it was discarded. Returns how to take that back. */
export function rebaseOnDiscarded({ change, ticketId }: OutboxItem): () => void {
  if (change.kind !== 'update') return () => undefined;
  const { fields, base } = change;
  rebaseOnTop(ticketId, { fields, base: {} }, base);
  return () => rebaseOnTop(ticketId, { fields: base, base: {} }, fields);
}
