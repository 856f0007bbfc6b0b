import fc from 'fast-check';
import { expect, it } from 'vitest';
import { editableFields } from '../../electron/contract/fields.ts';
import {
  isAlikeFieldText,
  isAlikeText,
  isSameFieldText,
  isSameFileName,
  isSameText,
  leastLikeness,
  likeness,
  readableText,
} from '../../electron/contract/ticket-equality.ts';

/** Mostly what the rule is about, so that different texts are often the same. */
const anyText = fc
  .array(fc.constantFrom('a', 'b@c.example', ' ', ',', '\r', '\n', '\r\n', '\t'), { maxLength: 6 })
  .map((pieces) => pieces.join(''));
const anyField = fc.constantFrom(...editableFields);

it.each([
  ['It does not close.\r\nPlease look.', 'It does not close.\nPlease look.', true],
  ['one\rtwo', 'one\ntwo', true],
  [' Door ', 'Door', true],
  ['Door\n', 'Door', true],
  ['Door  A', 'Door A', false],
  ['door', 'Door', false],
  ['a@b.example,c@d.example', 'a@b.example, c@d.example', false],
])('%j and %j are the same text: %s', (one, other, isSame) => expect(isSameText(one, other)).toBe(isSame));

it.each([
  ['a@b.example,c@d.example', 'a@b.example, c@d.example', true],
  ['a@b.example', ' a@b.example ,', true],
  ['a@b.example,c@d.example', 'c@d.example,a@b.example', false],
  ['a@b.example', '', false],
  ['', ' ', true],
])('%j and %j are the same recipients: %s', (one, other, isSame) => {
  expect(isSameFieldText('notificationRecipients', one, other)).toBe(isSame);
});

it('separates only recipients by commas', () => expect(isSameFieldText('title', 'a,b', 'a, b')).toBe(false));

it('holds for a text and itself, both ways, and from one to the next', () => {
  fc.assert(
    fc.property(anyField, anyText, anyText, anyText, (field, one, other, third) => {
      const isSame = (first: string, second: string) => isSameFieldText(field, first, second);
      expect(isSame(one, one)).toBe(true);
      expect(isSame(one, other)).toBe(isSame(other, one));
      if (isSame(one, other) && isSame(other, third)) expect(isSame(one, third)).toBe(true);
      if (isSameText(one, other)) expect(isSame(one, other)).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});

it.each([
  ['Gru\u0308n', 'Gr\u00fcn', true],
  ['Door  A', 'Door A', true],
  ['Door\u00a0A', 'Door A', true],
  ['one\r\n\r\ntwo', 'one\ntwo', true],
  ['Do\u200bor\u00ad', '\ufeffDoor', true],
  ['❤\ufe0f', '❤', true],
  ['a\ud83d', 'a\ufffd', true],
  ['door', 'Door', false],
  ['Door A', 'DoorA', false],
  ['Grün', 'Gruen', false],
  ['“Door”', '"Door"', false],
])('%j and %j read the same: %s', (one, other, isAlike) => expect(isAlikeText(one, other)).toBe(isAlike));

it('reads recipients the same whatever separates them, and in any case', () => {
  const field = 'notificationRecipients';
  expect(isAlikeFieldText(field, 'A@b.example, c@d.example', 'a@b.example;c@d.example')).toBe(true);
  expect(isAlikeFieldText(field, 'a@b.example, c@d.example', 'a@b.example')).toBe(false);
  expect(isAlikeFieldText('title', 'A', 'a')).toBe(false);
});

it.each([
  ['Jane Doe <a@b.example>; "Joe" <c@d.example>', 'a@b.example, c@d.example', true],
  ['Jane, a@b.example', 'a@b.example', true],
  [' ;a@b.example ', 'a@b.example', true],
  ['Jane  Doe', 'jane, doe', true],
  ['Jane', 'Joe', false],
  ['Jane', '', false],
  ['Jane <a@b.example>', 'Jane <c@d.example>', false],
])('%j and %j are read as the same recipients: %s', (one, other, isAlike) => {
  expect(isAlikeFieldText('notificationRecipients', one, other)).toBe(isAlike);
  expect(isAlikeFieldText('notificationRecipients', other, one)).toBe(isAlike);
});

it.each([
  ['Gru\u0308n plan.pdf', 'Gr\u00fcn_plan.pdf', true],
  ['a b.pdf', 'a+b.pdf', true],
  ['a b.pdf', 'a%20b.pdf', true],
  ['Grün.pdf', 'Gr%C3%BCn.pdf', true],
  ['100% sure.pdf', '100%_sure.pdf', true],
  ['a:b?.pdf', 'a_b_.pdf', true],
  ['a b.pdf', 'a b.PDF', false],
  ['a b.pdf', 'a b (1).pdf', false],
  ['a b.pdf', 'a-b.pdf', false],
  ['a b%ff.pdf', 'a_b%ff.pdf', true],
  ['a%ff.pdf', 'a%fe.pdf', false],
])('%j and %j name the same file: %s', (one, other, isSame) => expect(isSameFileName(one, other)).toBe(isSame));

it.each([
  ['Plan.pdf', 'plan.PDF'],
  ['Straße Grün.pdf', 'Strasse_Gruen.pdf'],
  ['Plan.pdf', 'Plan (1).pdf'],
  ['A very long plan of the cage.pdf', 'A very long plan of t.pdf'],
  ['Please replace the fan in rack 12.', 'Please replace the fan'],
  ['ok', 'ok -- sent by the portal'],
  ['План этажа.pdf', '____ _____.pdf'],
  ['👍', '?'],
  ['Danke 👍', 'Danke'],
  ['cage', 'The door of the cage is open'],
  ['ok', 'That is ok'],
  ['План этажа', '____ _____'],
  ['План', '\ufffd\ufffd\ufffd\ufffd'],
])('%j may have become %j', (one, other) => {
  expect(likeness(one, other)).toBeGreaterThanOrEqual(leastLikeness);
  expect(likeness(other, one)).toBe(likeness(one, other));
});

it.each([
  ['Plan.pdf', 'invoice.pdf'],
  ['Please replace the fan in rack 12.', 'The door of cage 3 does not close.'],
  ['no', 'another one'],
  ['👍', 'Please proceed.'],
  ['ok', ''],
  ['a', 'another one'],
  ['!', '?'],
  ['!!', '??'],
  ['ok', 'a book of it'],
  ['План 1.pdf', 'Счёт 1.pdf'],
])('%j did not become %j', (one, other) => expect(likeness(one, other)).toBeLessThan(leastLikeness));

it.each([
  ['A', 'a', 1],
  ['Größe', 'GROESSE', 1],
  ['Äpfel', 'Aepfel', 1],
  ['Plan-A!', 'plan a', 1],
  ['night', 'nacht', 1 / 4],
  ['ab', 'xaby', 1 / 2],
  ['aab', 'aac', 1 / 2],
  ['aaaa', 'aab', 2 / 5],
  ['Rack 12', 'Rack 13', 4 / 5],
])('%j and %j are alike by %d', (one, other, expected) => {
  expect(likeness(one, other)).toBeCloseTo(expected, 10);
  expect(likeness(other, one)).toBeCloseTo(expected, 10);
});

const oddText = fc
  .array(
    fc.constantFrom(
      'a',
      'u',
      '\u0308',
      '\u00fc',
      ' ',
      '\u00a0',
      '\u200b',
      '\n',
      '\r',
      '\ufeff',
      '\ud83d',
      '😀',
      '_',
      '+',
      '%20',
      'Z',
    ),
    { maxLength: 8 },
  )
  .map((pieces) => pieces.join(''));

it('reads a text as itself, however often, and what is the same text as alike', () => {
  fc.assert(
    fc.property(oddText, oddText, (one, other) => {
      expect(readableText(readableText(one))).toBe(readableText(one));
      expect(isAlikeText(one, other)).toBe(isAlikeText(other, one));
      expect(isSameFileName(one, other)).toBe(isSameFileName(other, one));
      if (isSameText(one, other)) expect(isAlikeText(one, other)).toBe(true);
      if (isAlikeText(one, other)) expect([isSameFileName(one, other), likeness(one, other)]).toEqual([true, 1]);
      expect(likeness(one, other)).toBeGreaterThanOrEqual(0);
      expect(likeness(one, other)).toBeLessThanOrEqual(1);
    }),
    { numRuns: 2_000 },
  );
});
