import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAddress, readRecipients } from '../../electron/contract/addresses.ts';

const amara = 'amara@m.example';
const ruben = 'ruben@m.example';

describe('a pasted list of recipients', () => {
  it.each([
    // Outlook and Teams
    ['Osei, Amara <amara@m.example>; de Vries, Ruben <ruben@m.example>', [amara, ruben]],
    ['Osei, Amara <amara@m.example>, de Vries, Ruben <ruben@m.example>', [amara, ruben]],
    ['"Osei, Amara" <amara@m.example>; "de Vries, R." <ruben@m.example>;', [amara, ruben]],
    ["'Osei, Amara' <amara@m.example>; 'ruben@m.example' <ruben@m.example>", [amara, ruben]],
    ['Osei, Amara (EXT) <amara@m.example>; Ruben de Vries (NOC; AMS) <ruben@m.example>', [amara, ruben]],
    ['Amara Osei [mailto:amara@m.example]', [amara]],
    ['Amara Osei<mailto:amara@m.example>', [amara]],
    ['amara@m.example<mailto:amara@m.example>', [amara]],
    ['From: Osei, Amara <amara@m.example>\nCc: Ruben <ruben@m.example>', [amara, ruben]],
    ['Osei, Dr., Amara <amara@m.example>', [amara]],
    ['SMTP:amara@m.example;smtp:ruben@m.example', [amara, ruben]],
    // Lists from tables, mails and web pages
    ['Amara\tamara@m.example\r\nRuben\truben@m.example\r\n', [amara, ruben]],
    ['amara@m.example\n\nruben@m.example', [amara, ruben]],
    ['amara@m.example ruben@m.example', [amara, ruben]],
    ['Osei,\r\n Amara <amara@m.example>,\r\n ruben@m.example', [amara, ruben]],
    ['mailto:amara@m.example?subject=Door&cc=nobody', [amara]],
    ['MAILTO:amara@m.example', [amara]],
    ['[amara@m.example](mailto:amara@m.example)', [amara]],
    ['(amara@m.example)', [amara]],
    ['Amara Osei (amara@m.example), Ruben (ruben@m.example)', [amara, ruben]],
    ['<amara@m.example><ruben@m.example>', [amara, ruben]],
    ['“Amara” <amara@m.example>; „Ruben“ <ruben@m.example>', [amara, ruben]],
    ['amara@m.example.', [amara]],
    ['amara@m.example; ruben@m.example.;', [amara, ruben]],
    ['"amara@m.example"; \'ruben@m.example\'', [amara, ruben]],
    ['\u200bamara@m.example\u200b;\u00a0\u202aruben@m.example\u202c\ufeff', [amara, ruben]],
    ['am\u00adara@m.exam\u200bple', [amara]],
    ['amara＠m.example；ruben@m．example', [amara, ruben]],
    ['amara@m.example、ruben@m.example', [amara, ruben]],
    // Groups
    ['Night shift: amara@m.example, ruben@m.example;', [amara, ruben]],
    ['NOC, Amsterdam: amara@m.example;', [amara]],
    ['undisclosed-recipients:;', []],
    // Names that look like addresses
    ['old@m.example <amara@m.example>', [amara]],
    ['"ruben@m.example" <amara@m.example>', [amara]],
    ['ruben@m.example Amara <amara@m.example>', [ruben, amara]],
    ['Amara @ NOC <amara@m.example>', [amara]],
    ['5" rack <amara@m.example>, 6" rack <ruben@m.example>', [amara, ruben]],
    ["Sinéad O'Neill <sinead.o'neill@m.example>", ["sinead.o'neill@m.example"]],
    // Duplicates
    ['amara@m.example, AMARA@m.example; Amara <Amara@M.example>', [amara]],
    // What is no address stays, to be named and corrected
    ['amara@m.example, nobody', [amara, 'nobody']],
    ['nobody, amara@m.example', ['nobody', amara]],
    ['nobody, "de Vries, R." <ruben@m.example>', ['nobody', ruben]],
    ['Amara Osei; ruben@m.example', ['Amara Osei', ruben]],
    ['amara@m', ['amara@m']],
    ['Amara <amara@m>', ['amara@m']],
    ['Amara <amara>', ['Amara amara']],
    ['@amara', ['@amara']],
    ['a@b@c.example', ['a@b@c.example']],
    [' , ;\n\t<> "" ', []],
    ['', []],
  ])('%j', (pasted, recipients) => expect(readRecipients(pasted)).toEqual(recipients));
});

const word = fc.stringMatching(/^[a-zà-öø-ÿ][a-zà-öø-ÿ0-9-]{0,9}$/);
const address = fc
  .tuple(fc.stringMatching(/^[a-z0-9][a-z0-9_+-]{0,8}$/), word)
  .map(([local, domain]) => `${local}@${domain}.example`);

/** One recipient as some program writes it, from an address and two words of a name. */
const styles: ((address: string, first: string, last: string) => string)[] = [
  (a) => a,
  (a) => `<${a}>`,
  (a) => `mailto:${a}`,
  (a) => `${a}<mailto:${a}>`,
  (a) => `"${a}" <${a}>`,
  (a, first, last) => `${first} ${last} <${a}>`,
  (a, first, last) => `${last}, ${first} <${a}>`,
  (a, first, last) => `"${last}, ${first}" <${a}>`,
  (a, first, last) => `'${last}, ${first}' <${a}>`,
  (a, first, last) => `${last}, ${first} (EXT) <${a}>`,
  (a, first, last) => `${first} ${last} (${a})`,
  (a, first, last) => `${first} ${last} [mailto:${a}]`,
  (a, first) => `\u200b${first} <\u2060${a}>\u00a0`,
];
const separators = ['; ', ';', ',', ', ', '\n', '\r\n', ',\r\n ', ' ;\n', '.; '];

it('any list that is written in any of these styles comes back', () => {
  const recipient = fc.record({ address, first: word, last: word, style: fc.constantFrom(...styles) });
  fc.assert(
    fc.property(
      fc.uniqueArray(recipient, { selector: (each) => each.address, maxLength: 8 }),
      fc.constantFrom(...separators),
      fc.boolean(),
      (recipients, separator, endsOpen) => {
        const written = recipients.map(({ address, first, last, style }) => style(address, first, last));
        const text = written.join(separator) + (endsOpen ? separator : '');
        expect(readRecipients(text)).toEqual(recipients.map((each) => each.address));
      },
    ),
  );
});

it('reads its own result as the same, and never loses an address', () => {
  const signs = fc.string({ unit: fc.constantFrom(...'aé1@.,"<>() :?\'\n[;'), maxLength: 30 });
  fc.assert(
    fc.property(signs, fc.array(address, { maxLength: 2 }), (noise, addresses) => {
      const read = readRecipients([noise, ...addresses].join('\n'));
      const keys = new Set(read.map((one) => one.toLowerCase()));
      expect(addresses.filter((each) => !keys.has(each.toLowerCase()))).toEqual([]);
      const valid = read.filter(isAddress);
      expect(readRecipients(valid.join(', '))).toEqual(valid);
    }),
  );
});

it.each(['.', ':', '@', '@a', 'a@b?', '"a@b', '<a@b', 'a, ', '(a@b', 'a@b ', "'", ', ', 'Osei, Amara <a@b.c>; '])(
  'reads a long row of %j in no time',
  (part) => {
    const row = part.repeat(20_000);
    const startedAtMs = performance.now();
    for (const text of [row, `a@b${row}x`, `${row}a@b.c`, `${row}@`]) readRecipients(text).forEach(isAddress);
    expect(performance.now() - startedAtMs).toBeLessThan(30_000); // a pattern that tries again from each place takes minutes
  },
);
