import { expect, it } from 'vitest';
import { calls } from '../../electron/contract/calls.ts';
import { longestNote, noMarks } from '../../electron/contract/marks.ts';
import { noFilters } from '../../electron/contract/query.ts';
import { isZone } from '../../electron/contract/site-time.ts';
import { defaultLayout, type SavedView } from '../../electron/contract/views.ts';
import { kindOf } from '../support/outbox.ts';
import { ownPersonal } from '../support/personal.ts';
import { ticketId } from '../support/tickets.ts';

const view = (number: number, name = `View ${number}`): SavedView => ({
  id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
  ...{ name, base: 'open', filters: noFilters, search: '', layout: defaultLayout },
  sort: { by: 'updatedOn', direction: 'descending' },
});

it('marks ten thousand tickets at once, and loses none of it when it is opened again', async () => {
  const test = await ownPersonal();
  const ids = Array.from({ length: 10_000 }, (_, number) => ticketId(number));
  await test.personal.star(ids, true);
  await test.personal.snooze(ids.slice(0, 5_000), 9e12);
  await test.personal.star(ids.slice(0, 2_500), false);
  await test.personal.note(ticketId(7), 'Ask Jane');
  await test.personal.note(ticketId(8), 'Gone again');
  await test.personal.note(ticketId(8), '');
  const before = new Map(test.personal.marks.all);
  expect(before.size).toBe(10_000);
  await test.file.close();

  const { personal } = await ownPersonal({ folder: test.folder });
  expect(personal.marks.all).toEqual(before);
  expect(personal.marks.of(ticketId(7))).toEqual({ isStarred: false, snoozedUntilMs: 9e12, note: 'Ask Jane' });
  expect(personal.marks.of(ticketId(9_999))).toEqual({ ...noMarks, isStarred: true });
  await personal.snooze(ids, null);
  await personal.star(ids, false);
  await personal.note(ticketId(7), '');
  expect(personal.marks.all.size).toBe(0);
});

it('gives another map after each change, and keeps the marks of the other tickets as they were', async () => {
  const { personal } = await ownPersonal();
  await personal.star([ticketId(1), ticketId(2)], true);
  const before = personal.marks.all;
  expect(personal.marks.all).toBe(before);
  await personal.note(ticketId(2), 'Ask Jane');
  expect(personal.marks.all).not.toBe(before);
  expect(personal.marks.of(ticketId(1))).toBe(before.get(ticketId(1)));
  expect(before.get(ticketId(2))?.note).toBe('');
});

it('keeps odd texts and times', async () => {
  const test = await ownPersonal();
  await test.personal.note(ticketId(1), 'a\0b “ü” 🚪\n');
  await test.personal.snooze([ticketId(2)], 1.5);
  await test.personal.snooze([ticketId(3)], 1e300);
  const before = test.personal.marks.all;
  expect(before.get(ticketId(1))?.note).toBe('ab “ü” 🚪\n');
  await test.file.close();
  expect((await ownPersonal({ folder: test.folder })).personal.marks.all).toEqual(before);
});

it('keeps no half of a character, at which reading the file would end the process', async () => {
  const test = await ownPersonal();
  await test.personal.note(ticketId(1), 'cut \ud83d');
  test.personal.siteNotes.save({ site: 'AMS1', note: '\ude00 cut', zone: '' });
  const [{ note = '' } = {}] = test.file.all('SELECT hex(note) AS note FROM mark'); // as digits it can be read in any case
  expect(Buffer.from(String(note), 'hex').toString()).toBe('cut \ufffd');
  expect(test.personal.marks.of(ticketId(1)).note).toBe('cut \ufffd');
  expect(test.personal.siteNotes.notes.get('AMS1')).toBe('\ufffd cut');
});

it('reminds of the snooze that a ticket keeps when a waiting one turns out to be it', async () => {
  let nowMs = 1_000_000;
  const test = await ownPersonal({ nowMs: () => nowMs });
  const [waiting, listed] = [ticketId(1), ticketId(2)];
  test.personal.start();
  await test.personal.snooze([listed], nowMs + 1);
  await test.personal.snooze([waiting], nowMs + 1_000);
  nowMs += 1;
  test.personal.wake();
  expect(test.reminders).toEqual([listed]);
  test.file.transaction(() => test.personal.moveTicket(waiting, listed));
  nowMs += 1_000;
  test.personal.wake();
  expect(test.reminders).toEqual([listed, listed]);
});

it('joins the notes where a waiting ticket turns out to be another, and lets the user go on writing in them', async () => {
  const test = await ownPersonal();
  const [waiting, listed] = [ticketId(1), ticketId(2)];
  await test.personal.note(waiting, 'a'.repeat(longestNote));
  await test.personal.note(listed, 'b'.repeat(longestNote));
  test.file.transaction(() => test.personal.moveTicket(waiting, listed));
  const { note } = test.personal.marks.of(listed);
  expect(note).toBe(`${'a'.repeat(longestNote)}\n${'b'.repeat(longestNote)}`);
  expect(calls.marks.note.request.safeParse({ ticketId: listed, note: note.slice(1), before: note }).success).toBe(
    true,
  );
});

it.each([
  ['the waiting ticket', 'Ask Jo', 'Ask Jo or Kim', 'Ask Jo or Kim\nSince May'],
  ['the other one', 'Since May', 'Since June', 'Ask Jo\nSince June'],
  ['the waiting ticket, which is removed', 'Ask Jo', '', 'Since May'],
  ['the other one, which is removed', 'Since May', '', 'Ask Jo'],
])(
  'keeps the other note where that of %s is saved only after both were joined',
  async (_whose, before, note, joined) => {
    const test = await ownPersonal();
    const [waiting, listed] = [ticketId(1), ticketId(2)];
    await test.personal.note(waiting, 'Ask Jo', '');
    await test.personal.note(listed, 'Since May', '');
    test.file.transaction(() => test.personal.moveTicket(waiting, listed));
    await test.personal.note(listed, note, before);
    expect(test.personal.marks.of(listed).note).toBe(joined);
  },
);

it('keeps the note of the ticket that a waiting one turns out to be where the first note on that is saved afterwards', async () => {
  const test = await ownPersonal();
  await test.personal.note(ticketId(2), 'Since May', '');
  await test.personal.note(ticketId(2), 'Ask Jo', '');
  expect(test.personal.marks.of(ticketId(2)).note).toBe('Ask Jo\nSince May');
});

it('a note that is typed over something else than is saved is saved as typed', async () => {
  const test = await ownPersonal();
  await test.personal.note(ticketId(1), 'Imported', '');
  await test.personal.note(ticketId(1), 'Typed', 'Before that');
  expect(test.personal.marks.of(ticketId(1)).note).toBe('Typed');
});

it.each([
  ['the waiting ticket', [2, 1]],
  ['the other one', [1, 2]],
] as const)('keeps the dates that were set last, those of %s, where both have some', async (_whose, order) => {
  let nowMs = 1_000_000;
  const test = await ownPersonal({ nowMs: () => nowMs++ });
  const datesOn = (day: number) => ({ start: `2026-12-0${day}T08:00`, end: `2026-12-0${day}T12:00`, zone: 'UTC' });
  for (const number of order) await test.personal.setMaintenance(ticketId(number), datesOn(number));
  test.file.transaction(() => test.personal.moveTicket(ticketId(1), ticketId(2)));
  const [dated, ...others] = test.personal.maintenance.list();
  expect(dated).toMatchObject({ ticketId: ticketId(2), dates: datesOn(order[1]) });
  expect(others).toEqual([]);
});

it('reports what looks different, and nothing where nothing does', async () => {
  const { personal, changed } = await ownPersonal();
  await personal.star([ticketId(1)], true);
  personal.endReminders([ticketId(1)]);
  expect(changed).toEqual(['WO1']);
  personal.saveSiteNote({ site: 'AMS1', note: 'Parking needs a code', zone: '' });
  expect(changed).toEqual(['WO1', null]);
});

it('keeps a note and a zone of a site, and refuses a zone that does not exist', async () => {
  const { personal } = await ownPersonal();
  personal.saveSiteNote({ site: 'AMS1', note: 'Entrance in the yard', zone: 'Europe/Amsterdam' });
  personal.saveSiteNote({ site: 'PHX1', note: '', zone: 'America/Phoenix' });
  expect(await kindOf(() => personal.saveSiteNote({ site: 'AMS1', note: 'x', zone: 'Europe/Atlantis' }))).toBe(
    'invalid-input',
  );
  expect(personal.siteNotes.list()).toEqual([
    { site: 'AMS1', note: 'Entrance in the yard', zone: 'Europe/Amsterdam' },
    { site: 'PHX1', note: '', zone: 'America/Phoenix' },
  ]);
  expect([...personal.siteNotes.notes]).toEqual([['AMS1', 'Entrance in the yard']]);
  personal.saveSiteNote({ site: 'AMS1', note: '', zone: '' });
  expect(personal.siteNotes.list().map(({ site }) => site)).toEqual(['PHX1']);
  expect(personal.siteNotes.notes.size).toBe(0);
});

it.each([
  ['Europe/Amsterdam', true],
  ['Asia/Kolkata', true],
  ['UTC', true],
  ['+01:00', false],
  ['Europe/', false],
  ['Mars/Olympus', false],
  [' ', false],
])('takes “%s” for a zone: %s', (zone, expected) => {
  expect(isZone(zone)).toBe(expected);
});

it.each(['{half', '{"base":"of another version"}'])(
  'a view that holds “%s” hides no others, and stays',
  async (content) => {
    const test = await ownPersonal();
    const { views } = test.personal;
    views.save([view(1), view(2)]);
    test.file.run('UPDATE saved_view SET content = ? WHERE position = 0', content);
    expect(views.list()).toEqual([view(2)]);
    views.save([view(3), view(2)]); // the window replaces all that it was shown
    views.save([view(2)]);
    expect(views.list()).toEqual([view(2)]);
    expect(test.file.all('SELECT content FROM saved_view ORDER BY position')).toEqual([
      { content: JSON.stringify(view(2)) },
      { content },
    ]);
  },
);

it('keeps views in their order', async () => {
  const test = await ownPersonal();
  const { views } = test.personal;
  views.save([view(2), view(1)]);
  views.save([view(1), view(3, 'Ours'), view(2)]);
  expect(await kindOf(() => views.save([view(4), view(4)]))).toBe('invalid-input');
  await test.file.close();
  const again = await ownPersonal({ folder: test.folder });
  expect(again.personal.views.list()).toEqual([view(1), view(3, 'Ours'), view(2)]);
});

it('keeps texts for comments under their names', async () => {
  const { commentTexts } = (await ownPersonal()).personal;
  commentTexts.save({ name: 'thanks', text: 'Thank you.' });
  commentTexts.save({ name: 'Access', text: 'Please let {name} in.' });
  commentTexts.save({ name: 'thanks', text: 'Thanks a lot.' });
  const [access, thanks] = commentTexts.list();
  expect([access?.name, thanks?.text]).toEqual(['Access', 'Thanks a lot.']);
  commentTexts.remove(access?.id ?? '');
  expect(commentTexts.list().map(({ name }) => name)).toEqual(['thanks']);
});
