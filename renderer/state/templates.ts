import { create } from 'zustand';
import type { Template } from '../../electron/contract/draft.ts';
import type { Problem } from '../../electron/contract/problem.ts';
import { words } from '../words/words.ts';
import { offerUndo } from './feedback.ts';

type TemplateState = { readonly templates: readonly Template[]; readonly problem: Problem | null };

const nothing: TemplateState = { templates: [], problem: null };

/** The filled forms that are kept under a name. */
export const useTemplates = create<TemplateState>(() => nothing);

let account = 0;

export async function loadTemplates(): Promise<void> {
  const before = account;
  const outcome = await window.desk.templates.list();
  if (before !== account) return;
  if (outcome.ok) useTemplates.setState({ templates: outcome.value, problem: null });
  else useTemplates.setState({ problem: outcome.problem });
}

/** Keeps a form under a name. Answers whether that worked. */
export async function saveTemplate(name: string, fields: Template['fields']): Promise<boolean> {
  const outcome = await window.desk.templates.save({ name, fields });
  if (outcome.ok) await loadTemplates();
  else useTemplates.setState({ problem: outcome.problem });
  return outcome.ok;
}

/** Removes a template; it can be had back for a moment, unless another one has its name by then. */
export async function removeTemplate({ id, name, fields }: Template): Promise<void> {
  const outcome = await window.desk.templates.remove({ id });
  if (!outcome.ok) {
    useTemplates.setState({ problem: outcome.problem });
    return;
  }
  offerUndo(words.form.template.removed(name), () => {
    if (useTemplates.getState().templates.every((other) => other.name !== name)) void saveTemplate(name, fields);
  });
  await loadTemplates();
}

/** Forgets everything; for another account. */
export function resetTemplates(): void {
  account += 1;
  useTemplates.setState(nothing);
}
