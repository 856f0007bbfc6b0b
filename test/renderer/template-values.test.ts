import { beforeEach, describe, expect, it, vi } from 'vitest';
import { emptyNewTicket } from '../../electron/contract/fields.ts';
import { errorsIn } from '../../renderer/form/comment-texts-dialog.tsx';
import { filledFields } from '../../renderer/form/templates-dialog.tsx';
import { useReferenceData } from '../../renderer/state/reference-data.ts';
import { useSettings } from '../../renderer/state/settings.ts';
import { knownValues, variablesToAsk } from '../../renderer/state/template-values.ts';

const thursday = new Date('2026-11-26T09:00:00');

beforeEach(() => {
  vi.useFakeTimers({ now: thursday });
  useSettings.setState({ userName: 'Amara' });
  useReferenceData.setState({ sites: [], sitesOfTickets: [{ value: 'AMS011', count: 1, note: '' }] });
  return () => vi.useRealTimers();
});

describe('the variables of a template', () => {
  it('are known but for those of the user’s own', () => {
    expect(knownValues('AMS011')).toEqual({ today: '26 Nov 2026', week: '48', site: 'AMS011', name: 'Amara' });
    expect(variablesToAsk(['{today} {Week} {site}', '{Name} {rack}'], knownValues('AMS011'))).toEqual(['rack']);
  });
  it('are asked for where their value is not known', () => {
    useSettings.setState({ userName: '' });
    expect(variablesToAsk(['{name} at {site} in week {week}'], knownValues(''))).toEqual(['name', 'site']);
  });
  it('are asked for also where JavaScript has something of that name', () => {
    expect(variablesToAsk(['{Constructor} at {site}'], knownValues('AMS011'))).toEqual(['Constructor']);
  });
  it('are replaced in each text of the form', () => {
    const fields = {
      ...emptyNewTicket,
      title: 'Cleaning of {rack}, week {week}',
      description: '{{today} is {today}.\n{name}',
      category: '{rack}',
      notificationRecipients: '{rack}@m.example',
    };
    expect(filledFields(fields, { rack: 'R12' })).toEqual({
      ...fields,
      title: 'Cleaning of R12, week 48',
      description: '{today} is 26 Nov 2026.\nAmara',
      notificationRecipients: 'R12@m.example',
    });
  });
  it('choose the site of the form where it is one', () => {
    const fields = { ...emptyNewTicket, title: 'Door at {site}' };
    expect(filledFields(fields, { site: 'ams011' })).toMatchObject({ site: 'AMS011', title: 'Door at ams011' });
    expect(filledFields(fields, { site: 'the yard' })).toMatchObject({ site: '', title: 'Door at the yard' });
  });
});

describe('a comment text', () => {
  it.each([
    [{ name: ' ', text: 'x' }, ['name']],
    [{ name: 'x'.repeat(81), text: 'x' }, ['name']],
    [{ name: 'x', text: '\n' }, ['text']],
    [{ name: 'x', text: 'x' }, []],
  ])('%j has errors in %j', (typed, fields) => expect(Object.keys(errorsIn(typed))).toEqual(fields));
});
