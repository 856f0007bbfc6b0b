import { mkdir, readFile, rename, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { notificationKinds, settingsSchema } from '../../electron/contract/settings.ts';
import { defaultsHere, SettingsFile } from '../../electron/session/settings-file.ts';
import { ownFolder } from '../support/folder.ts';

async function loaded(path: string) {
  const file = new SettingsFile(path);
  await file.load();
  return file;
}

it('keeps what is set, in a folder that need not be there', async () => {
  const path = join(await ownFolder(), 'new', 'settings.json');
  const file = await loaded(path);
  expect(file.current).toEqual(defaultsHere);
  await file.change({ notifies: false, historyDays: 365 });
  expect(file.current).toEqual({ ...defaultsHere, notifies: false, historyDays: 365 });
  expect((await loaded(path)).current).toEqual({ ...defaultsHere, notifies: false, historyDays: 365 });
});

it.each([
  ['', defaultsHere],
  ['no JSON', defaultsHere],
  ['[]', defaultsHere],
  ['null', defaultsHere],
  ['{"notifies":false}', { ...defaultsHere, notifies: false }],
  ['\ufeff{"notifies":false}', { ...defaultsHere, notifies: false }],
  ['{"notifies":"never","historyDays":7,"other":1}', { ...defaultsHere, historyDays: 7 }],
  ['{"notifies":false,"historyDays":-1}', { ...defaultsHere, notifies: false }],
])('understands what it can of %s', async (text, settings) => {
  const path = join(await ownFolder(), 'settings.json');
  await writeFile(path, text);
  expect((await loaded(path)).current).toEqual(settings);
});

const title = { column: 'title', widthPx: 300 };
const byTitle = { by: 'title', direction: 'ascending' };
it.each([
  ['a kind that a newer version has', 'notifications', { kinds: ['answer', 'smoke'] }, { kinds: ['answer'] }],
  ['kinds that are none', 'notifications', { kinds: 7 }, { kinds: defaultsHere.notifications.kinds }],
  ['tickets that a newer version can mean', 'notifications', { of: 'nearby' }, { of: 'all' }],
  ['quiet hours that are none', 'notifications', { quietHours: { from: '25:00', until: '7' } }, { quietHours: null }],
  ['a mute that is none', 'notifications', { mutedUntilMs: 'soon' }, { mutedUntilMs: null }],
  ['a field that a newer version has', 'notifications', { sound: 'bell' }, {}],
  ['a newer version’s column', 'layout', { columns: [title, { ...title, column: 'mood' }] }, { columns: [title] }],
  ['a column that comes twice', 'layout', { columns: [title, title] }, { columns: defaultsHere.layout.columns }],
  ['a density that is none', 'layout', { density: 'airy' }, { density: 'standard' }],
  ['a view that a newer version has', 'sorts', { mine: byTitle }, {}],
  ['a sort that is none', 'sorts', { all: { by: 'mood', direction: 'ascending' } }, {}],
  ['days that are none', 'quietDays', { Amenities: -4 }, {}],
])('%s leaves the rest of its group as it is set', async (_, group, odd, read) => {
  const path = join(await ownFolder(), 'settings.json');
  const own = {
    notifications: {
      ...{ kinds: ['reminder'], of: 'mine', quietHours: { from: '20:00', until: '07:00' }, mutedUntilMs: 5 },
    },
    layout: { columns: [title], density: 'compact' },
    sorts: { open: byTitle },
    quietDays: { 'Cross Connect': 9, '': 8 },
  };
  await new SettingsFile(path).change({});
  const written = { ...JSON.parse(await readFile(path, 'utf8')), ...own };
  await writeFile(path, JSON.stringify({ ...written, [group]: { ...written[group], ...odd } }));
  const { current } = await loaded(path);
  expect(current).toEqual({ ...defaultsHere, ...own, [group]: { ...written[group], ...read } });
  expect(settingsSchema.safeParse(current).success).toBe(true);
});

it('says that the settings could not be written, and stays with what is on the disk', async () => {
  const path = join(await ownFolder(), 'settings.json');
  const file = await loaded(path);
  await file.change({ notifies: false, historyDays: 30 });
  await mkdir(`${path}.draft`);
  await expect(file.change(defaultsHere)).rejects.toMatchObject({ problem: { kind: 'disk-error' } });
  expect(file.current.notifies).toBe(false);
  const written = { ...defaultsHere, notifies: false, historyDays: 30, knownNotificationKinds: notificationKinds };
  expect(JSON.parse(await readFile(path, 'utf8'))).toEqual(written);
});

it('keeps what a newer version has set when another setting is changed', async () => {
  const path = join(await ownFolder(), 'settings.json');
  const newer = { sounds: 'bell', layout: { columns: [title, { ...title, column: 'mood' }], density: 'compact' } };
  await writeFile(path, JSON.stringify({ ...newer, sorts: { mine: byTitle }, language: 'tlh' }));
  const file = await loaded(path);
  await file.change({ notifies: false, sorts: { all: { by: 'title', direction: 'ascending' } } });
  await file.change({ historyDays: 7 });
  const written = JSON.parse(await readFile(path, 'utf8'));
  expect(written).toMatchObject({ ...newer, language: 'tlh', notifies: false, historyDays: 7 });
  expect(written.sorts).toEqual({ all: byTitle });
  expect((await loaded(path)).current).toEqual(file.current);
});

it('switches on a kind of notifications that was not known when the others were chosen, once', async () => {
  const path = join(await ownFolder(), 'settings.json');
  const notifications = { ...defaultsHere.notifications, kinds: ['answer'] };
  await writeFile(path, JSON.stringify({ ...defaultsHere, notifications }));
  const file = await loaded(path);
  expect(file.current.notifications.kinds).toEqual(['answer', 'repeat']);
  await file.change({ notifications: { ...file.current.notifications, kinds: ['answer'] } });
  expect((await loaded(path)).current.notifications.kinds).toEqual(['answer']);
});

it('does not write over settings that could not be read, and goes on from them once they can', async () => {
  const path = join(await ownFolder(), 'settings.json');
  await (await loaded(path)).change({ historyDays: 365, userName: 'Jane' });
  await rename(path, `${path}.away`);
  await mkdir(path); // cannot be read as a file
  const file = await loaded(path);
  await expect(file.change({ notifies: false })).rejects.toMatchObject({ problem: { kind: 'disk-error' } });
  await rmdir(path);
  await rename(`${path}.away`, path);
  await file.change({ notifies: false });
  expect((await loaded(path)).current).toMatchObject({ historyDays: 365, userName: 'Jane', notifies: false });
});
