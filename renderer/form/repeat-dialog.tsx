/* The rhythm of a template: when its requests are prepared, the next days, and what became of those before. */

import { Button, Chip, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Template } from '../../electron/contract/draft.ts';
import {
  type DayOfMonth,
  type PreparedRequest,
  type Rhythm,
  rhythmSchema,
  type Weekday,
  type WeekOfMonth,
  weekdays,
  weeksOfMonth,
} from '../../electron/contract/repeats.ts';
import { saveRhythm } from '../state/repeats.ts';
import { fieldsOf } from '../state/snooze-times.ts';
import { Dialog, DialogButtons } from '../ui/dialog.tsx';
import shared from '../ui/shared.module.css';
import { wordsLocale } from '../words/numbers.ts';
import { words } from '../words/words.ts';
import { formatDay } from './prepared-requests.tsx';

const text = words.repeats;

type Typed = {
  every: number | string;
  unit: Rhythm['unit'];
  weekdays: Weekday[];
  on: DayOfMonth;
  from: string;
  at: string;
  until: string;
};

type Props = {
  template: Template;
  /** Its rhythm when the dialog was opened. */
  kept: Rhythm | null;
  onClose: () => void;
};

export function RepeatDialog({ template, kept, onClose }: Props) {
  const [typed, setTyped] = useState(() => typedOf(kept));
  const change = (part: Partial<Typed>) => setTyped((before) => ({ ...before, ...part }));
  const rhythm = rhythmOfTyped(typed);

  async function save(wanted: Rhythm | null) {
    if (await saveRhythm(template.id, wanted)) onClose();
  }

  return (
    <Dialog title={text.title} onClose={onClose}>
      <form
        className={shared.dialogBody}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (rhythm) void save(rhythm);
        }}
      >
        <p>{text.lead({ name: template.name })}</p>
        <div className={shared.fieldLine}>
          <NumberInput
            label={text.every}
            value={typed.every}
            min={1}
            max={99}
            allowDecimal={false}
            data-autofocus
            onChange={(every) => change({ every })}
          />
          <NativeSelect
            label={text.unit}
            value={typed.unit}
            data={rhythmUnits.map((value) => ({ value, label: unitName(value, Number(typed.every)) }))}
            onChange={({ currentTarget: { value } }) =>
              change({ unit: rhythmUnits.find((each) => each === value) ?? 'day' })
            }
          />
        </div>
        {typed.unit === 'week' && (
          <fieldset className={shared.buttonLine}>
            <legend className={shared.fieldLabel}>{text.weekdays}</legend>
            {weekdays.map((weekday) => (
              <Chip
                key={weekday}
                size="xs"
                checked={typed.weekdays.includes(weekday)}
                onChange={(isOn) =>
                  change({
                    weekdays: weekdays.filter((each) => (each === weekday ? isOn : typed.weekdays.includes(each))),
                  })
                }
              >
                {weekdayName(weekday)}
              </Chip>
            ))}
          </fieldset>
        )}
        {typed.unit === 'month' && (
          <NativeSelect
            label={text.dayOfMonth}
            value={keyOf(typed.on)}
            data={daysOfMonth.map((on) => ({ value: keyOf(on), label: nameOf(on) }))}
            onChange={({ currentTarget: { value } }) =>
              change({ on: daysOfMonth.find((on) => keyOf(on) === value) ?? typed.on })
            }
          />
        )}
        <div className={shared.fieldLine}>
          <TextInput
            type="date"
            label={text.from}
            value={typed.from}
            onChange={({ currentTarget }) => change({ from: currentTarget.value })}
          />
          <TextInput
            type="time"
            label={text.at}
            value={typed.at}
            onChange={({ currentTarget }) => change({ at: currentTarget.value })}
          />
          <TextInput
            type="date"
            label={text.until}
            description={text.untilHint}
            inputWrapperOrder={['label', 'input', 'description']}
            value={typed.until}
            min={typed.from}
            onChange={({ currentTarget }) => change({ until: currentTarget.value })}
          />
        </div>
        <NextDays rhythm={rhythm} />
        <Records template={template} />
        <DialogButtons>
          <Button variant="default" onClick={onClose}>
            {text.back}
          </Button>
          {kept && (
            <Button variant="default" onClick={() => void save(null)}>
              {text.stop}
            </Button>
          )}
          <Button type="submit" disabled={!rhythm}>
            {text.save}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}

/** Says when the rhythm comes next. */
function NextDays({ rhythm }: { rhythm: Rhythm | null }) {
  const key = JSON.stringify(rhythm);
  const [found, setFound] = useState<{ key: string; moments: readonly number[] } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says when the rhythm is another
  useEffect(() => {
    if (!rhythm) return;
    let isLeft = false;
    void window.desk.repeats.next({ rhythm }).then((outcome) => {
      if (outcome.ok && !isLeft) setFound({ key, moments: outcome.value });
    });
    return () => {
      isLeft = true;
    };
  }, [key]);
  const moments = found?.key === key ? found.moments : null;
  return (
    <div role="status">
      <strong>{text.next}</strong>
      {!rhythm && <p>{text.invalid}</p>}
      {rhythm && moments?.length === 0 && <p>{text.never}</p>}
      <ul>
        {rhythm && moments?.map((ms) => <li key={ms}>{new Date(ms).toLocaleString(wordsLocale, momentFormat)}</li>)}
      </ul>
    </div>
  );
}

/** What was prepared within a year, and what became of it. */
function Records({ template }: { template: Template }) {
  const [records, setRecords] = useState<readonly PreparedRequest[]>([]);
  useEffect(() => {
    void window.desk.repeats.records({ templateId: template.id }).then((outcome) => {
      if (outcome.ok) setRecords(outcome.value);
    });
  }, [template.id]);
  if (records.length === 0) return null;
  return (
    <details>
      <summary>{text.record}</summary>
      <ul>
        {records.map(({ id, day, days, state }) => (
          <li key={id}>
            {formatDay(day)} {days > 1 && text.days({ count: days })} · {text.state[state]}
          </li>
        ))}
      </ul>
    </details>
  );
}

const momentFormat = { dateStyle: 'full', timeStyle: 'short' } as const;
const rhythmUnits: readonly Rhythm['unit'][] = ['day', 'week', 'month'];

/** The name of a unit behind its number: `month` for 1, `months` for 2. */
const unitName = (unit: Rhythm['unit'], every: number): string =>
  new Intl.NumberFormat(wordsLocale, { style: 'unit', unit, unitDisplay: 'long' })
    .formatToParts(every)
    .find(({ type }) => type === 'unit')?.value ?? unit;

const daysOfMonth: readonly DayOfMonth[] = [
  ...weeksOfMonth.flatMap((week) => weekdays.map((weekday) => ({ by: 'weekday' as const, week, weekday }))),
  { by: 'last' },
  ...Array.from({ length: 31 }, (_, index) => ({ by: 'number' as const, number: index + 1 })),
];

const keyOf = (on: DayOfMonth): string =>
  on.by === 'weekday' ? `${on.week}${on.weekday}` : on.by === 'last' ? on.by : String(on.number);

const weekNames: Record<WeekOfMonth, keyof typeof text.onWeekday> = {
  ...{ 1: 'first', 2: 'second', 3: 'third', 4: 'fourth', [-1]: 'last' },
} as const;

function nameOf(on: DayOfMonth): string {
  if (on.by === 'last') return text.onLast;
  if (on.by === 'number') return text.onNumber({ number: String(on.number) });
  return text.onWeekday[weekNames[on.week]]({ weekday: weekdayName(on.weekday) });
}

/** The name of a day of the week. The 1st of January 2024 was a Monday. */
const weekdayName = (weekday: Weekday): string =>
  new Date(2024, 0, 1 + weekdays.indexOf(weekday)).toLocaleDateString(wordsLocale, { weekday: 'long' });

function typedOf(rhythm: Rhythm | null): Typed {
  const today = fieldsOf(Date.now()).day;
  const on: DayOfMonth = rhythm?.unit === 'month' ? rhythm.on : { by: 'weekday', week: 1, weekday: 'MO' };
  return {
    every: rhythm?.every ?? 1,
    unit: rhythm?.unit ?? 'month',
    weekdays: rhythm?.unit === 'week' ? rhythm.weekdays : ['MO'],
    on,
    from: rhythm?.from ?? today,
    at: rhythm?.at ?? '09:00',
    until: rhythm?.until ?? '',
  };
}

/** Returns the rhythm that is typed; `null` while it is none. */
function rhythmOfTyped({ every, unit, weekdays: days, on, from, at, until }: Typed): Rhythm | null {
  const own = unit === 'week' ? { weekdays: days } : unit === 'month' ? { on } : {};
  const typed = { unit, every: Number(every), from, at, until: until === '' ? null : until, ...own };
  return rhythmSchema.safeParse(typed).data ?? null;
}
