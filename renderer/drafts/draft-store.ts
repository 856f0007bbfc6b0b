import { create } from 'zustand';
import type { Draft, DraftContent } from '../../electron/contract/draft.ts';
import { attemptUnasked, useFault } from '../parts/attempt.ts';
import { DraftSaver } from './draft-saver.ts';

/** What stands unsent in forms, by the drafts' keys. Forms read and write here; the disk follows within half a second. */
export const useDrafts = create<{ readonly drafts: ReadonlyMap<string, Draft> }>(() => ({ drafts: new Map() }));

const saver = new DraftSaver((key, content) => {
  const { drafts } = window.desk;
  return attemptUnasked(content === null ? drafts.remove({ key }) : drafts.save({ key, content }));
});

let asked = 0;

/** Reads the drafts of the open account. What is typed meanwhile is newer than the answer. */
export async function loadDrafts(): Promise<void> {
  asked += 1;
  const number = asked;
  const outcome = await window.desk.drafts.list();
  if (number !== asked) return;
  if (!outcome.ok) {
    useFault.setState({ problem: outcome.problem });
    return;
  }
  const stored = outcome.value.map((draft) => [draft.key, draft] as const);
  useDrafts.setState(({ drafts }) => ({ drafts: new Map([...stored, ...drafts]) }));
}

/** What was left in a form, as long as it is of that form. */
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

/** Keeps what stands in a form. */
export function keepDraft(key: string, content: DraftContent): void {
  const draft: Draft = { key, content, savedAtMs: Date.now() };
  useDrafts.setState(({ drafts }) => ({ drafts: new Map(drafts).set(key, draft) }));
  saver.put(key, content);
}

/** Throws away what stood in a form. */
export function dropDraft(key: string): void {
  if (useDrafts.getState().drafts.has(key)) saver.put(key, null);
  forget(key);
}

/** A draft that a change was made of: the call that took the change has removed it from the disk. */
export function draftWasSent(key: string): void {
  saver.forget(key);
  forget(key);
}

/** Puts everything typed on the disk now. Answers whether that worked. */
export function flushDrafts(): Promise<boolean> {
  return saver.flush();
}

/** Forgets everything; for another account. */
export function resetDrafts(): void {
  asked += 1;
  saver.clear();
  useDrafts.setState({ drafts: new Map() });
}

function forget(key: string): void {
  useDrafts.setState(({ drafts }) => {
    const rest = new Map(drafts);
    rest.delete(key);
    return { drafts: rest };
  });
}
