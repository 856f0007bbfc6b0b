import { setImmediate } from 'node:timers/promises';
import { expect, it, vi } from 'vitest';
import { defaultHandoverScope, type Handover, type HandoverScope } from '../../electron/contract/handover.ts';
import { ticketIdSchema } from '../../electron/contract/ids.ts';
import { formatServerTime } from '../../electron/contract/server-time.ts';
import type { SyncStatus } from '../../electron/contract/sync-status.ts';
import { composeHandover } from '../../electron/handover/compose.ts';
import { ownOutbox as mockedOutbox, say } from '../outbox/outbox-rules/own-outbox.ts';
import { nothingOwn } from '../support/engine.ts';
import { aRequest, create, openTicket, ownOutbox, reached, type TestOutbox } from '../support/outbox.ts';
import { ownService } from '../support/session.ts';
import { aDetail, aTicket, ticketId } from '../support/tickets.ts';

const nowMs = Date.now();
const hoursAgo = (hours: number) => formatServerTime(nowMs - hours * 3_600_000);

const online: SyncStatus = {
  ...{ connection: 'online', ticketCount: 1, progress: null, round: null, isPaused: false },
  ...{ confirmedAtMs: nowMs, problem: null, clockSkewMs: null },
};

const compose = (test: TestOutbox, scope: Partial<HandoverScope> = {}, status: Partial<SyncStatus> = {}) =>
  composeHandover(
    { ...test, syncStatus: () => ({ ...online, ...status }) },
    { ...defaultHandoverScope, ...scope },
    Date.now(),
  );

/** What a section lists: a ticket and what is said of it. */
function told({ sections }: Handover, name: string): Record<string, string[]> {
  const { entries = [] } = sections.find((section) => section.name === name) ?? {};
  return Object.fromEntries(entries.map(({ ticketId, lines }) => [ticketId, lines.map(({ text }) => text)]));
}

/** An account after its first sync, without any tickets, in which everything that changes is somebody else’s doing. */
async function ownAccount() {
  const service = await ownService({ ticketCount: 20 });
  const test = await ownOutbox(service);
  test.cache.setJudge({ own: nothingOwn, isOld: () => false, onRecorded: () => undefined });
  test.cache.progress.confirm(nowMs, nowMs);
  return { ...test, service };
}

it('tells an empty shift in words, section by section', async () => {
  const test = await ownAccount();
  const { sections, warning, facts } = await compose(test);
  expect(sections.map(({ entries, more }) => [entries.length, more])).toEqual(Array(6).fill([0, '']));
  expect(sections.map(({ none }) => none)).toEqual([
    'No new tickets.',
    'No changes to other tickets.',
    'No tickets were closed.',
    'Nothing is waiting, unconfirmed or refused.',
    'No tickets are starred.',
    'No other tickets need attention.',
  ]);
  expect(warning).toBe('');
  expect(facts.map(({ name }) => name)).toEqual(['Since', 'As of', 'Sites', 'Tickets']);
  expect(facts[0]?.value).toContain('(the last 8 hours)');
  expect(facts[2]?.value).toBe('All sites');
});

it('tells each ticket in one section: what came, what changed and how, and what was closed', async () => {
  const { cache, ...test } = await ownAccount();
  const open = { status: 'New', createdOn: hoursAgo(40), updatedOn: hoursAgo(30) };
  for (const number of [1, 2, 3]) cache.saveTicket(aTicket(number, open), aDetail(), 1);
  cache.saveTicket(
    aTicket(1, { ...open, title: 'Other', status: 'In Progress', updatedOn: hoursAgo(2) }),
    aDetail({
      description: 'x'.repeat(500),
      comments: [
        { comment: 'On our\nway', commentedBy: 'Ops', commentedOn: hoursAgo(2) },
        { comment: 'From before the shift', commentedBy: 'Ops', commentedOn: hoursAgo(20) },
      ],
    }),
    2,
  );
  const closedOn = hoursAgo(1);
  cache.saveListed([aTicket(2, { ...open, status: 'Completed', updatedOn: closedOn, closedOn })]);
  // Found in this shift, but it happened before.
  cache.saveListed([aTicket(3, { ...open, status: 'In Progress', updatedOn: hoursAgo(25) })]);
  cache.saveListed([aTicket(4, { status: 'New', createdOn: hoursAgo(3), updatedOn: hoursAgo(3), createdBy: 'Mia' })]);
  cache.saveListed([aTicket(5, { createdOn: hoursAgo(9), updatedOn: hoursAgo(9) })]);

  const handover = await compose({ ...test, cache });
  expect(told(handover, 'new')).toEqual({ WO4: ['Opened by Mia'] });
  expect(Object.keys(told(handover, 'changed'))).toEqual(['WO1']);
  expect(told(handover, 'changed').WO1?.sort()).toEqual([
    'Description: changed',
    'Ops: “On our way”',
    'Status: New → In Progress',
    'Title: “Title 1” → “Other”',
  ]);
  expect(told(handover, 'closed')).toEqual({ WO2: ['Status: New → Completed'] });
  expect(handover.sections.map(({ heading }) => heading).slice(0, 3)).toEqual([
    'New tickets (1)',
    'Changed (1)',
    'Closed (1)',
  ]);
});

it('lists a ticket that came and went in both, and its changes once', async () => {
  const { cache, ...test } = await ownAccount();
  const came = { createdOn: hoursAgo(4), updatedOn: hoursAgo(4), status: 'New' };
  cache.saveListed([aTicket(1, came)]);
  cache.saveListed([aTicket(1, { ...came, status: 'Completed', updatedOn: hoursAgo(1) })]); // without a time of closing
  const handover = await compose({ ...test, cache });
  expect(told(handover, 'new')).toEqual({ WO1: ['Opened by Jane Doe'] });
  expect(told(handover, 'closed')).toEqual({ WO1: ['Status: New → Completed'] });
  expect(told(handover, 'changed')).toEqual({});
});

it('tells a ticket of a wrong date in the shift in which it was found, and in no later one', async () => {
  const { cache, ...test } = await ownAccount();
  const future = { createdOn: hoursAgo(-72), updatedOn: hoursAgo(-72) };
  cache.saveListed([aTicket(1, { ...future, status: 'New' })]);
  expect(Object.keys(told(await compose({ ...test, cache }), 'new'))).toEqual(['WO1']);
  cache.setJudge({ own: nothingOwn, isOld: () => true, onRecorded: () => undefined });
  cache.saveListed([aTicket(2, { ...future, status: 'New' })]); // not found in this shift
  cache.saveListed([aTicket(3, { ...future, status: 'Completed', closedOn: hoursAgo(-72) })]);
  const handover = await compose({ ...test, cache });
  expect(['new', 'closed'].map((name) => Object.keys(told(handover, name)))).toEqual([['WO1'], []]);
});

it('counts what came until now by the server’s clock', async () => {
  const { cache, ...test } = await ownAccount();
  cache.setJudge({ own: nothingOwn, isOld: () => true, onRecorded: () => undefined });
  cache.saveListed([aTicket(1, { createdOn: hoursAgo(-1), updatedOn: hoursAgo(-1), status: 'New' })]);
  const late = await compose({ ...test, cache }, {}, { clockSkewMs: -3_600_000 });
  expect(Object.keys(told(late, 'new'))).toEqual(['WO1']);
});

it('covers the chosen sites only, in every section', async () => {
  const { cache, personal, ...test } = await ownAccount();
  const came = { createdOn: hoursAgo(1), updatedOn: hoursAgo(1), status: 'New' };
  const before = { ...came, createdOn: hoursAgo(30), updatedOn: hoursAgo(30) };
  for (const [at, site] of ['AMS1', 'FRA2'].entries()) {
    const [one, two, three] = [1, 2, 3].map((number) => 10 * number + at);
    cache.saveListed([aTicket(one ?? 0, { ...came, site }), aTicket(two ?? 0, { ...before, site })]);
    cache.saveListed([aTicket(two ?? 0, { ...before, updatedOn: hoursAgo(1), status: 'In Progress', site })]);
    cache.saveListed([
      aTicket(three ?? 0, { ...before, status: 'Completed', closedOn: hoursAgo(1), updatedOn: hoursAgo(1), site }),
    ]);
  }
  await personal.star([ticketId(10), ticketId(11)], true);
  const handover = await compose({ ...test, cache, personal }, { sites: ['FRA2'] });
  expect(['new', 'changed', 'closed', 'starred'].map((name) => Object.keys(told(handover, name)))).toEqual([
    ['WO11'],
    ['WO21'],
    ['WO31'],
    ['WO11'],
  ]);
  expect(handover.facts[2]?.value).toBe('FRA2');
});

it('tells what was sent here apart, and what waits, is unconfirmed or refused', async () => {
  const test = await ownAccount();
  const { service, cache, outbox } = test;
  const [sentTo, refused] = [openTicket(service), openTicket(service, 1)];
  for (const each of [sentTo, refused]) {
    cache.saveListed([aTicket(0, { ...each, createdOn: hoursAgo(30), updatedOn: hoursAgo(29) })]);
  }
  const comment = outbox.add({ kind: 'comment', ticketId: sentTo.id, comment: 'We  are\nthere' }, null);
  await reached(test, comment.id, { state: 'sent' });
  const ticket = outbox.add(create(service, { title: 'Opened here' }), null);
  const { ticketId: openedId } = await reached(test, ticket.id, { state: 'sent' });
  service.changeTicket(refused.id, { status: 'Completed' });
  const late = outbox.add({ kind: 'cancel', ticketId: refused.id, reason: 'Duplicate request' }, null);
  await reached(test, late.id, { state: 'refused' });
  await service.setConnected(false);
  outbox.add({ kind: 'create', fields: aRequest(service, { title: 'Waits', site: 'ZRH1' }) }, null);

  const handover = await compose(test);
  expect(told(handover, 'changed')[sentTo.id]).toEqual(['Our comment: “We are there”']);
  expect(told(handover, 'new')[openedId]).toEqual(['Opened by us']);
  const waiting = Object.values(told(handover, 'waiting'));
  expect(waiting).toHaveLength(2);
  expect(waiting[0]?.[0]).toMatch(/^Refused: Cancellation: Duplicate request – ./);
  expect(waiting[1]?.[0]).toMatch(/^(Waiting to be|Being) sent: New ticket$/);
  expect(Object.values(told(await compose(test, { sites: ['ZRH1'] }), 'waiting'))).toHaveLength(1);
});

it('lists what is starred and what needs attention with the reasons, and each private note once', async () => {
  const { cache, personal, ...test } = await ownAccount();
  const quiet = { status: 'In Progress', createdOn: hoursAgo(900), updatedOn: hoursAgo(800) };
  cache.saveListed([aTicket(1, quiet), aTicket(2, quiet), aTicket(3, { ...quiet, status: 'Completed' })]);
  await personal.star([ticketId(1), ticketId(3)], true);
  await personal.note(ticketId(1), 'Ask Jo');
  await personal.snooze([ticketId(3)], Date.now() - 60_000);
  const handover = await compose({ ...test, cache, personal });
  expect(told(handover, 'starred')).toMatchObject({ WO1: [expect.stringMatching(/^Quiet since /)] });
  expect(told(handover, 'starred').WO3).toEqual(['A reminder is due']);
  expect(told(handover, 'attention')).toMatchObject({ WO2: [expect.stringMatching(/^Quiet since /)] });
  expect(handover.sections.at(-1)?.heading).toBe('Needs attention (1)');
  const notes = handover.sections.flatMap(({ entries }) => entries.map(({ note }) => note)).filter(Boolean);
  expect(notes).toEqual(['Ask Jo']);
});

it.each([55, 520])('lists what needs attention behind %i starred tickets, and counts none of those', async (many) => {
  const { cache, personal, ...test } = await ownAccount();
  const quiet = (hours: number) => ({ status: 'New', createdOn: hoursAgo(900), updatedOn: hoursAgo(hours) });
  const stars = Array.from({ length: many }, (_, at) => at + 1);
  cache.saveListed([...stars.map((number) => aTicket(number, quiet(700))), aTicket(900, quiet(800))]);
  cache.saveListed([aTicket(901, { ...quiet(800), status: 'Completed' })]);
  await personal.star([...stars, 901].map(ticketId), true);
  await personal.snooze([ticketId(1)], nowMs + 3_600_000);
  const handover = await compose({ ...test, cache, personal });
  expect(Object.keys(told(handover, 'attention'))).toEqual(['WO900']);
  expect(handover.sections.find(({ name }) => name === 'starred')?.heading).toBe(`Starred (${many + 1})`);
  expect(handover.sections.at(-1)).toMatchObject({ heading: 'Needs attention (1)', more: '' });
});

it('tells the newest of many changes of a ticket, also where they are ours', async () => {
  const test = await ownAccount();
  const { service, cache, outbox } = test;
  const ticket = { ...openTicket(service), createdOn: hoursAgo(30), updatedOn: hoursAgo(29) };
  cache.saveTicket(aTicket(0, ticket), aDetail(), 1);
  const comments = Array.from({ length: 25 }, (_, at) => ({ comment: `No. ${at}`, commentedBy: 'Ops' }));
  const commented = comments.map((comment, at) => ({ ...comment, commentedOn: hoursAgo(7 - at / 10) }));
  cache.saveTicket(aTicket(0, { ...ticket, updatedOn: hoursAgo(4) }), aDetail({ comments: commented }), 2);
  const { id } = outbox.add({ kind: 'comment', ticketId: ticket.id, comment: 'We are there' }, null);
  await reached(test, id, { state: 'sent' });
  const lines = told(await compose(test), 'changed')[ticket.id] ?? [];
  expect([lines.length, lines[0], lines[1]]).toEqual([21, 'And 6 earlier changes.', 'Ops: “No. 6”']);
  expect(lines.at(-1)).toBe('Our comment: “We are there”');
});

it('says why something may be missing', async () => {
  const test = await ownAccount();
  const warningOf = async (status: Partial<SyncStatus>) => (await compose(test, {}, status)).warning;
  expect(await warningOf({ confirmedAtMs: null })).toContain('for the first time');
  expect(await warningOf({ connection: 'offline' })).toContain('no network');
  expect(await warningOf({ connection: 'trouble' })).toContain('cannot be asked');
  expect(await warningOf({ isPaused: true })).toContain('paused');
  expect(await warningOf({ confirmedAtMs: nowMs - 3_600_000 })).toContain('behind');
});

it('says the time on site where it is another', async () => {
  const { cache, personal, ...test } = await ownAccount();
  const zone = new Date().getTimezoneOffset() === -540 ? 'America/New_York' : 'Asia/Tokyo';
  personal.saveSiteNote({ site: 'TYO1', note: '', zone });
  const came = { status: 'New', createdOn: hoursAgo(1), updatedOn: hoursAgo(1) };
  cache.saveListed([aTicket(1, { ...came, site: 'TYO1' }), aTicket(2, { ...came, site: 'XXX1' })]);
  const [entries = []] = (await compose({ ...test, cache, personal })).sections.map((section) => section.entries);
  const timeOf = (id: string) => entries.find((entry) => entry.ticketId === id)?.lines[0]?.time;
  expect(timeOf('WO1')).toMatch(/\d\d:\d\d \(.*\d\d:\d\d on site\)$/);
  expect(timeOf('WO2')).not.toContain('on site');
});

it('counts what it does not list, and lets other work go on', async () => {
  const { cache, ...test } = await ownAccount();
  const came = { status: 'New', createdOn: hoursAgo(1), updatedOn: hoursAgo(1) };
  cache.saveListed(Array.from({ length: 1_000 }, (_, at) => aTicket(at + 1, came)));
  let turns = 0;
  const composing = compose({ ...test, cache });
  let isDone = false;
  void composing.then(() => {
    isDone = true;
  });
  while (!isDone) {
    await setImmediate();
    turns += 1;
  }
  const [section] = (await composing).sections;
  expect([section?.heading, section?.entries.length, section?.more]).toEqual([
    'New tickets (1,000)',
    200,
    'And 800 more tickets.',
  ]);
  expect(new Set(section?.entries.map((entry) => entry.ticketId)).size).toBe(200);
  expect(turns).toBeGreaterThan(5);
});

it('takes a time that is none for no new ticket', async () => {
  const { cache, ...test } = await ownAccount();
  cache.saveListed([aTicket(1, { createdOn: 'tomorrow', updatedOn: 'tomorrow', id: ticketIdSchema.parse('WO1') })]);
  const handover = await compose({ ...test, cache });
  expect([told(handover, 'new'), told(handover, 'closed')]).toEqual([{}, {}]);
});

it('leaves out no comment that is confirmed while it is composed', async () => {
  const test = mockedOutbox();
  const now = formatServerTime(nowMs);
  test.cache.saveListed([aTicket(11, { createdOn: now, updatedOn: now })]);
  const comment = test.api.addComment.getMockImplementation();
  if (!comment) throw new Error('the server takes comments');
  let answer: () => void = () => undefined;
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  test.api.addComment.mockImplementation((...given) => answered.then(() => comment(...given)));
  // The server answers while the closed tickets are read: what was sent has been read before.
  const read = test.cache.ticketsSince.bind(test.cache);
  vi.spyOn(test.cache, 'ticketsSince').mockImplementation((by, since) => {
    if (by === 'updated_on') answer();
    return read(by, since);
  });
  const { id } = test.outbox.add(say('Bring a ladder'), null);
  await test.reached(id, 'sending');
  const handover = await composeHandover({ ...test, syncStatus: () => online }, defaultHandoverScope, Date.now());
  await test.reached(id, 'sent');
  expect(JSON.stringify(handover.sections)).toContain('Bring a ladder');
});
