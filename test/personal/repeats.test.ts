import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { emptyNewTicket } from '../../electron/contract/fields.ts';
import { draftKeyOf, type Rhythm } from '../../electron/contract/repeats.ts';
import { Drafts, Templates } from '../../electron/outbox/drafts.ts';
import { ownPersonal } from '../support/personal.ts';

const dayMs = 86_400_000;
/** A Thursday at noon. */
const noonMs = new Date('2026-11-26T12:00:00').getTime();

const daily: Rhythm = { unit: 'day', every: 1, from: '2026-11-01', at: '09:00', until: null };

async function ownRepeats(options: { folder?: string; nowMs?: number } = {}) {
  const clock = { nowMs: options.nowMs ?? noonMs };
  const test = await ownPersonal({ ...(options.folder && { folder: options.folder }), nowMs: () => clock.nowMs });
  const { repeats } = test.personal;
  const templates = new Templates(test.file);
  const drafts = new Drafts(test.file, () => clock.nowMs, repeats.prepared);
  const addTemplate = (name: string, rhythm: Rhythm) => {
    templates.save({ name, fields: { ...emptyNewTicket, title: '{site} on {today} for {cage}', site: 'AMS1' } });
    const id = templates.list().find((template) => template.name === name)?.id ?? '';
    repeats.save(id, rhythm);
    return id;
  };
  const at = async (ms: number) => {
    clock.nowMs = ms;
    await repeats.check();
  };
  return { ...test, clock, repeats, templates, drafts, addTemplate, at };
}

const waitingDays = ({ repeats }: Awaited<ReturnType<typeof ownRepeats>>) =>
  repeats.list().waiting.map(({ day, days }) => [day, days]);

it('prepares a filled-in draft on the day, and tells of it once', async () => {
  const test = await ownRepeats();
  await test.repeats.start();
  test.addTemplate('Check', daily);
  await test.at(noonMs + dayMs - 3 * 3_600_000 - 1);
  expect(test.drafts.list()).toEqual([]);
  await test.at(noonMs + dayMs);
  await test.at(noonMs + dayMs + 60_000);
  expect(test.prepared).toEqual(['Check']);
  expect(waitingDays(test)).toEqual([['2026-11-27', 1]]);
  const [waiting] = test.repeats.list().waiting;
  const [draft] = test.drafts.list();
  expect(draft?.key).toBe(draftKeyOf(waiting?.id ?? ''));
  expect(draft?.content).toMatchObject({ form: 'new', fields: { title: 'AMS1 on 27 Nov 2026 for {cage}' } });
  expect(test.problems).toEqual([]);
});

it('brings what was missed while it was closed once, and nothing twice when it is opened again', async () => {
  const first = await ownRepeats();
  first.addTemplate('Check', daily);
  await first.file.close();
  for (const _ of [1, 2]) {
    const test = await ownRepeats({ folder: first.folder, nowMs: noonMs + 5 * dayMs });
    await test.repeats.start();
    expect(waitingDays(test)).toEqual([['2026-12-01', 5]]);
    expect(test.drafts.list()).toHaveLength(1);
    test.repeats.stop();
    await test.file.close();
  }
});

it('a request keeps what the user wrote, and what became of it, when Colodesk is opened again', async () => {
  const first = await ownRepeats();
  await first.repeats.start();
  const id = first.addTemplate('Check', daily);
  await first.at(noonMs + dayMs);
  const key = first.drafts.list()[0]?.key ?? '';
  first.clock.nowMs += 1;
  first.drafts.save(key, { form: 'new', fields: { ...emptyNewTicket, title: 'Mine' }, changeId: null });
  first.repeats.stop();
  await first.file.close();

  const second = await ownRepeats({ folder: first.folder, nowMs: noonMs + dayMs + 60_000 });
  await second.repeats.start();
  expect(second.prepared).toEqual([]);
  expect(second.drafts.list()).toMatchObject([{ key, content: { fields: { title: 'Mine' } } }]);
  expect(waitingDays(second)).toEqual([['2026-11-27', 1]]);
  second.file.transaction(() => second.drafts.removeSent(key));
  second.repeats.stop();
  await second.file.close();

  const third = await ownRepeats({ folder: first.folder, nowMs: noonMs + dayMs + 120_000 });
  await third.repeats.start();
  expect([third.drafts.list(), waitingDays(third), third.prepared]).toEqual([[], [], []]);
  expect(third.repeats.records(id)).toMatchObject([{ day: '2026-11-27', state: 'sent' }]);
  expect([...first.problems, ...second.problems, ...third.problems]).toEqual([]);
});

it('writes the draft, its record and the rhythm together or not at all', async () => {
  const test = await ownRepeats();
  await test.repeats.start();
  test.addTemplate('Check', daily);
  test.file.execute(`CREATE TRIGGER refuse BEFORE UPDATE ON rhythm BEGIN SELECT RAISE(ABORT, 'no'); END`);
  await test.at(noonMs + dayMs);
  expect(test.problems).not.toEqual([]);
  expect([test.drafts.list(), test.repeats.list().waiting]).toEqual([[], []]);
  test.file.execute('DROP TRIGGER refuse');
  await test.at(noonMs + dayMs + 60_000);
  expect(test.drafts.list()).toHaveLength(1);
});

it('tells of the requests that were written where the disk refuses another', async () => {
  const test = await ownRepeats();
  await test.repeats.start();
  const ids = ['One', 'Two', 'Three'].map((name) => test.addTemplate(name, daily));
  const refuse = (id = '') =>
    test.file.execute(
      `CREATE TRIGGER refuse BEFORE UPDATE ON rhythm WHEN new.template_id = '${id}' BEGIN SELECT RAISE(ABORT, 'no'); END`,
    );
  refuse(ids[1]);
  await test.at(noonMs + dayMs);
  expect(test.prepared.toSorted()).toEqual(['One', 'Three']);
  expect(test.problems).not.toEqual([]);
  test.file.execute('DROP TRIGGER refuse');
  await test.at(noonMs + dayMs + 60_000);
  expect(test.prepared.at(-1)).toBe('Two');
  expect(test.prepared).toHaveLength(3);
});

it('prepares and shows the other requests where a rhythm or a template cannot be read', async () => {
  const test = await ownRepeats();
  const [ofOther, , good] = ['Of another version', 'Damaged', 'Check'].map((name) => test.addTemplate(name, daily));
  test.file.run('UPDATE rhythm SET content = ? WHERE template_id = ?', '{"unit":"moon"}', ofOther ?? '');
  test.file.run("UPDATE template SET fields = '{half' WHERE name = 'Damaged'");
  await test.repeats.start();
  await test.at(noonMs + dayMs);
  expect([test.prepared, test.problems]).toEqual([['Check'], []]);
  expect(test.repeats.list().rhythms.map(({ templateId }) => templateId)).toContain(good);
  expect(test.repeats.rhythmOf(ofOther ?? '')).toBeNull();
});

it('lets a new day join the request that still waits, and leaves what the user wrote in it', async () => {
  const test = await ownRepeats();
  await test.repeats.start();
  test.addTemplate('Check', daily);
  await test.at(noonMs + dayMs);
  await test.at(noonMs + 2 * dayMs);
  const [draft] = test.drafts.list();
  expect(draft?.content).toMatchObject({ fields: { title: 'AMS1 on 28 Nov 2026 for {cage}' } });
  test.clock.nowMs += 1;
  test.drafts.save(draft?.key ?? '', { form: 'new', fields: { ...emptyNewTicket, title: 'Mine' }, changeId: null });
  await test.at(noonMs + 3 * dayMs);
  expect(test.drafts.list().map(({ content }) => content)).toMatchObject([{ fields: { title: 'Mine' } }]);
  expect(waitingDays(test)).toEqual([['2026-11-29', 3]]);
});

it('records what was sent, skipped and taken back', async () => {
  const test = await ownRepeats();
  await test.repeats.start();
  const id = test.addTemplate('Check', daily);
  const states = () => test.repeats.records(id).map(({ state }) => state);
  const next = async (days: number) => {
    await test.at(noonMs + days * dayMs);
    return draftKeyOf(test.repeats.list().waiting[0]?.id ?? '');
  };
  const sent = await next(1);
  test.file.transaction(() => test.drafts.removeSent(sent));
  await next(2);
  test.repeats.prepared.skip(test.repeats.list().waiting[0]?.id ?? '');
  expect([states(), test.drafts.list()]).toEqual([['skipped', 'sent'], []]);
  const key = await next(3);
  const [draft] = test.drafts.list();
  test.drafts.remove(key);
  expect(states()).toEqual(['skipped', 'skipped', 'sent']);
  if (draft) test.drafts.save(key, draft.content);
  expect(states()).toEqual(['waiting', 'skipped', 'sent']);
  expect(test.repeats.prepared.waitingCount()).toBe(1);
});

it('takes back a request that was skipped whole or not at all', async () => {
  const test = await ownRepeats();
  await test.repeats.start();
  test.addTemplate('Check', daily);
  await test.at(noonMs + dayMs);
  const [draft] = test.drafts.list();
  if (!draft) throw new Error('nothing was prepared');
  test.drafts.remove(draft.key);
  test.file.execute(`CREATE TRIGGER killed BEFORE UPDATE ON prepared_request BEGIN SELECT raise(ABORT, 'killed'); END`);
  expect(() => test.drafts.save(draft.key, draft.content)).toThrow();
  expect([test.drafts.list(), test.repeats.list().waiting]).toEqual([[], []]);
});

it('forgets after a year what became of a request, but not one that waits', async () => {
  const test = await ownRepeats();
  await test.repeats.start();
  const id = test.addTemplate('Check', daily);
  await test.at(noonMs + dayMs);
  test.repeats.prepared.skip(test.repeats.list().waiting[0]?.id ?? '');
  await test.at(noonMs + 2 * dayMs);
  test.clock.nowMs = noonMs + 400 * dayMs;
  test.repeats.prepared.trim();
  expect(test.repeats.records(id).map(({ state }) => state)).toEqual(['waiting']);
});

it('ends the rhythm of a template that is removed; what is prepared stays', async () => {
  const test = await ownRepeats();
  await test.repeats.start();
  const id = test.addTemplate('Check', daily);
  await test.at(noonMs + dayMs);
  test.templates.remove(id);
  await test.at(noonMs + 2 * dayMs);
  expect(test.repeats.list().rhythms).toEqual([]);
  expect(waitingDays(test)).toEqual([['2026-11-27', 1]]);
});

it('announces the next three days, without today once its time is over', async () => {
  const { repeats } = await ownRepeats();
  const days = (await repeats.next(daily)).map((ms) => new Date(ms).toDateString());
  expect(days).toEqual(['Fri Nov 27 2026', 'Sat Nov 28 2026', 'Sun Nov 29 2026']);
  expect(await repeats.next({ ...daily, until: '2026-11-26' })).toEqual([]);
  expect((await repeats.next({ ...daily, at: '12:01' })).map((ms) => new Date(ms).getDate())).toEqual([26, 27, 28]);
});

const zones = ['Europe/Berlin', 'America/New_York', 'Asia/Tokyo', 'Pacific/Auckland', 'UTC'];

it('never prepares a day twice, whatever the clock and the time zone do', async () => {
  const before = process.env.TZ;
  const step = fc.record({
    byMs: fc.integer({ min: -3 * dayMs, max: 9 * dayMs }),
    zone: fc.constantFrom(...zones),
    does: fc.constantFrom('nothing', 'skip', 'restart'),
  });
  const test = await ownRepeats();
  try {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        for (const table of ['draft', 'prepared_request', 'rhythm', 'template']) test.file.run(`DELETE FROM ${table}`);
        test.clock.nowMs = noonMs;
        await test.repeats.start();
        const id = test.addTemplate('Check', daily);
        for (const { byMs, zone, does } of steps) {
          process.env.TZ = zone;
          await test.at(test.clock.nowMs + byMs);
          const { waiting } = test.repeats.list();
          expect(waiting.length).toBeLessThanOrEqual(1);
          expect(test.drafts.list()).toHaveLength(waiting.length);
          const days = test.repeats.records(id).map(({ day }) => day);
          expect(new Set(days).size).toBe(days.length);
          if (does === 'skip' && waiting[0]) test.repeats.prepared.skip(waiting[0].id);
          if (does === 'restart') await test.repeats.start();
        }
        // A clock that is right again goes on as before.
        test.clock.nowMs += 2 * dayMs;
        const known = test.prepared.length;
        await test.at(Math.max(noonMs, test.clock.nowMs) + 40 * dayMs);
        expect(test.prepared.length).toBe(known + 1);
      }),
      { numRuns: 40 },
    );
  } finally {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  }
  expect(test.problems).toEqual([]);
}, 90_000);

it('looks at the clock by itself', async () => {
  vi.useFakeTimers({ now: noonMs, toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  try {
    const test = await ownPersonal();
    const templates = new Templates(test.file);
    templates.save({ name: 'Check', fields: emptyNewTicket });
    await test.personal.repeats.start();
    test.personal.repeats.save(templates.list()[0]?.id ?? '', { ...daily, at: '12:05' });
    await vi.waitFor(async () => {
      await vi.advanceTimersByTimeAsync(60_000); // the file takes time that these timers know nothing of
      expect(test.prepared).toEqual(['Check']);
    });
  } finally {
    vi.useRealTimers();
  }
});
