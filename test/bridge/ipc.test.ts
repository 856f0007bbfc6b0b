import { expect, it } from 'vitest';
import { z } from 'zod';
import { handleCall, requireAccount } from '../../electron/bridge/ipc.ts';
import { type Calls, calls, type Handlers } from '../../electron/contract/calls.ts';
import { defaultHandoverScope } from '../../electron/contract/handover.ts';
import { accountKeySchema } from '../../electron/contract/ids.ts';
import { ProblemError } from '../../electron/contract/problem.ts';
import { defaultSort, noFilters } from '../../electron/contract/query.ts';
import { limits, longestTyped } from '../../electron/contract/specification.ts';

const received: unknown[] = [];
// Every call answers with what it got: the parsing before it is what is looked at.
const handlers = Object.fromEntries(
  Object.entries(calls).map(([group, members]) => [
    group,
    Object.fromEntries(Object.keys(members).map((name) => [name, (request: unknown) => received.push(request)])),
  ]),
) as unknown as Handlers;

const query = { view: 'all', filters: noFilters, search: '', sort: defaultSort, offset: 0, limit: 10 };

it('hands on what the schema knows', async () => {
  const link = { url: `https://tickets.example/${'x'.repeat(10_000)}` }; // the dialog says what is wrong with it
  await handleCall(handlers, 'system', 'openLink', link);
  expect(received.at(-1)).toEqual(link);
  await handleCall(handlers, 'tickets', 'page', query);
  expect(received.at(-1)).toEqual(query);
});

it('hands on the links of as many tickets as can be selected', async () => {
  const copied = { text: 'colodesk://ticket/WO0100005000001\n'.repeat(100_000) };
  await handleCall(handlers, 'system', 'copyText', copied);
  expect(received.at(-1)).toEqual(copied);
});

it('hands on every path that a system can have, since one alone would refuse all files that were dropped with it', async () => {
  const files = { ticketId: 'WO0100005000001', paths: [`C:\\${'x'.repeat(32_764)}`] };
  await handleCall(handlers, 'attachments', 'attachPaths', files);
  expect(received.at(-1)).toEqual(files);
});

it.each([
  ['tickets', 'page', { ...query, limit: 100_000 }, 'limit'],
  ['tickets', 'page', { ...query, extra: 1 }, ''],
  ['tickets', 'page', { ...query, sort: { by: 'row; DROP TABLE ticket', direction: 'ascending' } }, 'sort.by'],
  ['tickets', 'read', { id: '' }, 'id'],
  ['tickets', 'read', null, ''],
  ['session', 'choose', { account: '../../etc' }, 'account'],
  ['session', 'state', { anything: true }, ''],
  ['system', 'openLink', { url: 'x'.repeat(longestTyped + 1) }, 'url'],
] as const)('refuses %s.%s with %j', async (group, name, payload, field) => {
  const before = received.length;
  const refusal = await handleCall(handlers, group, name, payload).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(ProblemError);
  expect((refusal as ProblemError).problem).toMatchObject({ kind: 'invalid-input', field });
  expect(received.length).toBe(before);
});

it('refuses what cannot even be compared', async () => {
  const odd = { length: { valueOf: 1, toString: 1 } }; // such a length crosses the bridge, and throws when it is compared
  for (const [group, members] of Object.entries(calls)) {
    for (const [name, { request }] of Object.entries(members)) {
      const fields = request instanceof z.ZodObject ? Object.keys(request.shape) : ['id'];
      const payload = Object.fromEntries(fields.map((field) => [field, odd]));
      if (fields.length === 0) continue;
      const refusal = await handleCall(handlers, group as keyof Calls, name, payload).catch((error: unknown) => error);
      expect(refusal, `${group}.${name}`).toMatchObject({ problem: { kind: 'invalid-input' } });
    }
  }
});

it('takes every text of the server’s that can be seen and chosen, however long', async () => {
  const long = 'Cage '.repeat(100);
  const filters = { ...noFilters, site: [long], category: [long] };
  await handleCall(handlers, 'tickets', 'page', { ...query, filters });
  expect(received.at(-1)).toEqual({ ...query, filters });
  const scope = { ...defaultHandoverScope, sites: [long] };
  await handleCall(handlers, 'handover', 'read', scope);
  expect(received.at(-1)).toEqual(scope);
  const change = { quietDays: { [long]: 3 } };
  await handleCall(handlers, 'settings', 'change', change);
  expect(received.at(-1)).toEqual(change);
});

it('takes all that can be typed, also where the operator would not', async () => {
  const comment = 'x'.repeat(longestTyped + 1);
  const content = { form: 'comment', ticketId: 'WO1', comment, changeId: null };
  await handleCall(handlers, 'drafts', 'save', { key: 'comment', content });
  expect(received.at(-1)).toEqual({ key: 'comment', content });
  await handleCall(handlers, 'system', 'copyText', { text: 'x'.repeat(limits.comment) });
  expect(received.at(-1)).toEqual({ text: 'x'.repeat(limits.comment) });
});

const first = accountKeySchema.parse('00000000-0000-4000-8000-000000000001');
const second = accountKeySchema.parse('00000000-0000-4000-8000-000000000002');
const elsewhere = expect.objectContaining({
  problem: expect.objectContaining({ kind: 'no-open-account' }),
});

it.each([
  'outbox',
  'drafts',
  'templates',
  'attachments',
  'paper',
  'repeats',
  'calendar',
  'handover',
  'exports',
] as const)('%s: what was written for one account gets into no other', (group) => {
  requireAccount(group, first, () => first);
  for (const meant of [second, null, undefined, {}])
    expect(() => requireAccount(group, meant, () => first)).toThrow(elsewhere);
});

it('says that none is open where that is so', () => {
  const none = () => {
    throw new ProblemError('no-open-account');
  };
  expect(() => requireAccount('drafts', first, none)).toThrow(new ProblemError('no-open-account'));
});

it('asks not at all where no account is needed', () => {
  const unasked = () => {
    throw new Error('asked');
  };
  requireAccount('session', null, unasked);
});
