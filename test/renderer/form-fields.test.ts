import { describe, expect, it } from 'vitest';
import { isSameRecipients, recipientsIn } from '../../electron/contract/addresses.ts';
import { emptyNewTicket, fieldsToSend, newTicketSchema } from '../../electron/contract/fields.ts';
import { categoriesByRequestType, limits } from '../../electron/contract/specification.ts';
import { europeanSites } from '../../electron/demo/portfolio/places.ts';
import { refusedTypesHint, siteOptions } from '../../renderer/form/fields.tsx';
import { addRecipients, endsAddress, recipientsText, takeBack } from '../../renderer/form/recipients-field.tsx';
import { editErrors, newTicketErrors } from '../../renderer/form/validation.ts';
import { newTicketFields } from '../../renderer/state/form.ts';
import { copyOf } from '../../renderer/state/open-form.ts';
import { counterOf } from '../../renderer/ui/field-note.tsx';
import { aDetail, aTicket } from '../support/tickets.ts';

describe('counterOf', () => {
  it('is silent far from the limit', () => expect(counterOf('x'.repeat(127), limits.title)).toBeNull());
  it('counts from 80 % on, and says how', () => {
    expect(counterOf('x'.repeat(128), limits.title)).toEqual({
      text: '128 of 160 characters; most emoji count as two',
      isOver: false,
    });
  });
  it('counts emoji as the server does', () => {
    expect(counterOf('🔥'.repeat(80), limits.title)).toMatchObject({ isOver: false });
    expect(counterOf('🔥'.repeat(81), limits.title)).toMatchObject({ isOver: true });
  });
});

describe('recipients', () => {
  it.each([
    ['a@b.example; c@d.example', ['a@b.example', 'c@d.example']],
    ['Amara Osei <amara@m.example>, "de Vries, R." <ruben@m.example>', ['amara@m.example', 'ruben@m.example']],
    ['a@b.example\nc@d.example\r\n', ['a@b.example', 'c@d.example']],
    ['a@b.example c@d.example', ['a@b.example', 'c@d.example']],
    ['a@b.example, A@B.example', ['a@b.example']],
    ['a@b.example, nobody', ['a@b.example', 'nobody']],
    [' , ;', []],
  ])('%j are %j', (pasted, recipients) => {
    expect(addRecipients([], pasted)).toEqual(recipients);
  });
  it('keep what is still being typed', () => {
    expect(recipientsText(['a@b.example'], 'c@d')).toBe('a@b.example, c@d');
    expect(recipientsIn('a@b.example, c@d,a@b.example')).toEqual(['a@b.example', 'c@d']);
    expect(isSameRecipients('a@b.example,c@d', recipientsText(['a@b.example'], 'c@d'))).toBe(true);
    expect(isSameRecipients('a@b.example', 'c@d')).toBe(false);
    expect(recipientsText([], ' ')).toBe('');
  });
  it('keep what was being typed when one of them goes back into the text box', () => {
    expect(takeBack(['a@b.example', 'c@d.example'], 'e@f', 'a@b.example')).toEqual(['c@d.example', 'e@f']);
    expect(takeBack(['a@b.example'], '', 'a@b.example')).toEqual([]);
  });
  it.each([
    ['a@b.example,', true],
    ['a@b.example ', true],
    ['a@b.example', false],
    ['Amara ', false],
    ['Osei,', false],
    ['Osei, Amara <amara@m.example>', false],
    ['Osei, Amara <amara@m.example>,', true],
    ['Amara;', true],
  ])('%j ends an address: %s', (typed, ends) => expect(endsAddress(typed)).toBe(ends));
});

describe('the errors of a new ticket', () => {
  const offered = {
    catalogue: Object.entries(categoriesByRequestType).map(([name, categories]) => ({
      name,
      categories: [...categories],
    })),
    sites: [...europeanSites],
  };
  const good = {
    ...emptyNewTicket,
    title: 'Door',
    site: 'AMS017',
    requestType: 'Amenities',
    category: 'Parking',
    description: 'It does not close.',
  };
  it('has none for what can be sent, without location, reference and recipients', () => {
    expect(newTicketErrors(good, offered)).toEqual({});
  });
  it('stand at each of the five fields that are needed', () => {
    expect(Object.keys(newTicketErrors(emptyNewTicket, offered)).toSorted()).toEqual(
      ['title', 'site', 'requestType', 'category', 'description'].toSorted(),
    );
  });
  it('refuse a category of another request type, and what is not offered any more', () => {
    expect(newTicketErrors({ ...good, category: 'Electrical' }, offered).category).toContain('Amenities');
    expect(newTicketErrors({ ...good, requestType: 'Remote Hands' }, offered).requestType).toContain('Remote Hands');
    expect(newTicketErrors({ ...good, site: 'XXX999' }, offered).site).toContain('XXX999');
  });
  it('refuse a type that the server does not offer now, and the form says why', () => {
    const refusing = offered.catalogue.map((type) =>
      type.name === 'Amenities' ? { ...type, categories: [], refusal: 'Not permitted.' } : type,
    );
    expect(newTicketErrors(good, { ...offered, catalogue: refusing })).toEqual({
      requestType: '“Amenities” is no longer offered. Choose another.',
    });
    expect(refusedTypesHint(refusing)).toBe('Amenities is not offered now. The server says: “Not permitted.”');
    expect(refusedTypesHint([{ name: 'Amenities', categories: [], refusal: '' }])).toBe(
      'Amenities is not offered now.',
    );
    expect(refusedTypesHint(offered.catalogue)).toBeUndefined();
  });
  it('say nothing about what is not known yet', () => {
    expect(newTicketErrors(good, { catalogue: [], sites: [] })).toEqual({});
  });
  it('name every field that the schema has', () => {
    expect([...newTicketFields].toSorted()).toEqual(Object.keys(newTicketSchema.shape).toSorted());
  });
  it('are about what is sent: white space at the ends of a line is not', () => {
    const wide = { ...good, title: ` ${'x'.repeat(160)} ` };
    expect(newTicketErrors(wide, offered)).toEqual({});
    expect(fieldsToSend(wide).title).toHaveLength(160);
  });
});

describe('the errors of an edit', () => {
  const held = {
    title: 'Door',
    description: 'It does not close.\r\nPlease look.',
    customerReference: '',
    notificationRecipients: 'fsl_test Testing',
  };
  it('are silent about what the server sent and nobody touched', () => expect(editErrors(held, held)).toEqual({}));
  it('are about what is sent, as those of a new ticket are', () => {
    expect(editErrors({ ...held, title: ` ${'x'.repeat(160)} ` }, held)).toEqual({});
  });
  it('stand at the fields that changed', () => {
    const errors = editErrors({ ...held, title: ' ', notificationRecipients: 'nobody' }, held);
    expect(errors).toEqual({
      title: 'The title is required.',
      notificationRecipients: '“nobody” is not an email address.',
    });
  });
  it('say of a name that the operator shows in the place of an address what can be done with it', () => {
    const added = { ...held, notificationRecipients: 'fsl_test Testing, a@b.example' };
    expect(editErrors(added, held)).toEqual({
      notificationRecipients:
        'The operator shows “fsl_test Testing” by name and takes only addresses. Put the address in its place, or remove it.',
    });
    expect(editErrors({ ...held, notificationRecipients: 'a@b.example' }, held)).toEqual({});
  });
});

it('offers the account’s sites, and until those are known the ones that tickets name', () => {
  const choices = [
    { value: 'AMS011', count: 3, note: 'Amsterdam' },
    { value: '', count: 1, note: '' },
    { value: 'PHX015', count: 2, note: '' },
  ];
  expect(siteOptions([], choices).map((option) => option.label)).toEqual(['AMS011 · Amsterdam', 'PHX015']);
  expect(siteOptions(europeanSites.slice(0, 1), choices)).toEqual([
    { value: 'AMS017', label: 'AMS017 · Amsterdam, Netherlands' },
  ]);
});

it('copies a ticket with the recipients that can be sent', () => {
  const texts = { title: 'Door', site: 'AMS017', location: 'Cage 1', requestType: 'Amenities', category: 'Parking' };
  const detail = { description: 'It does not close.', customerReference: 'PO-1' };
  const copy = copyOf({
    summary: aTicket(1, texts),
    detail: aDetail({ ...detail, notificationRecipients: 'fsl_test Testing, a@b.example' }),
    detailConfirmedAtMs: null,
    isGone: false,
  });
  expect(copy).toEqual({ ...texts, ...detail, notificationRecipients: 'a@b.example' });
});
