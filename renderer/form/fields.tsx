import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { FacetValue } from '../../electron/contract/query.ts';
import type { Site } from '../../electron/contract/reference-data.ts';
import { longestTyped } from '../../electron/contract/specification.ts';
import { fieldDomId, fieldNote } from '../ui/field-note.tsx';
import { words } from '../words/words.ts';

type Props = {
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

/** A text of the form, in one line or as prose. What is too long stays, with a sentence that says so. */
export function TextField({ field, label, value, error, limit, hint, isRequired, isProse, onChange, onLeave }: Props) {
  const shared = {
    id: fieldDomId(field),
    label,
    value,
    error,
    description: fieldNote(value, limit, hint),
    inputWrapperOrder: ['label', 'input', 'error', 'description'] as ('label' | 'input' | 'error' | 'description')[],
    'aria-required': isRequired,
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
      className="field-prose"
      rows={6}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}

type SelectOption = { readonly value: string; readonly label: string };

type SelectFieldProps = {
  field: string;
  label: string;
  value: string;
  options: readonly SelectOption[];
  error: string | undefined;
  hint?: string;
  placeholder?: string;
  onChange: (value: string) => void;
  onLeave: () => void;
};

/** A choice of the form. A value that is not on offer any more is shown as what it is, so that nothing changes unseen. */
export function SelectField(props: SelectFieldProps) {
  const { field, label, value, options, error, hint, placeholder = words.form.choose, onChange, onLeave } = props;
  const isUnknown = value !== '' && !options.some((option) => option.value === value);
  const data = [
    { value: '', label: placeholder },
    ...options,
    ...(isUnknown ? [{ value, label: options.length === 0 ? value : words.form.noLongerOffered(value) }] : []),
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
      data-empty={value === '' || undefined}
      rightSection={<IconChevronDown size={16} aria-hidden="true" />}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      onBlur={onLeave}
    />
  );
}

/** The sites that a new ticket can be for: the account's, or, until those were fetched once, the ones that its tickets name. */
export function siteOptions(sites: readonly Site[], ofTickets: readonly FacetValue[]): SelectOption[] {
  if (sites.length > 0) {
    return sites.map(({ site, city, country }) => option(site, [city, country].filter(Boolean).join(', ')));
  }
  return ofTickets.filter(({ value }) => value !== '').map(({ value, note }) => option(value, note));
}

function option(site: string, place: string): SelectOption {
  return { value: site, label: place === '' ? site : `${site} · ${place}` };
}
