import fc from 'fast-check';
import { expect, it } from 'vitest';
import { emptyNewTicket } from '../../electron/contract/fields.ts';
import { ProblemError } from '../../electron/contract/problem.ts';
import { noFilters } from '../../electron/contract/query.ts';
import type { Rhythm } from '../../electron/contract/repeats.ts';
import { defaultSettings, type Settings } from '../../electron/contract/settings.ts';
import { defaultLayout, maxViews, type SavedView } from '../../electron/contract/views.ts';
import { Templates } from '../../electron/outbox/drafts.ts';
import { OwnData } from '../../electron/personal/own-data.ts';
import { ownPersonal } from '../support/personal.ts';
import { ticketId } from '../support/tickets.ts';

const idOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

const view = (number: number, name = `View ${number}`): SavedView => ({
  id: idOf(number),
  ...{ name, base: 'open', filters: { ...noFilters, status: ['New'] }, search: 'door', layout: defaultLayout },
  sort: { by: 'updatedOn', direction: 'descending' },
});

async function ownAccount() {
  const test = await ownPersonal();
  const templates = new Templates(test.file);
  const ownData = new OwnData(test.file, test.personal, templates);
  const { views, commentTexts, siteNotes } = test.personal;
  const content = () => ({
    views: views.list(),
    templates: templates.list().map(({ name, fields }) => [name, fields.title]),
    commentTexts: commentTexts.list().map(({ name, text }) => [name, text]),
    sites: siteNotes.list(),
  });
  const importAll = (text: string, settings: Settings = defaultSettings, defaults: Settings = defaultSettings) => {
    const { add, ...found } = ownData.readImport(text, 'own.json', settings, defaults);
    add();
    return found;
  };
  return { ...test, templates, ownData, content, importAll };
}

async function filledAccount() {
  const account = await ownAccount();
  const { personal, templates } = account;
  personal.views.save([view(1, 'Doors'), view(2)]);
  templates.save({ name: 'Access', fields: { ...emptyNewTicket, title: 'Access for {name}' } });
  personal.commentTexts.save({ name: 'Thanks', text: 'Thank you.' });
  personal.saveSiteNote({ site: 'AMS1', note: 'In the yard', zone: 'Europe/Amsterdam' });
  await personal.star([ticketId(4711)], true);
  await personal.note(ticketId(4711), 'Ask Jane');
  return account;
}

const changed: Settings = {
  ...defaultSettings,
  quietDays: { '': 2 },
  userName: 'Jane',
  notifications: { kinds: ['answer'], of: idOf(1), quietHours: null, mutedUntilMs: 5 },
};

/** Returns the problem that `work` fails with. */
function problemOf(work: () => unknown) {
  try {
    work();
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    throw error;
  }
  return null;
}

it('carries the rhythms of templates, which go on from the day of the import', async () => {
  const rhythm: Rhythm = { unit: 'month', every: 1, from: '2026-01-01', at: '09:00', until: null, on: { by: 'last' } };
  const from = await filledAccount();
  const idOfTemplate = ({ templates }: typeof from) => templates.list()[0]?.id ?? '';
  from.personal.repeats.save(idOfTemplate(from), rhythm);
  const to = await ownAccount();
  await to.personal.repeats.start();
  to.importAll(from.ownData.export(defaultSettings));
  expect(to.personal.repeats.rhythmOf(idOfTemplate(to))).toEqual(rhythm);
  await to.personal.repeats.check();
  expect([to.prepared, to.personal.repeats.prepared.waitingCount()]).toEqual([[], 0]);
  const bad = JSON.parse(from.ownData.export(defaultSettings));
  bad.templates[0].rhythm.at = '9 am';
  expect(problemOf(() => to.importAll(JSON.stringify(bad)))?.field).toBe('templates.0.rhythm.at');
});

it('carries everything to an empty account, and no ticket', async () => {
  const from = await filledAccount();
  const text = from.ownData.export(changed);
  expect(text).not.toMatch(/WO4711|Ask Jane|mutedUntilMs/);
  const to = await ownAccount();
  const { added, alreadyHere, settings } = to.importAll(text);
  expect(to.content()).toEqual(from.content());
  const { notifications, quietDays, userName } = changed;
  expect(settings).toEqual({ quietDays, userName, notifications: { ...notifications, mutedUntilMs: null } });
  expect([added, alreadyHere]).toEqual([5 + 3, Object.keys(defaultSettings).length - 3]);
  expect(to.ownData.export({ ...defaultSettings, ...settings })).toBe(text);
  expect(to.importAll(text, { ...defaultSettings, ...settings }).added).toBe(0);
});

it('leaves what is here under the same name, and settings that were changed', async () => {
  const text = (await filledAccount()).ownData.export(changed);
  const { personal, templates, content, importAll } = await ownAccount();
  personal.views.save([view(7, 'Doors')]);
  templates.save({ name: 'Access', fields: { ...emptyNewTicket, title: 'Ours' } });
  personal.commentTexts.save({ name: 'Thanks', text: 'Cheers.' });
  personal.saveSiteNote({ site: 'AMS1', note: 'Ours', zone: '' });
  const { settings } = importAll(text, { ...defaultSettings, userName: 'Bob' });
  expect(content()).toEqual({
    views: [view(7, 'Doors'), view(2)],
    templates: [['Access', 'Ours']],
    commentTexts: [['Thanks', 'Cheers.']],
    sites: [{ site: 'AMS1', note: 'Ours', zone: '' }],
  });
  expect(settings.userName).toBeUndefined();
  expect(settings.notifications?.of).toBe(idOf(7)); // the view of that name here
});

it('takes a setting for unchanged where it is as Colodesk came with it on this computer', async () => {
  const text = (await ownAccount()).ownData.export({ ...defaultSettings, checksSpelling: false });
  const { importAll } = await ownAccount();
  const here = { ...defaultSettings, checksSpelling: true };
  expect(importAll(text, here, here).settings).toEqual({ checksSpelling: false });
  expect(importAll(text, here, defaultSettings).settings).toEqual({});
});

it('gives a view another id where a view of another name has it', async () => {
  const text = (await filledAccount()).ownData.export(defaultSettings);
  const { personal, importAll } = await ownAccount();
  personal.views.save([view(1, 'Renamed')]);
  importAll(text);
  const views = personal.views.list();
  expect(views.map(({ name }) => name)).toEqual(['Renamed', 'Doors', 'View 2']);
  expect(new Set(views.map(({ id }) => id)).size).toBe(3);
});

it('refuses more views than an account can have, and then adds nothing', async () => {
  const text = (await filledAccount()).ownData.export(defaultSettings);
  const { personal, importAll, content } = await ownAccount();
  personal.views.save(Array.from({ length: maxViews - 1 }, (_, number) => view(100 + number)));
  const before = content();
  expect(problemOf(() => importAll(text))).toMatchObject({ kind: 'invalid-input', field: 'views' });
  expect(content()).toEqual(before);
});

it('adds all of it or nothing when the disk refuses', async () => {
  const text = (await filledAccount()).ownData.export(defaultSettings);
  const { file, importAll, content } = await ownAccount();
  file.execute(`CREATE TRIGGER refuse BEFORE INSERT ON site_note BEGIN SELECT RAISE(ABORT, 'no'); END`);
  const before = content();
  expect(() => importAll(text)).toThrow();
  expect(content()).toEqual(before);
});

it('is of a higher version where it holds a setting that an older Colodesk refuses', async () => {
  const { ownData } = await ownAccount();
  const { version, settings } = JSON.parse(ownData.export(defaultSettings));
  const added = ['sorts'];
  const ofVersion2 = [
    'notifies',
    'notifications',
    'historyDays',
    'quietDays',
    'layout',
    'foldsViews',
    'usesSingleKeys',
  ];
  ofVersion2.push('staysInTray', 'startsWithSystem', 'checksSpelling', 'language', 'keptFilesMb', 'userName');
  expect(Object.keys(settings).toSorted()).toEqual([...ofVersion2, ...added].toSorted());
  expect(version).toBe(3);
});

const valid = {
  ...{ application: 'Colodesk', version: 1, views: [], templates: [], commentTexts: [], sites: [], settings: {} },
};

it.each([
  ['nothing', '', '', /no file that Colodesk exported/],
  ['no JSON', '{', '', /no file that Colodesk exported/],
  ['another file', '[]', '', /no file that Colodesk exported/],
  ['a package', '{"version":1}', '', /no file that Colodesk exported/],
  ['a newer file', JSON.stringify({ ...valid, version: 4, more: [] }), 'version', /newer Colodesk/],
  ['a missing list', JSON.stringify({ ...valid, views: undefined }), 'views', /because of views: This is missing\.$/],
  ['an unknown field', JSON.stringify({ ...valid, tickets: [] }), '', /content: Colodesk does not know “tickets”\.$/],
  [
    'a wrong view',
    JSON.stringify({ ...valid, views: [{ ...view(1), base: 'x' }] }),
    'views.0.base',
    /views\.0\.base: Colodesk cannot use this value\.$/,
  ],
  [
    'a column twice',
    JSON.stringify({
      ...valid,
      settings: {
        layout: { ...defaultLayout, columns: [...defaultLayout.columns, ...defaultLayout.columns].slice(0, 8) },
      },
    }),
    'settings.layout.columns',
    /settings\.layout\.columns: Colodesk cannot use this value\.$/,
  ],
  [
    'a long name',
    JSON.stringify({ ...valid, views: [view(1, 'x'.repeat(61))] }),
    'views.0.name',
    /views\.0\.name: This is too long\.$/,
  ],
  ['no name', JSON.stringify({ ...valid, views: [view(1, ' ')] }), 'views.0.name', /name for the view/],
  [
    'a zone that does not exist',
    JSON.stringify({ ...valid, sites: [{ site: 'AMS1', note: '', zone: 'Europe/Atlantis' }] }),
    'sites.0.zone',
    /No such time zone/,
  ],
  [
    'a mute',
    JSON.stringify({ ...valid, settings: { notifications: { ...defaultSettings.notifications, mutedUntilMs: 1 } } }),
    'settings.notifications',
    /Colodesk does not know “mutedUntilMs”\.$/,
  ],
  [
    'a text that nobody types',
    JSON.stringify({ ...valid, commentTexts: [{ name: 'x', text: 'x'.repeat(2_000_001) }] }),
    'commentTexts.0.text',
    /too long/,
  ],
  [
    'too many',
    JSON.stringify({ ...valid, commentTexts: Array.from({ length: 2_001 }, (_, n) => ({ name: `${n}`, text: '' })) }),
    'commentTexts',
    /commentTexts: There are too many\.$/,
  ],
])('refuses %s in words that name the file and the field', async (_name, text, field, message) => {
  const { importAll, content } = await ownAccount();
  const before = content();
  expect(problemOf(() => importAll(text))).toMatchObject({
    ...{ kind: 'invalid-input', field, kept: 'Nothing was imported.' },
    message: expect.stringMatching(message),
  });
  expect(problemOf(() => importAll(text))?.message).toContain('“own.json”');
  expect(content()).toEqual(before);
});

it('is not harmed by names that mean something to JavaScript', async () => {
  const { importAll, content } = await ownAccount();
  const text = JSON.stringify({ ...valid, commentTexts: [{ name: '__proto__', text: 'x' }] });
  const quiet = text.replace('"settings":{}', '"settings":{"quietDays":{"__proto__":3,"constructor":4,"":5}}');
  const { settings } = importAll(quiet);
  expect(content().commentTexts).toEqual([['__proto__', 'x']]);
  expect(Object.entries(settings.quietDays ?? {})).toContainEqual(['', 5]);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

it('holds no character that would make what it adds unreadable here', async () => {
  const { importAll, content } = await ownAccount();
  const fields = { ...emptyNewTicket, title: 'x\0y' };
  const odd = {
    ...valid,
    templates: [{ name: '\0Access', fields }],
    commentTexts: [{ name: 'Thanks\0\ud800', text: 'a\0b' }],
    sites: [{ site: '\0AMS1', note: 'a\0b', zone: '' }],
  };
  importAll(JSON.stringify(odd));
  expect(content()).toEqual({
    ...{ views: [], templates: [['Access', 'xy']], commentTexts: [['Thanks\ufffd', 'ab']] },
    sites: [{ site: 'AMS1', note: 'ab', zone: '' }],
  });
  const nameless = JSON.stringify({ ...valid, sites: [{ site: '\0', note: 'a', zone: '' }] });
  expect(problemOf(() => importAll(nameless))?.field).toBe('sites.0.site');
});

it('reads anything or refuses it with a problem', async () => {
  const { ownData } = await ownAccount();
  const part = fc.oneof(fc.jsonValue(), fc.constant(undefined));
  const file = fc.record({ views: part, templates: part, commentTexts: part, sites: part, settings: part });
  fc.assert(
    fc.property(file, (parts) => {
      const text = JSON.stringify({ ...valid, ...parts });
      problemOf(() => ownData.readImport(text, 'own.json', defaultSettings, defaultSettings)); // throws anything else
    }),
  );
});
