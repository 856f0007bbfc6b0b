/*
 * The server accepts what a form accepts, and refuses what a form refuses. The server is the demo service, which
 * implements the specification's rules independently.
 */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import {
  cancelReasonSchema,
  commentTextSchema,
  emptyNewTicket,
  fieldsToSend,
  heldFieldsSchema,
  newTicketSchema,
  ticketEditSchema,
} from '../../electron/contract/fields.ts';
import { cancelReasons, categoriesByRequestType, limits } from '../../electron/contract/specification.ts';
import { type RawClient, rawClient } from '../demo/client.ts';

const tickets = '/v1/customer-support-tickets';

/** Texts of lengths around `limit`, of characters with one and with two code units; also blank and empty texts. */
const textAround = (limit: number) =>
  fc.oneof(
    fc.constantFrom('', ' ', '\n\t ', ' x '),
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc
      .tuple(fc.constantFrom('x', 'é', '🔧', ' ', 'ب'), fc.integer({ min: -2, max: 2 }))
      .map(([character, more]) => character.repeat(Math.ceil(limit / character.length) + more)),
  );

const address = fc.oneof(
  fc.emailAddress(),
  fc.constantFrom('a@b.c', 'a@b', '@b.c', 'a b@c.d', 'ä@ö.ü', 'a@b@c.d', '', ' ', 'a@b.c;d@e.f', 'Ana <a@b.c>', 'a@b.'),
);
const recipients = fc.oneof(
  fc
    .tuple(fc.array(address, { maxLength: 4 }), fc.constantFrom(',', ', ', ' , ', ';', '\n'))
    .map(([all, by]) => all.join(by)),
  fc.integer({ min: -2, max: 2 }).map((more) => `${'x'.repeat(limits.notificationRecipients - 6 + more)}@b.com`),
);

const category = fc.oneof(
  ...Object.entries(categoriesByRequestType).flatMap(([requestType, categories]) =>
    categories.map((name) => fc.constant({ requestType, category: name })),
  ),
);

const editable = {
  title: textAround(limits.title),
  description: textAround(limits.description),
  customerReference: textAround(limits.customerReference),
  notificationRecipients: recipients,
};

const plain = { title: 'Title', description: 'Description', customerReference: '', notificationRecipients: '' };

/** Generates some of the fields; the test fills in valid ones for the rest. */
const someOf = <T extends Record<string, fc.Arbitrary<string>>>(fields: T) =>
  fc.record(fields, { requiredKeys: [] }) as fc.Arbitrary<Partial<Record<keyof T, string>>>;

async function agree(
  schema: z.ZodType,
  value: unknown,
  send: () => ReturnType<RawClient['send']>,
  counts: { accepted: number; refused: number },
): Promise<void> {
  const isAccepted = schema.safeParse(value).success;
  const { status, value: answer } = await send();
  expect([200, 201, 400]).toContain(status);
  expect(status < 300, JSON.stringify({ value, answer }).slice(0, 500)).toBe(isAccepted);
  counts[isAccepted ? 'accepted' : 'refused'] += 1;
}

/** A property that met only accepted or only refused values would prove nothing. */
const bothMet = ({ accepted, refused }: { accepted: number; refused: number }) => {
  expect(accepted).toBeGreaterThan(10);
  expect(refused).toBeGreaterThan(10);
};

async function openTicket() {
  const client = await rawClient({ ticketCount: 30 });
  const id = client.service.tickets().find((ticket) => ticket.status === 'New')?.id;
  return { ...client, id };
}

describe('forms and server agree on', () => {
  it('new tickets with an existing site and category', async () => {
    const { send } = await rawClient({ ticketCount: 10 });
    const counts = { accepted: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(category, someOf({ ...editable, location: textAround(limits.location) }), async (kind, some) => {
        const fields = { ...plain, location: '', site: 'AMS017', ...kind, ...some };
        await agree(newTicketSchema, fields, () => send('POST', tickets, fields), counts);
      }),
      { numRuns: 300 },
    );
    bothMet(counts);
  });

  it('edits', async () => {
    const { send, id } = await openTicket();
    const counts = { accepted: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(someOf(editable), (fields) =>
        agree(ticketEditSchema, fields, () => send('PUT', `${tickets}/${id}`, fields), counts),
      ),
      { numRuns: 300 },
    );
    bothMet(counts);
  });

  it('comments', async () => {
    const { send, id } = await openTicket();
    const counts = { accepted: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(textAround(limits.comment), (comment) =>
        agree(commentTextSchema, comment, () => send('POST', '/v1/comments', { requestId: id, comment }), counts),
      ),
      { numRuns: 300 },
    );
    bothMet(counts);
  });

  it.each([...cancelReasons, '', 'Changed my mind', 'duplicate request'])('the reason %j', async (cancelReason) => {
    const { send, id } = await openTicket();
    await agree(cancelReasonSchema, cancelReason, () => send('PUT', `${tickets}/${id}/cancel`, { cancelReason }), {
      accepted: 0,
      refused: 0,
    });
  });

  it.each(['title', 'site', 'requestType', 'category', 'description'])('a new ticket without %s', async (field) => {
    const { send } = await rawClient({ ticketCount: 10 });
    const whole = { ...plain, location: '', site: 'AMS017', requestType: 'Amenities', category: 'Parking' };
    for (const fields of [
      { ...whole, [field]: '' },
      { ...whole, [field]: '  ' },
    ]) {
      await agree(newTicketSchema, fields, () => send('POST', tickets, fields), { accepted: 0, refused: 0 });
    }
  });
});

describe('what is wrong is said of', () => {
  const whole = { ...plain, location: '', site: 'AMS017', requestType: 'Amenities', category: 'Parking' };
  const saidOf = (schema: z.ZodType, value: unknown) =>
    schema.safeParse(value).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);

  it.each([
    ['title', limits.title, 'The title'],
    ['site', limits.site, 'The site'],
    ['location', limits.location, 'The location'],
    ['requestType', 200, 'The request type'],
    ['category', 200, 'The category'],
    ['description', limits.description, 'The description'],
    ['customerReference', limits.customerReference, 'The customer reference'],
    ['notificationRecipients', limits.notificationRecipients, 'The list of recipients'],
  ] as const)('%s that has more than %i characters', (field, limit, name) => {
    const text = `${'x'.repeat(limit - 5)}@b.com`; // an address too
    const message = `${name} can have at most ${limit.toLocaleString('en')} characters.`;
    expect(saidOf(newTicketSchema, { ...whole, [field]: text })).toEqual([`${field}: ${message}`]);
    expect(saidOf(newTicketSchema, { ...whole, [field]: text.slice(1) })).toBeUndefined();
  });

  it('a new ticket in which everything is empty', () => {
    expect(saidOf(newTicketSchema, emptyNewTicket)).toEqual([
      'title: The title is required.',
      'site: The site is required.',
      'requestType: The request type is required.',
      'category: The category is required.',
      'description: The description is required.',
    ]);
  });

  it('the first recipient that is no address', () => {
    const fields = { ...whole, notificationRecipients: 'a@b.com,  Jane Doe , x' };
    expect(saidOf(newTicketSchema, fields)).toEqual(['notificationRecipients: “Jane Doe” is not an email address.']);
  });

  it('no list of recipients that is empty or blank', () => {
    for (const notificationRecipients of ['', ' \n ']) {
      expect(saidOf(newTicketSchema, { ...whole, notificationRecipients })).toBeUndefined();
    }
  });

  it('an edit without any field', () => {
    expect(saidOf(ticketEditSchema, {})).toEqual([': Nothing was changed.']);
    expect(saidOf(ticketEditSchema, { title: 'One' })).toBeUndefined();
  });

  it('a comment without words', () => {
    expect(saidOf(commentTextSchema, ' ')).toEqual([': The comment is required.']);
    expect(saidOf(commentTextSchema, 'x'.repeat(limits.comment + 1))).toEqual([
      `: The comment can have at most ${limits.comment.toLocaleString('en')} characters.`,
    ]);
  });
});

it('what the server holds in some fields may be longer than what can be written', () => {
  const held = {
    title: 'x'.repeat(limits.title + 1),
    description: '',
    customerReference: '',
    notificationRecipients: 'nobody',
  };
  expect(heldFieldsSchema.parse(held)).toEqual(held);
  expect(heldFieldsSchema.parse({})).toEqual({});
  expect(heldFieldsSchema.safeParse({ site: 'AMS017' }).success).toBe(false);
});

describe('a field', () => {
  const whole = { ...plain, location: '', site: 'AMS017', requestType: 'Amenities', category: 'Parking' };
  const messages = (fields: object) =>
    newTicketSchema.safeParse({ ...whole, ...fields }).error?.issues.map(({ message }) => message);
  const text = (units: number) => `😀${'x'.repeat(units - 2)}`;

  it.each([
    ['title', limits.title],
    ['description', limits.description],
    ['customerReference', limits.customerReference],
    ['location', limits.location],
  ] as const)('%s takes its limit with an emoji in it, and not one unit more', (field, limit) => {
    expect(messages({ [field]: text(limit) })).toBeUndefined();
    expect(messages({ [field]: text(limit + 1) })).toEqual([
      expect.stringMatching(/can have at most [\d,]+ characters[.]$/),
    ]);
  });

  it('takes a comment of exactly the limit, line ends included, and not one unit more', () => {
    const lines = `${'\n'.repeat(1_000)}${text(limits.comment - 1_000)}`;
    expect(commentTextSchema.safeParse(lines).success).toBe(true);
    expect(commentTextSchema.safeParse(`${lines}x`).success).toBe(false);
  });

  it('of one line is sent without the white space around it, and a description with all of it', () => {
    const typed = {
      title: ' Door\n',
      location: '\tRoom',
      customerReference: 'R ',
      notificationRecipients: ' a@b.c ',
      description: ' x ',
    };
    const sent = {
      title: 'Door',
      location: 'Room',
      customerReference: 'R',
      notificationRecipients: 'a@b.c',
      description: ' x ',
    };
    expect(fieldsToSend({ ...whole, ...typed })).toEqual({ ...whole, ...sent });
    expect(fieldsToSend({ title: ' Door ' })).toEqual({ title: 'Door' });
  });
});
