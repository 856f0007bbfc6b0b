import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { noFilters } from '../../electron/contract/query.ts';
import { resetAccountStores } from '../../renderer/state/account-store.ts';
import { commandActions } from '../../renderer/state/commands.ts';
import { useDialog } from '../../renderer/state/dialogs.ts';
import { useForm } from '../../renderer/state/form.ts';
import { changeNewTicket } from '../../renderer/state/form-actions.ts';
import { openNewTicket } from '../../renderer/state/open-form.ts';
import {
  entriesNow,
  findTickets,
  hasWords,
  type PaletteEntry,
  runEntry,
  shownGroups,
  ticketEntries,
  useFoundTickets,
  useRecent,
} from '../../renderer/state/palette.ts';
import { useQuery } from '../../renderer/state/query.ts';
import { useReferenceData } from '../../renderer/state/reference-data.ts';
import { showScreen, useScreen } from '../../renderer/state/screen.ts';
import { select } from '../../renderer/state/selection.ts';
import { useSession } from '../../renderer/state/session.ts';
import { useTicket } from '../../renderer/state/ticket.ts';
import { chooseView } from '../../renderer/state/views.ts';
import { anAccount, openInbox } from '../support/inbox.ts';
import { aRow, aShownTicket, ticketId } from '../support/tickets.ts';

const page = vi.fn();
const choose = vi.fn().mockResolvedValue({ ok: true, value: null });

beforeEach(() => {
  resetAccountStores();
  page.mockReset();
  const matchMedia = () => ({ matches: false });
  vi.stubGlobal('window', { matchMedia, desk: { tickets: { page }, session: { choose } } });
  openInbox([anAccount('Acme'), anAccount('Globex')]);
});

const entry = (label: string, more: Partial<PaletteEntry> = {}): PaletteEntry => ({
  key: label,
  group: 'commands',
  label,
  note: '',
  keys: [],
  run: () => undefined,
  ...more,
});
const labels = (groups: ReturnType<typeof shownGroups>) =>
  groups.map(({ group, entries }) => [group, ...entries.map((each) => each.label)]);
const find = (key: string) => entriesNow().find((each) => each.key === key);

describe('matching', () => {
  it.each([
    ['new', true],
    ['TICK new', true],
    ['ticket  new', true],
    ['nue', false],
    ['new outbox', false],
    ['', true],
  ])('%j finds “New ticket”: %s', (typed, isFound) => {
    expect(hasWords({ label: 'New ticket', note: '' }, typed)).toBe(isFound);
  });

  it('folds, and looks into the note', () => {
    expect(hasWords({ label: 'ZRH004', note: 'Zürich, Switzerland' }, 'zurich')).toBe(true);
  });

  it('finds an entry by any parts of its words in any order', () => {
    const word = fc.stringMatching(/^[a-zà-ö]{2,8}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), fc.nat(), (all, seed) => {
        const parts = all.map((each, index) => each.slice((seed + index) % each.length)).filter(Boolean);
        expect(hasWords({ label: all.join(' '), note: '' }, parts.toReversed().join(' '))).toBe(true);
      }),
    );
  });

  it('puts first what begins with the typed text', () => {
    const entries = [entry('Close ticket'), entry('The ticket list'), entry('Ticket')];
    expect(labels(shownGroups('ticket', entries, [], []))).toEqual([
      ['commands', 'Ticket', 'Close ticket', 'The ticket list'],
    ]);
  });
});

describe('the groups', () => {
  it('puts first the group whose entry fits best', () => {
    const entries = [entry('Mark as unread'), entry('Unread', { group: 'views' })];
    const ticket = entry('Unread meter', { group: 'tickets' });
    expect(labels(shownGroups('unread', entries, [ticket], []))).toEqual([
      ['views', 'Unread'],
      ['commands', 'Mark as unread'],
      ['tickets', 'Unread meter'],
    ]);
  });

  it('without a word are the recent ones, then all but sites and tickets', () => {
    const entries = [entry('New ticket'), entry('Sync now'), entry('AMS011', { group: 'sites' })];
    const gone = entry('Edit ticket');
    const ticket = entry('Door', { group: 'tickets' });
    expect(labels(shownGroups('', entries, [], [ticket, entry('Sync now'), gone]))).toEqual([
      ['recent', 'Door', 'Sync now'],
      ['commands', 'New ticket'],
    ]);
  });
  it('with a word are all that have it, tickets last', () => {
    const entries = [
      entry('Acme', { group: 'accounts' }),
      entry('AMS011', { group: 'sites', note: 'Acme house' }),
      entry('Acme command'),
    ];
    expect(labels(shownGroups('acme', entries, [entry('Door', { group: 'tickets' })], []))).toEqual([
      ['commands', 'Acme command'],
      ['accounts', 'Acme'],
      ['sites', 'AMS011'],
      ['tickets', 'Door'],
    ]);
  });
});

describe('what can be chosen', () => {
  it('shows its keys', () => expect(find('command newTicket')?.keys).toEqual(['N']));

  it('leaves out what cannot be done now', () => {
    expect(find('command editTicket')).toBeUndefined();
    expect(find('command clearFilters')).toBeUndefined();
    const ticket = aShownTicket(1, { detail: null });
    const open = { ...ticket, summary: { ...ticket.summary, status: 'New' } };
    useTicket.setState({ openId: open.summary.id, ticket: open });
    expect(find('command cancelTicket')).toBeDefined();
    expect(find('command editTicket')).toBeUndefined(); // its detail was not fetched
    openNewTicket();
    expect(find('command cancelTicket')).toBeUndefined(); // the form covers it
  });

  it('is done to the selected tickets, or without any to the one that is read', () => {
    const ids = ['commentOnTicket', 'cancelTicket', 'addRecipient'].map((id) => `command ${id}`);
    expect(ids.map(find)).toEqual([undefined, undefined, undefined]);
    select([ticketId(1), ticketId(2)]);
    const dialogs = ids.map((id) => {
      find(id)?.run();
      return useDialog.getState().open?.name;
    });
    expect(dialogs).toEqual(['bulkComment', 'bulkCancel', 'bulkRecipient']);
    showScreen('outbox');
    expect(ids.map(find)).toEqual([undefined, undefined, undefined]);
  });

  it('is all that the account’s menu offers, too', () => {
    find('command signOut')?.run();
    expect(useDialog.getState().open?.name).toBe('signOut');
    expect(find('command otherSignIn')).toBeDefined();
  });

  it('copies the ticket that is read into a new form', () => {
    expect(find('command duplicateTicket')).toBeUndefined();
    const ticket = aShownTicket(1);
    useTicket.setState({ openId: ticket.summary.id, ticket });
    find('command duplicateTicket')?.run();
    expect(useForm.getState().open?.form).toBe('new');
  });

  it('is about the tickets only while they are on the screen', () => {
    chooseView('open');
    expect(find('command clearFilters')).toBeUndefined(); // nothing is set that could be cleared
    useQuery.setState({ search: 'door' });
    expect(find('command clearFilters')).toBeDefined();
    showScreen('outbox');
    expect(find('command clearFilters')).toBeUndefined();
    expect(find('command showTickets')).toBeDefined();
  });

  it.each(['tickets', 'overview', 'handover'] as const)('leads from the screen %s to the outbox', (screen) => {
    showScreen(screen);
    expect(find('command showOutbox')).toBeDefined();
    showScreen('outbox');
    expect(find('command showOutbox')).toBeUndefined();
  });

  it('is only help while no account is open', () => {
    useSession.setState({ session: { phase: 'choosing', accounts: [] } });
    const available = Object.entries(commandActions).filter(([, { isAvailable }]) => isAvailable());
    expect(available.map(([id]) => id)).toEqual(['keys', 'diagnosis']);
  });

  it('filters by a site', () => {
    useReferenceData.setState({ sitesOfTickets: [{ value: 'AMS011', count: 3, note: 'Amsterdam' }] });
    useQuery.setState({ view: 'starred', search: 'door' });
    find('site AMS011')?.run();
    expect(useQuery.getState()).toMatchObject({
      view: 'all',
      search: '',
      filters: { ...noFilters, site: ['AMS011'] },
    });
    expect(useScreen.getState().screen).toBe('tickets');
  });

  it('switches to another account', async () => {
    const other = anAccount('Globex');
    expect(find(`account ${anAccount('Acme').key}`)).toBeUndefined();
    find(`account ${other.key}`)?.run();
    await vi.waitUntil(() => choose.mock.calls.length > 0);
    expect(choose).toHaveBeenCalledWith({ account: other.key });
  });

  it('is offered first afterwards, each once and eight at most', () => {
    const all = [...'abcdefghij'].map((label) => entry(label));
    for (const each of [...all, entry('f')]) runEntry(each);
    expect(
      useRecent
        .getState()
        .entries.map(({ label }) => label)
        .join(''),
    ).toBe('fjihgedc');
  });
});

describe('tickets', () => {
  const rows = [aRow(1, { title: 'Broken door' }), aRow(2, { title: 'Blue lamp' })];
  const entries = (typed: string) => ticketEntries(useFoundTickets.getState(), typed, () => true).map((e) => e.label);

  it('are searched for in all views, and shown with what tells them apart', async () => {
    page.mockResolvedValue({ ok: true, value: { rows, matching: 2, total: 2, unsent: 0 } });
    await findTickets(' door ');
    expect(page).toHaveBeenCalledWith(expect.objectContaining({ view: 'all', search: 'door', limit: 8 }));
    const [first] = ticketEntries(useFoundTickets.getState(), 'door', () => true);
    expect(first).toMatchObject({ label: 'Broken door', note: 'WO1 · PHX015 · Completed' });
  });

  it('of an older search stay only where they have the new words', async () => {
    page.mockResolvedValue({ ok: true, value: { rows, matching: 2, total: 2, unsent: 0 } });
    await findTickets('b');
    expect(entries('b')).toEqual(['Broken door', 'Blue lamp']);
    expect(entries('bl')).toEqual(['Blue lamp']);
    await findTickets('');
    expect(entries('')).toEqual([]);
  });

  it('of a late answer are dropped', async () => {
    const answers: ((value: unknown) => void)[] = [];
    page.mockImplementation(() => new Promise((resolve) => answers.push(resolve)));
    const both = [findTickets('a'), findTickets('b')];
    answers[1]?.({ ok: true, value: { rows: [rows[1]], matching: 1, total: 2, unsent: 0 } });
    answers[0]?.({ ok: true, value: { rows, matching: 2, total: 2, unsent: 0 } });
    await Promise.all(both);
    expect(useFoundTickets.getState()).toMatchObject({ search: 'b', rows: [rows[1]] });
  });
});

it('opens the templates over the form that is open already', () => {
  openNewTicket();
  changeNewTicket({ title: 'Typed' });
  commandActions.templates.run();
  expect(useForm.getState().open?.fields.title).toBe('Typed');
  expect(useDialog.getState().open).toEqual({ name: 'templates' });
});
