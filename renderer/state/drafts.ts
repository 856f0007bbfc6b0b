import type { Draft, DraftContent } from '../../electron/contract/draft.ts';
import { type ChangeId, type TicketId, ticketIdSchema } from '../../electron/contract/ids.ts';
import { preparedIdOf } from '../../electron/contract/repeats.ts';
import { accountStore, inSameAccount } from './account-store.ts';
import { attemptInBackground, showProblem } from './feedback.ts';
import { Saver, withoutKey } from './saver.ts';

/** What was typed into forms and not sent yet, by the drafts' keys. The disk follows within half a second. */
export const useDrafts = accountStore<{ readonly drafts: ReadonlyMap<string, Draft> }>({ drafts: new Map() });

const copyPrefix = 'copy:';

/** The keys of drafts. The same form about the same thing has the same key, and so finds what was typed in it before. */
export const draftKeys = {
  newTicket: 'new',
  copy: (ticketId: TicketId) => copyPrefix + ticketId,
  /** A draft beside one that has the key already. */
  again: (key: string) => `again:${key}`,
  edit: (ticketId: TicketId) => `edit:${ticketId}`,
  cancel: (ticketId: TicketId) => `cancel:${ticketId}`,
  bulkComment: 'bulk-comment',
  comment: (ticketId: TicketId) => `comment:${ticketId}`,
  commentText: 'comment-text',
  /** The edit of a change in the outbox. */
  change: (changeId: ChangeId) => `change:${changeId}`,
};

/** Whether a draft is a prepared request: Colodesk filled it in, and to discard it is to skip the request. */
export const isPrepared = (key: string): boolean => preparedIdOf(key) !== null;

/** Returns the ticket that a copy was made of; `null` if the draft is no copy. */
export function copiedTicketOf(key: string): TicketId | null {
  return key.startsWith(copyPrefix) ? (ticketIdSchema.safeParse(key.slice(copyPrefix.length)).data ?? null) : null;
}

/**
 * Reads the drafts of the open account. What is typed before the response arrives is newer and takes its place; the draft that was
 * there is kept beside it.
 */
export async function loadDrafts(): Promise<void> {
  const outcome = await useDrafts.newest(window.desk.drafts.list());
  if (!outcome) return;
  if (!outcome.ok) {
    showProblem(outcome.problem);
    return;
  }
  const stored = outcome.value.map((draft) => [draft.key, draft] as const);
  const typed = useDrafts.getState().drafts;
  useDrafts.setState({ drafts: new Map([...stored, ...typed]) });
  for (const [key, draft] of stored) if (typed.has(key)) restoreDraft(draft);
}

/** Returns what was typed into a form; `null` if nothing was, or if the draft is of another form. */
export function draftContent<F extends DraftContent['form']>(
  key: string,
  form: F,
): Extract<DraftContent, { form: F }> | null {
  const content = useDrafts.getState().drafts.get(key)?.content;
  return content && isOfForm(content, form) ? content : null;
}

function isOfForm<F extends DraftContent['form']>(
  content: DraftContent,
  form: F,
): content is Extract<DraftContent, { form: F }> {
  return content.form === form;
}

/** Saves what a form holds. */
export function saveDraft(key: string, content: DraftContent): void {
  const draft: Draft = { key, content, savedAtMs: Date.now() };
  useDrafts.setState(({ drafts }) => ({ drafts: new Map(drafts).set(key, draft) }));
  saver.put(key, content);
}

/** Discards what a form held. */
export function discardDraft(key: string): void {
  if (useDrafts.getState().drafts.has(key)) saver.put(key, null);
  removeFromStore(key);
}

/** Forgets a draft whose change was sent: the call that took the change has removed the draft from the disk. */
export function forgetSentDraft(key: string): void {
  saver.forget(key);
  removeFromStore(key);
}

function removeFromStore(key: string): void {
  useDrafts.setState(({ drafts }) => ({ drafts: withoutKey(drafts, key) }));
}

/** Returns the key, or one made from it under which there is no draft yet. */
export function unusedKey(key: string): string {
  return useDrafts.getState().drafts.has(key) ? unusedKey(draftKeys.again(key)) : key;
}

/**
 * What is being handed to the outbox, by the keys of its drafts, each until that has ended. The forms of these keys are locked,
 * also one that is opened meanwhile: what is typed now would go with the draft, and what is sent once more would be sent twice.
 */
const useSubmitted = accountStore<{ readonly ends: ReadonlyMap<string, Promise<unknown>> }>({ ends: new Map() });

/** Whether a form is being handed to the outbox. */
export const isSubmitted = (key: string): boolean => useSubmitted.getState().ends.has(key);

export const useIsSubmitted = (key: string): boolean => useSubmitted(({ ends }) => ends.has(key));

/** Hands a form to the outbox by `submit`, and locks it meanwhile. Returns `null` if that is under way already. */
export async function submitOnce<T>(key: string, submit: () => Promise<T>): Promise<T | null> {
  if (isSubmitted(key)) return null;
  const end = Promise.resolve().then(submit);
  useSubmitted.setState(({ ends }) => ({ ends: new Map(ends).set(key, end) }));
  try {
    return await end;
  } finally {
    // Another account may be open by now, and hand over a form of the same key.
    if (useSubmitted.getState().ends.get(key) === end) {
      useSubmitted.setState(({ ends }) => ({ ends: withoutKey(ends, key) }));
    }
  }
}

/** Changes a draft: at once, or, while it is being handed to the outbox, after that. */
export async function onceSubmitted(key: string, change: () => void): Promise<void> {
  const end = useSubmitted.getState().ends.get(key);
  if (!end || (await inSameAccount(end.then(() => true)))) change();
}

/** Restores a draft. What was typed in its place since is kept as well. */
export function restoreDraft({ key, content }: Draft): void {
  const isFree = unusedKey(key) === key;
  if (content.form === 'comment' && !isFree) {
    void onceSubmitted(key, () => addToCommentDraft(content.ticketId, content.comment));
  } else if (content.form !== 'cancel' || isFree) saveDraft(unusedKey(key), content);
}

/** Appends a text to the new comment on a ticket, after what has been written there already. */
export function addToCommentDraft(ticketId: TicketId, text: string): void {
  const key = draftKeys.comment(ticketId);
  const written = draftContent(key, 'comment')?.comment;
  const comment = written ? `${written}\n\n${text}` : text;
  saveDraft(key, { form: 'comment', ticketId, comment, changeId: null });
}

/** Writes all drafts to the disk now. Returns whether that worked. */
export function flushDrafts(): Promise<boolean> {
  return saver.flush();
}

const saver = new Saver<DraftContent | null>((key, content) => {
  const { drafts } = window.desk;
  return attemptInBackground(content === null ? drafts.remove({ key }) : drafts.save({ key, content }));
});
