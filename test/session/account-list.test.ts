import fc from 'fast-check';
import { expect, it, onTestFinished } from 'vitest';
import { accountKeySchema } from '../../electron/contract/ids.ts';
import { type AccountEntry, listAccounts } from '../../electron/session/account-list.ts';
import { setLanguage } from '../../electron/words/words.ts';

let keys = 0;

function entry(
  fields: Partial<Record<'name' | 'baseUrl' | 'accountId' | 'masterAccountId', string>> = {},
  isSessionOnly = false,
): AccountEntry {
  const { name = 'ABC', baseUrl = 'https://a.example', accountId = 'A1', masterAccountId = 'M1' } = fields;
  keys += 1;
  const id = `00000000-0000-4000-8000-${String(keys).padStart(12, '0')}`;
  const account = {
    key: accountKeySchema.parse(id),
    masterAccountId,
    accountId,
    name,
    masterName: 'Holding',
    isOpened: false,
  };
  return { login: { id, environment: 'custom', baseUrl, accounts: [account] }, account, isSessionOnly };
}

const distinctions = (...entries: AccountEntry[]) => listAccounts(entries).map(({ distinction }) => distinction);

it('adds nothing to a name that only one account has', () => {
  expect(distinctions(entry(), entry({ name: 'XYZ', accountId: 'A2' }))).toEqual(['', '']);
});

it.each([
  ['addresses', { baseUrl: 'https://b.example/api' }, ['a.example', 'b.example/api']],
  ['ids under one address', { accountId: 'A2' }, ['a.example · A1', 'a.example · A2']],
  ['masters of one id', { masterAccountId: 'M2' }, ['a.example · M1', 'a.example · M2']],
  ['only the way of writing the name', { name: ' abc ', accountId: 'A2' }, ['a.example · A1', 'a.example · A2']],
])('tells accounts of one name with different %s apart', (_what, other, expected) => {
  expect(distinctions(entry(), entry(other))).toEqual(expected);
});

it('tells an account that is kept from the same one for this session only', () => {
  expect(distinctions(entry(), entry({}, true))).toEqual([
    'a.example · kept on this computer',
    'a.example · for this session only',
  ]);
});

it('tells them apart in the language that is spoken', async () => {
  onTestFinished(() => setLanguage({ language: 'en', region: 'en-GB' }));
  await setLanguage({ language: 'de', region: 'de-DE' });
  expect(distinctions(entry(), entry({}, true))).toEqual([
    'a.example · auf diesem Computer gespeichert',
    'a.example · nur für diese Sitzung',
  ]);
});

it('shows no account id where the address is enough', () => {
  const texts = distinctions(
    entry(),
    entry({ accountId: 'A2' }),
    entry({ baseUrl: 'https://b.example', accountId: 'A3' }),
  );
  expect(texts).toEqual(['a.example · A1', 'a.example · A2', 'b.example']);
});

it('tells any two accounts apart that differ in anything', () => {
  const few = (prefix: string) => fc.constantFrom(`${prefix}1`, `${prefix}2`);
  const fields = fc.record({
    name: few('N'),
    baseUrl: few('https://h'),
    accountId: few('A'),
    masterAccountId: few('M'),
    isSessionOnly: fc.boolean(),
  });
  fc.assert(
    fc.property(
      fc.uniqueArray(fields, { selector: (one) => JSON.stringify(Object.values(one)), maxLength: 8 }),
      (rows) => {
        const listed = listAccounts(rows.map(({ isSessionOnly, ...row }) => entry(row, isSessionOnly)));
        const texts = listed.map(({ name, distinction }) => `${name} ${distinction}`);
        expect(new Set(texts).size).toBe(rows.length);
      },
    ),
  );
});
