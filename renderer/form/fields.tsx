/* The fields that the forms are made of: a text, and a choice between options. */

import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { inSentence } from '../../electron/contract/isolate.ts';
import type { FacetValue } from '../../electron/contract/query.ts';
import type { Catalogue, Site } from '../../electron/contract/reference-data.ts';
import { longestTyped } from '../../electron/contract/specification.ts';
import { fieldDomId, fieldNote } from '../ui/field-note.tsx';
import { words } from '../words/words.ts';
import styles from './form.module.css';

type TextFieldProps = {
  field: string;
  label: string;
  value: string;
  error: string | undefined;
  limit: number;
  hint?: string;
  isRequired?: boolean;
  isProse?: boolean;
  onChange: (value: string) => void;
  onLeave: () => void;
};

/** A text field of one line, or of several with `isProse`. A text that is too long is kept and shown with an error. */
export function TextField({
  field,
  label,
  value,
  error,
  limit,
  hint,
  isRequired,
  isProse,
  onChange,
  onLeave,
}: TextFieldProps) {
  const shared = {
    id: fieldDomId(field),
    label,
    value,
    error,
    description: fieldNote(isProse ? value : value.trim(), limit, hint), // as it is sent
    inputWrapperOrder: ['label', 'input', 'error', 'description'] as ('label' | 'input' | 'error' | 'description')[],
    'aria-required': isRequired,
    labelProps: { 'data-required': isRequired || undefined },
    maxLength: longestTyped,
    dir: 'auto',
    onBlur: onLeave,
  };
  if (!isProse) {
    return <TextInput {...shared} autoComplete="off" onChange={({ currentTarget }) => onChange(currentTarget.value)} />;
  }
  return (
    <Textarea
      {...shared}
      className={styles.prose}
      rows={6}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}

/** An entry of a `SelectField`: the value that is sent and its text. */
type SelectOption = { readonly value: string; readonly label: string };

type SelectFieldProps = {
  field: string;
  label: string;
  value: string;
  options: readonly SelectOption[];
  error: string | undefined;
  hint?: string | undefined;
  placeholder?: string;
  onChange: (value: string) => void;
  onLeave: () => void;
};

/** A choice between options. A value that is no longer offered stays visible as such, so that it never changes unnoticed. */
export function SelectField(props: SelectFieldProps) {
  const { field, label, value, options, error, hint, placeholder = words.form.choose, onChange, onLeave } = props;
  const isUnknown = value !== '' && !options.some((option) => option.value === value);
  const data = [
    { value: '', label: placeholder },
    ...options,
    ...(isUnknown ? [{ value, label: options.length === 0 ? value : words.form.noLongerOffered({ value }) }] : []),
  ];
  return (
    <NativeSelect
      id={fieldDomId(field)}
      label={label}
      value={value}
      data={data}
      error={error}
      description={hint}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      aria-required
      labelProps={{ 'data-required': true }}
      data-empty={value === '' || undefined}
      rightSection={<IconChevronDown size={16} aria-hidden="true" />}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      onBlur={onLeave}
    />
  );
}

/**
 * The sites to choose from for a new ticket: the account's sites, or until they have been fetched, those that its tickets
 * mention.
 */
export function siteOptions(sites: readonly Site[], ofTickets: readonly FacetValue[]): SelectOption[] {
  if (sites.length > 0) {
    return sites.map(({ site, city, country }) => option(site, [city, country].filter(Boolean).join(', ')));
  }
  return ofTickets.filter(({ value }) => value !== '').map(({ value, note }) => option(value, note));
}

function option(site: string, place: string): SelectOption {
  return { value: site, label: [site, place].filter(Boolean).map(inSentence).join(' · ') };
}

/** Says how the required fields are marked; a screen reader says of each that it is required. */
export function RequiredHint() {
  return (
    <p className={styles.requiredHint} aria-hidden="true">
      {words.form.requiredHint}
    </p>
  );
}

/** Names the request types that the server refuses to offer, each with its reason; `undefined` if there are none. */
export function refusedTypesHint(catalogue: Catalogue): string | undefined {
  const refused = catalogue.flatMap(({ name, refusal }) =>
    refusal === undefined
      ? []
      : [
          refusal === ''
            ? words.form.refusedType({ type: name })
            : words.form.refusedTypeWhy({ type: name, why: refusal }),
        ],
  );
  return refused.length === 0 ? undefined : refused.join(' ');
}
