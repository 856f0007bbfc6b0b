import { beforeEach, expect, it, vi } from 'vitest';
import type { SiteNote } from '../../electron/contract/marks.ts';
import { resetAccountStores } from '../../renderer/state/account-store.ts';
import {
  flushSiteNotes,
  knownSites,
  loadSiteNotes,
  typeSiteNote,
  useSiteNotes,
} from '../../renderer/state/site-notes.ts';

const yard: SiteNote = { site: 'AMS017', note: 'Entrance in the yard', zone: '' };
const saveSiteNote = vi.fn();
const siteNotes = vi.fn();

beforeEach(() => {
  saveSiteNote.mockReset().mockResolvedValue({ ok: true, value: null });
  siteNotes.mockReset().mockResolvedValue({ ok: true, value: [yard] });
  vi.stubGlobal('window', { desk: { marks: { saveSiteNote, siteNotes } } });
  resetAccountStores();
});

it('saves what is typed about a site, the newest only', async () => {
  typeSiteNote({ ...yard, note: 'Entrance' });
  typeSiteNote(yard);
  expect(await flushSiteNotes()).toBe(true);
  expect(saveSiteNote.mock.calls).toEqual([[yard]]);
});

it('does not lose what is typed to notes that are read meanwhile', async () => {
  const loading = loadSiteNotes();
  typeSiteNote({ ...yard, note: 'Parking needs a code' });
  await loading;
  expect(useSiteNotes.getState().notes.get('AMS017')?.note).toBe('Parking needs a code');
  await flushSiteNotes();
});

it('does not lose the notes that are read meanwhile to what is typed about another site', async () => {
  const loading = loadSiteNotes();
  typeSiteNote({ site: 'FRA024', note: 'Ring twice', zone: '' });
  await loading;
  expect([...useSiteNotes.getState().notes.keys()]).toEqual(['AMS017', 'FRA024']);
  siteNotes.mockResolvedValue({ ok: true, value: [] });
  await loadSiteNotes();
  expect(useSiteNotes.getState().notes.size).toBe(0); // they are the main process's when nothing is typed meanwhile
  await flushSiteNotes();
});

it('knows the sites of the account, of its tickets, and of the notes, each once and in order', () => {
  const site = { site: 'FRA024', address: '', city: 'Frankfurt', metro: '', country: 'Germany' };
  const ofTickets = [
    { value: 'FRA024', note: 'Frankfurt' },
    { value: 'DUB011', note: 'Dublin' },
    { value: '', note: '' },
  ];
  expect(knownSites([site], ofTickets, new Map([['AMS017', yard]]))).toEqual([
    { site: 'AMS017', place: '' },
    { site: 'DUB011', place: 'Dublin' },
    { site: 'FRA024', place: 'Frankfurt, Germany' },
  ]);
});
