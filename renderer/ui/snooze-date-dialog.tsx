/* The dialog that asks for the date and time until which tickets are snoozed. Any menu opens it (state/dialogs.ts). */

import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { TicketId } from '../../electron/contract/ids.ts';
import { closeDialog, useDialog } from '../state/dialogs.ts';
import { snoozeTickets } from '../state/list-actions.ts';
import { fieldsOf, momentOf, snoozeChoices } from '../state/snooze-times.ts';
import { formatUntil } from '../words/time.ts';
import { words } from '../words/words.ts';
import { Dialog, DialogButtons } from './dialog.tsx';
import shared from './shared.module.css';
import styles from './snooze-date-dialog.module.css';
import { useNow } from './time.tsx';

const text = words.snooze;

export function SnoozeDateDialog() {
  const open = useDialog((store) => store.open);
  return open?.name === 'snoozeDate' && <SnoozeDateForm {...open} />;
}

type Props = { ids: readonly TicketId[]; offersChoices?: true };

function SnoozeDateForm({ ids, offersChoices }: Props) {
  const now = useNow();
  const choices = offersChoices ? snoozeChoices(now.getTime()) : [];
  const [fields, setFields] = useState(() => fieldsOf(snoozeChoices(Date.now())[1]?.untilMs ?? Date.now()));
  const [isChecked, setChecked] = useState(false);
  const untilMs = momentOf(fields.day, fields.time);
  const fault = faultOf(untilMs, Date.now());

  function apply() {
    setChecked(true);
    if (untilMs !== null && fault === null) choose(untilMs);
  }

  function choose(chosenMs: number) {
    closeDialog();
    void snoozeTickets(ids, chosenMs);
  }

  return (
    <Dialog title={text.dialog} onClose={closeDialog}>
      <form
        className={shared.dialogBody}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          apply();
        }}
      >
        <p>{ids.length > 1 ? text.leadForMany({ count: ids.length }) : text.lead}</p>
        {choices.length > 0 && (
          <div className={styles.fields}>
            {choices.map((choice, index) => (
              <Button
                key={choice.name}
                variant="default"
                size="xs"
                data-autofocus={index === 0 || undefined}
                aria-description={formatUntil(choice.untilMs, now)}
                title={formatUntil(choice.untilMs, now)}
                onClick={() => choose(choice.untilMs)}
              >
                {text.choice[choice.name]}
              </Button>
            ))}
          </div>
        )}
        <div className={styles.fields}>
          <TextInput
            type="date"
            label={text.day}
            value={fields.day}
            min={fieldsOf(Date.now()).day}
            data-autofocus={!offersChoices || undefined}
            error={isChecked ? fault : undefined}
            onChange={({ currentTarget }) => setFields({ ...fields, day: currentTarget.value })}
          />
          <TextInput
            type="time"
            label={text.time}
            value={fields.time}
            onChange={({ currentTarget }) => setFields({ ...fields, time: currentTarget.value })}
          />
        </div>
        <DialogButtons>
          <Button variant="default" onClick={closeDialog}>
            {text.keep}
          </Button>
          <Button type="submit">{text.apply}</Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}

const longestMs = 10 * 366 * 24 * 3_600_000;

/** Why a moment cannot be chosen; `null` if it can. */
function faultOf(untilMs: number | null, nowMs: number): string | null {
  if (untilMs === null) return text.noMoment;
  if (untilMs <= nowMs) return text.isPast;
  return untilMs - nowMs > longestMs ? text.isTooLate : null;
}
