import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillVariables, variablesIn, weekOf } from '../../electron/contract/template-text.ts';

describe('variables', () => {
  it.each([
    ['Cleaning on {today}', ['today']],
    ['{Door} and {door} and { door}', ['Door']],
    ['{cage no. 1/2}{name}', ['cage no. 1/2', 'name']],
    ['{Müller} {MULLER}', ['Müller']],
    ['{{today} {{today}} {{{today}}', []],
    ['{} {1} { a} {"a": 1} {a: 1} {a\nb} {a {b', []],
    [`{${'x'.repeat(41)}}`, []],
    ['{a{b}', ['b']],
  ])('of %j are %j', (text, names) => expect(variablesIn([text])).toEqual(names));

  it('of several texts are named once, in their order', () => {
    expect(variablesIn(['{door} {today}', '{Today} {rack}'])).toEqual(['door', 'today', 'rack']);
  });

  it.each([
    ['On {today}, {Today }, {TODAY}', 'On 1 May, 1 May, 1 May'],
    ['{{today} is written {{today}}', '{today} is written {today}'],
    ['{ today} {rack} {"a": {"b": 1}} {{', '{ today} {rack} {"a": {"b": 1}} {{'],
    ['{site}{site}', '{today}{today}'],
    ['{money}', '$& $1'],
  ])('fill %j', (text, filled) => {
    expect(fillVariables(text, { today: '1 May', site: '{today}', money: '$& $1' })).toBe(filled);
  });

  it('leave a text without any of them alone', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!/\{\p{L}/u.test(text));
        expect(fillVariables(text, { a: 'b' })).toBe(text);
      }),
    );
  });

  it('are all replaced by their values, and what is between them stays', () => {
    const name = fc.stringMatching(/^[a-z][a-z0-9 ]{0,8}[a-z0-9]$/);
    const between = fc.string({ unit: fc.constantFrom('a', ' ', '\n', '}', 'é', '🔥') });
    fc.assert(
      fc.property(fc.array(fc.tuple(between, name, fc.string())), between, (parts, end) => {
        const values = Object.fromEntries(parts.map(([, key, value]) => [key, value]));
        const text = parts.map(([before, key]) => `${before}{${key}}`).join('') + end;
        const filled = parts.map(([before, key]) => `${before}${values[key]}`).join('') + end;
        expect(fillVariables(text, values)).toBe(filled);
        expect(variablesIn([text]).toSorted()).toEqual(Object.keys(values).toSorted());
      }),
    );
  });

  it('that are escaped come back as they were written', () => {
    const text = fc.string({ unit: fc.constantFrom('{', '}', 'a', 'today', ' ', '1') });
    fc.assert(
      fc.property(text, (plain) => {
        const escaped = plain.replaceAll(/\{(\p{L}[\p{L}\p{N} ]{0,39})\}/gu, '{{$1}}');
        expect(fillVariables(escaped, { today: 'wrong', a: 'wrong' })).toBe(plain);
        expect(variablesIn([escaped])).toEqual([]);
      }),
    );
  });
});

it.each([
  ['2026-01-01', 1],
  ['2026-12-31', 53],
  ['2027-01-03', 53],
  ['2027-01-04', 1],
  ['2024-12-30', 1],
  ['2026-03-29', 13], // where the clocks change
  ['2026-10-25', 43],
])('%s is in week %i', (day, week) => expect(weekOf(new Date(`${day}T12:00:00`))).toBe(week));
