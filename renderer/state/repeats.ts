/* Repeating requests: the prepared requests that wait, and the rhythms of templates. */

import type { Draft } from '../../electron/contract/draft.ts';
import { draftKeyOf, type PreparedRequest, type Repeats, type Rhythm } from '../../electron/contract/repeats.ts';
import { words } from '../words/words.ts';
import { accountStore, inSameAccount } from './account-store.ts';
import { continueDraft } from './continue-draft.ts';
import { discardDraft, flushDrafts, isPrepared, isSubmitted, saveDraft, useDrafts } from './drafts.ts';
import { attempt, offerUndo, showProblem } from './feedback.ts';
import { useForm } from './form.ts';

/** The prepared requests that wait. */
export const useRepeats = accountStore<Pick<Repeats, 'waiting'>>({ waiting: [] });

/** Reads what waits, with its drafts. */
export async function loadRepeats(): Promise<void> {
  const outcome = await useRepeats.newest(Promise.all([window.desk.repeats.list(), window.desk.drafts.list()]));
  if (!outcome) return;
  const [repeats, drafts] = outcome;
  if (repeats.ok) useRepeats.setState({ waiting: repeats.value.waiting });
  if (drafts.ok) takePrepared(drafts.value);
  const failed = [repeats, drafts].find((each) => !each.ok);
  if (failed && !failed.ok) showProblem(failed.problem);
}

/** Takes the drafts of prepared requests, which the main process writes. One in which the user wrote since is newer. */
function takePrepared(stored: readonly Draft[]): void {
  const { drafts } = useDrafts.getState();
  const newer = stored.filter(
    ({ key, savedAtMs }) => isPrepared(key) && !isBeingFilled(key) && (drafts.get(key)?.savedAtMs ?? 0) < savedAtMs,
  );
  if (newer.length === 0) return;
  useDrafts.setState({ drafts: new Map([...drafts, ...newer.map((draft) => [draft.key, draft] as const)]) });
  const { open } = useForm.getState();
  const content = newer.find(({ key }) => key === open?.key)?.content;
  if (open?.form !== 'new' || content?.form !== 'new') return;
  useForm.setState({ open: { ...open, fields: content.fields, initialFields: content.fields } });
}

/** Whether a draft is in the open form, and the user has written there or sends it just now. */
function isBeingFilled(key: string): boolean {
  const { open } = useForm.getState();
  return open?.key === key && (isSubmitted(key) || open.fields !== open.initialFields);
}

/** Opens the draft of a prepared request in its form. */
export async function openPrepared({ id }: PreparedRequest): Promise<void> {
  const draft = useDrafts.getState().drafts.get(draftKeyOf(id));
  if (draft) await continueDraft(draft);
}

/** Discards a prepared request. It can be restored for a moment. */
export async function skipPrepared({ id, templateName }: PreparedRequest): Promise<void> {
  const key = draftKeyOf(id);
  const draft = useDrafts.getState().drafts.get(key);
  if (!draft) {
    await attempt(window.desk.repeats.skip({ id }));
    return;
  }
  discardDraft(key);
  if ((await inSameAccount(flushDrafts())) === null) return;
  offerUndo(words.repeats.skipped({ name: templateName }), () => saveDraft(key, draft.content));
}

/** Gives a template a rhythm, or with `null` none. Returns whether that worked. */
export async function saveRhythm(templateId: string, rhythm: Rhythm | null): Promise<boolean> {
  const isSaved = await inSameAccount(attempt(window.desk.repeats.save({ templateId, rhythm })));
  if (isSaved) await loadRepeats();
  return isSaved ?? false;
}

/**
 * Returns the rhythm of a template, `null` when it has none. It is asked for each time: one that is not known is not to be taken
 * for none, and written over. Returns `undefined` after a problem, which is shown.
 */
export async function findRhythm(templateId: string): Promise<Rhythm | null | undefined> {
  const outcome = await inSameAccount(window.desk.repeats.list());
  if (outcome?.ok) return outcome.value.rhythms.find((each) => each.templateId === templateId)?.rhythm ?? null;
  if (outcome) showProblem(outcome.problem);
  return undefined;
}
