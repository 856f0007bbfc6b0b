/*
 * The field for the people who are notified about a ticket. Its value is one text with all addresses, as the API has it; the
 * field shows each address by itself, to be corrected or removed.
 */

import { Pill, PillsInput } from '@mantine/core';
import { type ClipboardEvent, type KeyboardEvent, useEffect, useState } from 'react';
import {
  isAddress,
  isSameRecipients,
  joinAddresses,
  readRecipients,
  recipientsIn,
  withoutDuplicates,
} from '../../electron/contract/addresses.ts';
import { limits, longestTyped } from '../../electron/contract/specification.ts';
import { fieldDomId, fieldNote } from '../ui/field-note.tsx';
import { words } from '../words/words.ts';
import styles from './form.module.css';

type Props = {
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
  onLeave: () => void;
};

const field = 'notificationRecipients';

export function RecipientsField({ value, error, onChange, onLeave }: Props) {
  const [recipients, setRecipients] = useState(() => recipientsIn(value));
  const [typed, setTyped] = useState('');

  // The value is normally what this field reported itself; another one means that the form was filled from outside.
  useEffect(() => {
    if (isSameRecipients(value, recipientsText(recipients, typed))) return;
    setRecipients(recipientsIn(value));
    setTyped('');
  }, [value, recipients, typed]);

  function change(next: string[], nextTyped: string) {
    setRecipients(next);
    setTyped(nextTyped);
    onChange(recipientsText(next, nextTyped));
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return;
    const last = recipients.at(-1);
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && typed.trim() !== '') {
      event.preventDefault();
      change(addRecipients(recipients, typed), '');
    } else if (event.key === 'Backspace' && typed === '' && last !== undefined) {
      event.preventDefault();
      change(recipients.slice(0, -1), last); // back into the text box, to be corrected or removed
    }
  }

  function onPaste(event: ClipboardEvent) {
    const pasted = event.clipboardData.getData('text');
    const [first, second] = readRecipients(pasted);
    if (second === undefined && (first === undefined || first === pasted.trim())) return; // goes into the text box as it is
    event.preventDefault();
    change(addRecipients(addRecipients(recipients, typed), pasted), '');
  }

  return (
    <PillsInput
      label={words.form.field.notificationRecipients}
      id={fieldDomId(field)}
      error={error}
      description={fieldNote(value.trim(), limits.notificationRecipients, words.form.recipientsHint)}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
    >
      <Pill.Group>
        {recipients.map((address) => (
          <Recipient
            key={address}
            address={address}
            isWrong={error !== undefined && !isAddress(address)}
            onEdit={() => change(takeBack(recipients, typed, address), address)}
            onRemove={() => {
              change(
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
            if (endsAddress(text)) change(addRecipients(recipients, text), '');
            else change(recipients, text);
          }}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          onBlur={() => {
            if (typed.trim() !== '') change(addRecipients(recipients, typed), '');
            onLeave();
          }}
        />
      </Pill.Group>
    </PillsInput>
  );
}

type RecipientProps = { address: string; isWrong: boolean; onEdit: () => void; onRemove: () => void };

/** One recipient. A wrong one is marked. A double click puts the address back into the text box. */
function Recipient({ address, isWrong, onEdit, onRemove }: RecipientProps) {
  return (
    <Pill
      className={styles.recipient}
      data-wrong={isWrong || undefined}
      withRemoveButton
      removeButtonProps={{ 'aria-label': words.form.removeRecipient({ address }), 'aria-hidden': false, tabIndex: 0 }}
      onRemove={onRemove}
      onDoubleClick={onEdit}
    >
      <bdi>{address}</bdi>
    </Pill>
  );
}

/** The value of the field: its recipients, followed by the text that is being typed. */
export function recipientsText(recipients: readonly string[], typed: string): string {
  return joinAddresses(typed.trim() === '' ? recipients : [...recipients, typed]);
}

/** Adds the recipients that a typed or pasted text means, each once. */
export function addRecipients(recipients: readonly string[], typed: string): string[] {
  return withoutDuplicates([...recipients, ...readRecipients(typed)]);
}

/** Returns the recipients without the one that goes back into the text box, and with what was typed there. */
export function takeBack(recipients: readonly string[], typed: string, address: string): string[] {
  return addRecipients(
    recipients.filter((other) => other !== address),
    typed,
  );
}

/**
 * Whether a typed text ends a recipient, so that it becomes one: with a separator, or with white space after an address. A comma
 * without an address before it may stand in a name, as in `Osei, Amara <address>`.
 */
export function endsAddress(typed: string): boolean {
  return /[;\n\t]|@.*,/.test(typed) || (/\s$/.test(typed) && isAddress(typed.trim()));
}
