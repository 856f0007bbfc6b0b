import { expect, it } from 'vitest';
import { fullName, placeOf } from '../../renderer/words/account-names.ts';

const account = { environment: 'custom', baseUrl: 'https://a.example', name: 'ABC', masterName: 'Holding' } as const;

it('an account of a name of its own is called by that', () => {
  expect(fullName({ ...account, distinction: '' })).toBe('ABC');
  expect(placeOf({ ...account, distinction: '', isOpened: false })).toBe('Holding · Custom');
});

it('one with namesakes is called by what tells it apart too, in sentences and lists', () => {
  const namesake = { ...account, distinction: 'a.example · A1' };
  expect(fullName(namesake)).toBe('ABC (a.example · A1)');
  expect(placeOf({ ...namesake, masterName: '', isOpened: true })).toBe('Custom · a.example · A1');
});
