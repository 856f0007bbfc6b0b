/* Filled forms that the user keeps under a name, to begin new tickets from. */

import type { Template } from '../../electron/contract/draft.ts';
import type { Problem } from '../../electron/contract/problem.ts';
import type { Rhythm } from '../../electron/contract/repeats.ts';
import { words } from '../words/words.ts';
import { accountStore, inSameAccount } from './account-store.ts';
import { attempt, offerUndo } from './feedback.ts';
import { findRhythm, saveRhythm } from './repeats.ts';

type TemplateState = { readonly templates: readonly Template[]; readonly problem: Problem | null };

/** The filled forms that the user keeps under a name. */
export const useTemplates = accountStore<TemplateState>({ templates: [], problem: null });

export async function loadTemplates(): Promise<void> {
  const outcome = await useTemplates.newest(window.desk.templates.list());
  if (outcome?.ok) useTemplates.setState({ templates: outcome.value, problem: null });
  else if (outcome) useTemplates.setState({ problem: outcome.problem });
}

/** Saves a form under a name. Returns whether that worked. */
export async function saveTemplate(name: string, fields: Template['fields']): Promise<boolean> {
  const outcome = await inSameAccount(window.desk.templates.save({ name, fields }));
  if (outcome?.ok) await loadTemplates();
  else if (outcome) useTemplates.setState({ problem: outcome.problem });
  return outcome?.ok ?? false;
}

/**
 * Saves a template again that was removed, under a new id, and gives it its rhythm back. The banner says if that fails: the dialog
 * may be closed by now.
 */
async function restore(name: string, fields: Template['fields'], rhythm: Rhythm | null): Promise<void> {
  if (!(await inSameAccount(attempt(window.desk.templates.save({ name, fields }))))) return;
  await loadTemplates();
  if (!rhythm) return;
  const saved = useTemplates.getState().templates.find((template) => template.name === name);
  if (saved) await saveRhythm(saved.id, rhythm);
}

/** Removes a template, and with it its rhythm. It can be restored for a moment, unless another one has its name by then. */
export async function removeTemplate({ id, name, fields }: Template): Promise<void> {
  const rhythm = await findRhythm(id);
  if (rhythm === undefined) return;
  const outcome = await inSameAccount(window.desk.templates.remove({ id }));
  if (!outcome) return;
  if (!outcome.ok) {
    useTemplates.setState({ problem: outcome.problem });
    return;
  }
  offerUndo(rhythm ? words.repeats.removed({ name }) : words.form.template.removed({ name }), () => {
    if (useTemplates.getState().templates.every((other) => other.name !== name)) void restore(name, fields, rhythm);
  });
  await loadTemplates();
}
