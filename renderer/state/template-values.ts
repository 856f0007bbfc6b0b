/* What the variables of templates and comment texts stand for now. */

import { foldText } from '../../electron/contract/search-text.ts';
import {
  type KnownVariable,
  knownVariables,
  type VariableValues,
  variablesIn,
  weekOf,
} from '../../electron/contract/template-text.ts';
import { formatList, wordsLocale } from '../words/numbers.ts';
import { words } from '../words/words.ts';
import { useSettings } from './settings.ts';

/** The values that are known without asking. @param site the ticket's; `''` while it is open */
export function knownValues(site: string, now = new Date()): VariableValues {
  const known: Record<KnownVariable, string> = {
    today: now.toLocaleDateString(wordsLocale, { day: 'numeric', month: 'short', year: 'numeric' }),
    week: String(weekOf(now)),
    site,
    name: useSettings.getState().userName,
  };
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== ''));
}

/** What the hints say of variables: which are known, and what another one may look like. */
export const variableNames = (): { variables: string; example: string } => ({
  variables: formatList(knownVariables.map((name) => `{${name}}`)),
  example: `{${words.form.template.exampleVariable}}`,
});

/** Returns the variables of some texts that must be asked for. */
export function variablesToAsk(texts: readonly string[], known: VariableValues): string[] {
  return variablesIn(texts).filter((name) => known[foldText(name)] === undefined);
}
