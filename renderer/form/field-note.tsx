import { counterOf } from './counter.ts';

/** The id in the page of a form's field. */
export function fieldDomId(field: string): string {
  return `form-${field}`;
}

type Props = { hint?: string | undefined; text: string; limit?: number | undefined };

/** What stands under a field: a hint, and near the limit how much of it is used. Screen readers get it with the field. */
export function FieldNote({ hint, text, limit }: Props) {
  const counter = limit === undefined ? null : counterOf(text, limit);
  if (!counter) return hint;
  return (
    <span className="field-counter tabular" data-over={counter.isOver || undefined}>
      {counter.text}
    </span>
  );
}
