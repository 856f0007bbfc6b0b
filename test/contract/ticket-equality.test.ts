import fc from 'fast-check';
import { expect, it } from 'vitest';
import { editableFields } from '../../electron/contract/fields.ts';
import { isSameFieldText, isSameText } from '../../electron/contract/ticket-equality.ts';

/** Mostly what the rule is about, so that different texts are often the same. */
const anyText = fc
  .array(fc.constantFrom('a', 'b@c.example', ' ', ',', '\r', '\n', '\r\n', '\t'), { maxLength: 6 })
  .map((pieces) => pieces.join(''));
const anyField = fc.constantFrom(...editableFields);

it.each([
  ['It does not close.\r\nPlease look.', 'It does not close.\nPlease look.', true],
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
