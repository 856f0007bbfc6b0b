import { Textarea, TextInput } from '@mantine/core';
import { longestTyped } from '../../electron/contract/specification.ts';
import { fieldDomId, fieldNote } from './field-note.tsx';

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
