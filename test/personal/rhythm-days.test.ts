import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { dayOf } from '../../electron/contract/dates.ts';
import { type Rhythm, weekdays, weeksOfMonth } from '../../electron/contract/repeats.ts';
import { addDays, loadRhythmDays, momentOn } from '../../electron/personal/rhythm-days.ts';

const span = { every: 1, from: '2026-01-01', at: '09:00', until: null };

async function daysOf(rhythm: Rhythm, last: string) {
  return (await loadRhythmDays()).between(rhythm, '2026-01-01', last);
}

describe('the days of a rhythm', () => {
  it.each<[string, Rhythm, string, string[]]>([
    [
      'the first Monday of each month',
      { unit: 'month', ...span, on: { by: 'weekday', week: 1, weekday: 'MO' } },
      '2026-04-30',
      ['2026-01-05', '2026-02-02', '2026-03-02', '2026-04-06'],
    ],
    [
      'the 31st, or the last day of a shorter month',
      { unit: 'month', ...span, on: { by: 'number', number: 31 } },
      '2026-04-30',
      ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30'],
    ],
    [
      'the last day every two months',
      { unit: 'month', ...span, every: 2, on: { by: 'last' } },
      '2026-05-31',
      ['2026-01-31', '2026-03-31', '2026-05-31'],
    ],
    [
      'every two weeks on two weekdays, until a day',
      { unit: 'week', ...span, every: 2, weekdays: ['MO', 'FR'], until: '2026-01-26' },
      '2026-12-31',
      ['2026-01-02', '2026-01-12', '2026-01-16', '2026-01-26'],
    ],
    [
      'every three days from a day',
      { unit: 'day', ...span, every: 3, from: '2026-01-30' },
      '2026-02-05',
      ['2026-01-30', '2026-02-02', '2026-02-05'],
    ],
  ])('finds %s', async (_name, rhythm, last, days) => {
    expect(await daysOf(rhythm, last)).toEqual(days);
  });

  it('ends with its last day', async () => {
    const { onOrAfter } = await loadRhythmDays();
    const rhythm: Rhythm = { unit: 'day', ...span, until: '2026-01-02' };
    expect(onOrAfter(rhythm, '2026-01-02')).toBe('2026-01-02');
    expect(onOrAfter(rhythm, '2026-01-03')).toBeNull();
  });
});

const anyDay = fc.integer({ min: 0, max: 2_000 }).map((days) => addDays('2024-01-01', days));
const anySpan = {
  every: fc.integer({ min: 1, max: 5 }),
  from: anyDay,
  at: fc.constant('09:00'),
  until: fc.constant(null),
};
const anyRhythm: fc.Arbitrary<Rhythm> = fc.oneof(
  fc.record({ unit: fc.constant('day' as const), ...anySpan }),
  fc.record({
    unit: fc.constant('week' as const),
    ...anySpan,
    weekdays: fc.uniqueArray(fc.constantFrom(...weekdays), { minLength: 1 }),
  }),
  fc.record({
    unit: fc.constant('month' as const),
    ...anySpan,
    on: fc.oneof(
      fc.record({ by: fc.constant('number' as const), number: fc.integer({ min: 1, max: 31 }) }),
      fc.record({ by: fc.constant('last' as const) }),
      fc.record({
        by: fc.constant('weekday' as const),
        week: fc.constantFrom(...weeksOfMonth),
        weekday: fc.constantFrom(...weekdays),
      }),
    ),
  }),
);

/** The same rule as another library reads it. */
function ruleText(rhythm: Rhythm): string {
  const parts = [`INTERVAL=${rhythm.every}`, 'WKST=MO'];
  if (rhythm.unit === 'day') return ['FREQ=DAILY', ...parts].join(';');
  if (rhythm.unit === 'week') return ['FREQ=WEEKLY', ...parts, `BYDAY=${rhythm.weekdays.join(',')}`].join(';');
  const { on } = rhythm;
  const day =
    on.by === 'last'
      ? 'BYMONTHDAY=-1'
      : on.by === 'weekday'
        ? `BYDAY=${on.week}${on.weekday}`
        : `BYMONTHDAY=${on.number}`;
  return ['FREQ=MONTHLY', ...parts, day].join(';');
}

it('agrees with another library on every rule that both understand alike', async () => {
  const { between } = await loadRhythmDays();
  fc.assert(
    fc.property(anyRhythm, (rhythm) => {
      fc.pre(rhythm.unit !== 'month' || rhythm.on.by !== 'number' || rhythm.on.number <= 28);
      const found = between(rhythm, rhythm.from, addDays(rhythm.from, 400));
      const others = ICAL.Recur.fromString(ruleText(rhythm)).iterator(ICAL.Time.fromDateString(rhythm.from));
      const expected: string[] = [];
      for (let next = others.next(); next && next.toString() <= addDays(rhythm.from, 400); next = others.next()) {
        if (next.toString() >= rhythm.from) expected.push(next.toString());
      }
      expect(found).toEqual(expected);
    }),
    { numRuns: 300 },
  );
});

it('has a 31st in every month, and each in the month that it stands for', async () => {
  const { between } = await loadRhythmDays();
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 29, max: 31 }), (from, number) => {
      const first = `${from.slice(0, 7)}-01`;
      const found = between(
        { unit: 'month', ...span, from: first, on: { by: 'number', number } },
        first,
        addDays(first, 364),
      );
      const months = found.map((day) => day.slice(0, 7));
      expect(new Set(months).size).toBe(found.length);
      expect(found.length).toBeGreaterThanOrEqual(11);
      for (const day of found) {
        const isLast = addDays(day, 1).slice(0, 7) !== day.slice(0, 7);
        expect(Number(day.slice(8)) === number || (isLast && Number(day.slice(8)) < number)).toBe(true);
      }
    }),
  );
});

it.each(['Europe/Berlin', 'America/St_Johns', 'Australia/Lord_Howe', 'Pacific/Apia', 'UTC'])(
  'puts each day at its time of day in %s, whatever the clocks do',
  (zone) => {
    const before = process.env.TZ;
    process.env.TZ = zone;
    try {
      fc.assert(
        fc.property(anyDay, fc.integer({ min: 0, max: 1_439 }), (day, minute) => {
          const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
          const ms = momentOn(day, time);
          expect(dayOf(ms)).toBe(day);
          const shown = new Date(ms).getHours() * 60 + new Date(ms).getMinutes();
          expect(shown - minute).toBeGreaterThanOrEqual(0);
          expect(shown - minute).toBeLessThanOrEqual(60);
        }),
      );
    } finally {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    }
  },
);
