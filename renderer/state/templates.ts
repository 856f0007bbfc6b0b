import type { Template } from '../../electron/contract/draft.ts';
import type { Problem } from '../../electron/contract/problem.ts';
import { words } from '../words/words.ts';
import { accountStore, inSameAccount } from './account-store.ts';
import { offerUndo } from './feedback.ts';

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

/** Removes a template. It can be restored for a moment, unless another one has its name by then. */
export async function removeTemplate({ id, name, fields }: Template): Promise<void> {
  const outcome = await inSameAccount(window.desk.templates.remove({ id }));
  if (!outcome) return;
  if (!outcome.ok) {
    useTemplates.setState({ problem: outcome.problem });
    return;
  }
  offerUndo(words.form.template.removed({ name }), () => {
    if (useTemplates.getState().templates.every((other) => other.name !== name)) void saveTemplate(name, fields);
  });
  await loadTemplates();
}
