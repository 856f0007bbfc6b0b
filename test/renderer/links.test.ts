import fc from 'fast-check';
import { expect, it } from 'vitest';
import { splitAtLinks } from '../../renderer/ui/ticket-text.tsx';

const linksIn = (text: string) => splitAtLinks(text).flatMap(({ text: piece, isLink }) => (isLink ? [piece] : []));

it('finds links, without the sentence around them', () => {
  expect(linksIn('See https://a.example/x?y=1#z, and (https://b.example).')).toEqual([
    'https://a.example/x?y=1#z',
    'https://b.example',
  ]);
  expect(linksIn('http://a.example javascript:alert(1) file:///etc/passwd https://')).toEqual([]);
});

it('loses and adds nothing', () => {
  const texts = fc
    .array(fc.oneof(fc.string(), fc.webUrl(), fc.constantFrom('https://', ' ', '\n', '<b>')))
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(texts, (text) => {
      expect(
        splitAtLinks(text)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text);
    }),
  );
});
