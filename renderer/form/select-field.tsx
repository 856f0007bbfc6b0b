import { NativeSelect } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { words } from '../words.ts';
import { fieldDomId } from './field-note.tsx';

export type SelectOption = { readonly value: string; readonly label: string };

type Props = {
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
export function SelectField(props: Props) {
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
