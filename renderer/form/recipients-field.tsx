import { Pill, PillsInput } from '@mantine/core';
import { type ClipboardEvent, type KeyboardEvent, useEffect, useState } from 'react';
import { isAddress, recipientsIn } from '../../electron/contract/addresses.ts';
import { limits, longestTyped } from '../../electron/contract/specification.ts';
import { fieldDomId, fieldNote } from '../ui/field-note.tsx';
import { words } from '../words/words.ts';
import { addRecipients, endsAddress, isSameRecipients, recipientsText } from './recipients.ts';

type Props = {
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
  onLeave: () => void;
};

const field = 'notificationRecipients';

/** Who is told about the ticket: single addresses, each to be seen, mended and removed on its own. */
export function RecipientsField({ value, error, onChange, onLeave }: Props) {
  const [recipients, setRecipients] = useState(() => recipientsIn(value));
  const [typed, setTyped] = useState('');

  // The value is this field's own words, unless the form was filled anew.
  useEffect(() => {
    if (isSameRecipients(value, recipientsText(recipients, typed))) return;
    setRecipients(recipientsIn(value));
    setTyped('');
  }, [value, recipients, typed]);

  function put(next: string[], nextTyped: string) {
    setRecipients(next);
    setTyped(nextTyped);
    onChange(recipientsText(next, nextTyped));
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return;
    const last = recipients.at(-1);
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && typed.trim() !== '') {
      event.preventDefault();
      put(addRecipients(recipients, typed), '');
    } else if (event.key === 'Backspace' && typed === '' && last !== undefined) {
      event.preventDefault();
      put(recipients.slice(0, -1), last); // back into the box, to be mended or removed
    }
  }

  function onPaste(event: ClipboardEvent) {
    const pasted = event.clipboardData.getData('text');
    if (!/[\s,;]/.test(pasted.trim())) return;
    event.preventDefault();
    put(addRecipients(addRecipients(recipients, typed), pasted), '');
  }

  return (
    <PillsInput
      label={words.form.field.notificationRecipients}
      id={fieldDomId(field)}
      error={error}
      description={fieldNote(value, limits.notificationRecipients, words.form.recipientsHint)}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
    >
      <Pill.Group>
        {recipients.map((address) => (
          <Recipient
            key={address}
            address={address}
            onEdit={() =>
              put(
                recipients.filter((other) => other !== address),
                address,
              )
            }
            onRemove={() => {
              put(
                recipients.filter((other) => other !== address),
                typed,
              );
              document.getElementById(fieldDomId(field))?.focus();
            }}
          />
        ))}
        <PillsInput.Field
          value={typed}
          spellCheck={false}
          autoComplete="off"
          maxLength={longestTyped}
          onChange={({ currentTarget: { value: text } }) => {
            if (endsAddress(text)) put(addRecipients(recipients, text), '');
            else put(recipients, text);
          }}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          onBlur={() => {
            if (typed.trim() !== '') put(addRecipients(recipients, typed), '');
            onLeave();
          }}
        />
      </Pill.Group>
    </PillsInput>
  );
}

type RecipientProps = { address: string; onEdit: () => void; onRemove: () => void };

/** One recipient. What is no address is marked, and a double click puts it back into the box. */
function Recipient({ address, onEdit, onRemove }: RecipientProps) {
  return (
    <Pill
      className="recipient"
      data-wrong={!isAddress(address) || undefined}
      withRemoveButton
      removeButtonProps={{ 'aria-label': words.form.removeRecipient(address), 'aria-hidden': false, tabIndex: 0 }}
      onRemove={onRemove}
      onDoubleClick={onEdit}
    >
      <bdi>{address}</bdi>
    </Pill>
  );
}
