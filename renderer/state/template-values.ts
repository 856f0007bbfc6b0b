/* What the variables of templates and comment texts stand for now. */

import { foldText } from '../../electron/contract/search-text.ts';
import {
  knownValuesAt,
  knownVariables,
  type VariableValues,
  variablesIn,
} from '../../electron/contract/template-text.ts';
import { formatList, wordsLocale } from '../words/numbers.ts';
import { words } from '../words/words.ts';
import { useSettings } from './settings.ts';

/** The values that are known without asking. @param site the ticket's; `''` while it is open */
export function knownValues(site: string, now = new Date()): VariableValues {
  return knownValuesAt(now, { site, userName: useSettings.getState().userName, locale: wordsLocale });
}

/** What the hints say of variables: which are known, and what another one may look like. */
export const variableNames = (): { variables: string; example: string } => ({
  variables: formatList(knownVariables.map((name) => `{${name}}`)),
  example: `{${words.form.template.exampleVariable}}`,
});

/** Returns the variables of some texts that must be asked for. */
export function variablesToAsk(texts: readonly string[], known: VariableValues): string[] {
  return variablesIn(texts).filter((name) => !Object.hasOwn(known, foldText(name)));
}
