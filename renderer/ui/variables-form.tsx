/* The question for the variables of a template or of a comment text, inside the dialog that uses it. */

import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { foldText } from '../../electron/contract/search-text.ts';
import { longestTyped } from '../../electron/contract/specification.ts';
import type { VariableValues } from '../../electron/contract/template-text.ts';
import { words } from '../words/words.ts';
import { DialogButtons } from './dialog.tsx';
import shared from './shared.module.css';

type Props = {
  name: string;
  variables: readonly string[];
  onFilled: (values: VariableValues) => void;
  onBack: () => void;
};

const text = words.form.variables;

/** Asks for the variables of a template or of a comment text. What is left empty is filled in as empty. */
export function VariablesForm({ name, variables, onFilled, onBack }: Props) {
  // With each of the names: every object has a `constructor`, which may be a name, too.
  const [values, setValues] = useState<VariableValues>(() => Object.fromEntries(variables.map((each) => [each, ''])));
  return (
    <form
      className={shared.dialogBody}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onFilled(Object.fromEntries(variables.map((variable) => [variable, values[variable]?.trim() ?? ''])));
      }}
    >
      <p>{text.lead({ name })}</p>
      {variables.map((variable, index) => (
        <TextInput
          key={variable}
          label={labelOf(variable)}
          value={values[variable] ?? ''}
          autoComplete="off"
          dir="auto"
          maxLength={longestTyped}
          autoFocus={index === 0}
          data-autofocus={index === 0 || undefined}
          onChange={({ currentTarget: { value } }) => setValues((before) => ({ ...before, [variable]: value }))}
        />
      ))}
      <DialogButtons>
        <Button variant="default" onClick={onBack}>
          {text.back}
        </Button>
        <Button type="submit">{text.use}</Button>
      </DialogButtons>
    </form>
  );
}

/** A variable that Colodesk knows is named as elsewhere; one's own as it is written. */
function labelOf(variable: string): string {
  const name = foldText(variable);
  return name === 'site' || name === 'name' ? text.known[name] : variable;
}
