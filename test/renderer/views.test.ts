import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ticketIdSchema } from '../../electron/contract/ids.ts';
import { problem } from '../../electron/contract/problem.ts';
import { baseViews, defaultSort, noFilters } from '../../electron/contract/query.ts';
import { defaultSettings } from '../../electron/contract/settings.ts';
import {
  defaultLayout,
  type ListLayout,
  longestViewName,
  maxViews,
  type SavedView,
  savedViewsSchema,
} from '../../electron/contract/views.ts';
import { resetAccountStores } from '../../renderer/state/account-store.ts';
import { closeDialog, openDialog, useDialog } from '../../renderer/state/dialogs.ts';
import { useProblemBanner, useUndo } from '../../renderer/state/feedback.ts';
import { useLayout } from '../../renderer/state/layout.ts';
import { setSearch, toggleOption, toggleSort, useQuery } from '../../renderer/state/query.ts';
import { showScreen, useScreen } from '../../renderer/state/screen.ts';
import { useSettings } from '../../renderer/state/settings.ts';
import { useTicket } from '../../renderer/state/ticket.ts';
import {
  chooseSavedView,
  chooseView,
  isChanged,
  loadViewCounts,
  loadViews,
  moveView,
  nameError,
  removeView,
  renameView,
  saveView,
  toggleViews,
  updateView,
  useViewCounts,
  useViews,
} from '../../renderer/state/views.ts';

const compact: ListLayout = { columns: [{ column: 'title', widthPx: 300 }], density: 'compact' };

const idOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

const aView = (number: number, name: string): SavedView => ({
  id: idOf(number),
  name,
  base: 'open',
  filters: { ...noFilters, site: ['FRA024', 'AMS011'], createdOn: { kind: 'last', days: 30 } },
  search: 'power',
  sort: { by: 'title', direction: 'ascending' },
  layout: compact,
});

/** What the main process keeps. */
let kept: SavedView[] = [];
let isDiskFull = false;
/** What happens before the disk has saved. */
let meanwhile = () => {};
const counts = vi.fn();
const changeSettings = vi.fn();
let isNarrow = false;
const matchMedia = () => ({ matches: isNarrow });

beforeEach(async () => {
  kept = [aView(1, 'Power'), aView(2, 'Cooling'), aView(3, 'Doors')];
  isDiskFull = false;
  meanwhile = () => {};
  isNarrow = false;
  counts.mockReset().mockResolvedValue({ ok: true, value: { base: { open: 48 }, saved: { [idOf(1)]: 3 } } });
  changeSettings.mockReset().mockResolvedValue({ ok: true, value: null });
  const save = ({ views }: { views: SavedView[] }) => {
    meanwhile();
    if (isDiskFull) return Promise.resolve({ ok: false, problem: problem('disk-full') });
    kept = savedViewsSchema.parse(views);
    return Promise.resolve({ ok: true, value: null });
  };
  vi.stubGlobal('window', {
    matchMedia,
    desk: {
      views: { list: () => Promise.resolve({ ok: true, value: kept }), save, counts },
      settings: { change: changeSettings, read: () => Promise.resolve({ ok: true, value: useSettings.getState() }) },
    },
  });
  resetAccountStores();
  useSettings.setState(defaultSettings);
  await loadViews();
});

const names = () => useViews.getState().views.map(({ name }) => name);
const chosen = () => useViews.getState().views.find(({ id }) => id === useQuery.getState().savedId);
const isChangedNow = () => isChanged(useQuery.getState(), chosen(), useLayout.getState().layout);

describe('choosing a view', () => {
  it.each(baseViews)('%s shows the whole of it, in its own order, on the screen of tickets', (view) => {
    chooseView('attention');
    setSearch('chiller');
    toggleOption('site', 'AMS011');
    toggleSort('title');
    showScreen('outbox');
    chooseView(view);
    expect(useQuery.getState()).toMatchObject({ view, savedId: null, filters: noFilters, search: '' });
    expect(useQuery.getState().sort.by).toBe(
      view === 'attention' ? 'attention' : view === 'closed' ? 'closedOn' : defaultSort.by,
    );
    expect(useScreen.getState().screen).toBe('tickets');
    expect(isChangedNow()).toBe(false);
  });

  it('shows it as it was sorted last, but what needs attention with the most urgent on top', async () => {
    chooseView('open');
    toggleSort('site');
    chooseSavedView(idOf(1));
    toggleSort('status'); // may be saved with that view
    chooseView('attention');
    toggleSort('title');
    chooseView('open');
    expect(useQuery.getState().sort).toEqual({ by: 'site', direction: 'ascending' });
    expect(isChangedNow()).toBe(false);
    chooseView('attention');
    expect(useQuery.getState().sort.by).toBe('attention');
    expect(useSettings.getState().sorts).toEqual({ open: { by: 'site', direction: 'ascending' } });
    chooseView('all');
    toggleSort(defaultSort.by);
    toggleSort(defaultSort.by); // and back into its own order
    expect(useSettings.getState().sorts).toEqual({ open: { by: 'site', direction: 'ascending' } });
  });

  it('closes the ticket that covers the list in a narrow window, and leaves it beside the list in a wide one', () => {
    useTicket.setState({ openId: ticketIdSchema.parse('WO1') });
    chooseView('open');
    expect(useTicket.getState().openId).toBe('WO1');
    isNarrow = true;
    vi.stubGlobal('document', { getElementById: () => null });
    chooseSavedView(idOf(1));
    expect(useTicket.getState().openId).toBeNull();
  });

  it('that is saved brings all that was saved, its columns too, which go with it', () => {
    chooseSavedView(idOf(2));
    const { base, filters, search, sort } = aView(2, 'Cooling');
    expect(useQuery.getState()).toEqual({ view: base, savedId: idOf(2), filters, search, sort });
    expect(useLayout.getState().layout).toEqual(compact);
    expect(isChangedNow()).toBe(false);
    chooseView('all');
    expect(useLayout.getState().layout).toEqual(defaultLayout);
  });

  it('that is gone changes nothing', () => {
    const before = useQuery.getState();
    chooseSavedView(idOf(9));
    expect(useQuery.getState()).toBe(before);
  });
});

describe('a view differs from what it holds', () => {
  it('by a search, a filter or another order', () => {
    chooseView('attention');
    for (const change of [() => setSearch('chiller'), () => toggleOption('status', 'New'), () => toggleSort('title')]) {
      change();
      expect(isChangedNow()).toBe(true);
      chooseView('attention');
      expect(isChangedNow()).toBe(false);
    }
  });

  it('that is saved, by other columns too, and not by the order in which its values were chosen', () => {
    chooseSavedView(idOf(1));
    toggleOption('site', 'FRA024');
    expect(isChangedNow()).toBe(true);
    toggleOption('site', 'FRA024');
    expect(useQuery.getState().filters.site).toEqual(['AMS011', 'FRA024']);
    expect(isChangedNow()).toBe(false);
    useLayout.setState({ layout: defaultLayout });
    expect(isChangedNow()).toBe(true);
  });
});

describe('saving', () => {
  it('keeps what the list shows under a name, and chooses it without asking for the list again', async () => {
    chooseView('unread');
    toggleOption('site', 'AMS011');
    setSearch(' badge ');
    const before = useQuery.getState();
    expect(await saveView('  Badges ')).toBeNull();
    expect(kept.at(-1)).toMatchObject({ name: 'Badges', base: 'unread', search: 'badge', layout: defaultLayout });
    expect(useQuery.getState()).toEqual({ ...before, savedId: kept.at(-1)?.id });
    expect(isChangedNow()).toBe(false);
    expect(counts).toHaveBeenCalled();
  });

  it('keeps what was changed in the chosen view', async () => {
    chooseSavedView(idOf(2));
    setSearch('chiller');
    await updateView();
    expect(kept.map(({ search }) => search)).toEqual(['power', 'chiller', 'power']);
    expect(isChangedNow()).toBe(false);
  });

  it('that fails leaves the views as they were, and says why', async () => {
    isDiskFull = true;
    chooseSavedView(idOf(1));
    expect(await saveView('More power')).toBe('The view was not saved.');
    expect(useProblemBanner.getState().problem?.kind).toBe('disk-full');
    expect(names()).toEqual(['Power', 'Cooling', 'Doors']);
    expect(useQuery.getState().savedId).toBe(idOf(1));
  });

  it('never replaces views that are not known yet', async () => {
    resetAccountStores();
    await saveView('Badges');
    expect(kept.map(({ name }) => name)).toEqual(['Power', 'Cooling', 'Doors', 'Badges']);
    resetAccountStores();
    vi.stubGlobal('window', {
      matchMedia,
      desk: { views: { list: () => Promise.resolve({ ok: false, problem: problem('disk-error') }) } },
    });
    expect(await saveView('Parking')).toBe('The view was not saved.');
  });

  it('ends at the most views there can be', async () => {
    kept = Array.from({ length: maxViews }, (_, index) => aView(index, `View ${index}`));
    await loadViews();
    expect(await saveView('One more')).toMatch(/at most 100 views/);
  });
});

describe('the name of a view', () => {
  it.each([
    ['', 'Enter a name for the view.'],
    ['  ', 'Enter a name for the view.'],
    ['x'.repeat(longestViewName + 1), 'A name can have at most 60 characters.'],
    ['cooling ', 'Another view has this name. Choose a different one.'],
    ['needs  attention', 'Another view has this name. Choose a different one.'],
    ['Power', null],
    ['Batteries', null],
  ])('%j for the view Power: %s', (name, error) => expect(nameError(name, idOf(1))).toBe(error));

  it('is changed, and no other', async () => {
    expect(await renameView(idOf(2), ' Chillers ')).toBeNull();
    expect(kept.map(({ name }) => name)).toEqual(['Power', 'Chillers', 'Doors']);
    expect(await renameView(idOf(2), 'Doors')).toMatch(/has this name/);
    expect(kept[1]?.name).toBe('Chillers');
  });
});

describe('moving', () => {
  it.each([
    [1, -1, ['Power', 'Cooling', 'Doors']],
    [1, 1, ['Cooling', 'Power', 'Doors']],
    [3, -1, ['Power', 'Doors', 'Cooling']],
    [3, 1, ['Power', 'Cooling', 'Doors']],
    [9, 1, ['Power', 'Cooling', 'Doors']],
  ] as const)('the view %d by %d gives %j', async (number, by, order) => {
    await moveView(idOf(number), by);
    expect(names()).toEqual(order);
    expect(kept.map(({ name }) => name)).toEqual(order);
  });

  it('twice in a row counts both, whenever the answers come', async () => {
    await Promise.all([moveView(idOf(1), 1), moveView(idOf(1), 1)]);
    expect(kept.map(({ name }) => name)).toEqual(['Cooling', 'Doors', 'Power']);
  });
});

describe('removing', () => {
  it('leaves the list as it is, and can be undone to its place', async () => {
    chooseSavedView(idOf(2));
    const before = useQuery.getState();
    await removeView(idOf(2));
    expect(names()).toEqual(['Power', 'Doors']);
    expect(useQuery.getState()).toEqual({ ...before, savedId: null });
    expect(useUndo.getState().sentence).toBe('View “Cooling” removed.');
    useUndo.getState().undo?.();
    await vi.waitUntil(() => kept.length === 3);
    expect(names()).toEqual(['Power', 'Cooling', 'Doors']);
    expect(useQuery.getState()).toEqual(before);
  });

  it('is not undone where another view has the name by then', async () => {
    await removeView(idOf(2));
    await saveView('Cooling');
    useUndo.getState().undo?.();
    expect(names()).toEqual(['Power', 'Doors', 'Cooling']);
    expect(useUndo.getState().sentence).toBe(nameError('Cooling', null));
  });

  it('is not undone where there are as many views as there can be by then', async () => {
    await removeView(idOf(2));
    const full = Array.from({ length: maxViews }, (_, index) => aView(100 + index, `View ${index}`));
    kept = full; // from a file that was imported
    await loadViews();
    useUndo.getState().undo?.();
    expect(useUndo.getState().sentence).toMatch(/at most 100 views/);
    expect(useViews.getState().views).toEqual(full);
    expect(useProblemBanner.getState().problem).toBeNull();
  });

  it('that fails keeps the view and its place', async () => {
    isDiskFull = true;
    chooseSavedView(idOf(2));
    await removeView(idOf(2));
    expect(names()).toEqual(['Power', 'Cooling', 'Doors']);
    expect(useQuery.getState().savedId).toBe(idOf(2));
    expect(useUndo.getState().undo).toBeNull();
  });
});

it('counts that cannot be had leave the older ones, and no banner', async () => {
  await loadViewCounts();
  counts.mockResolvedValue({ ok: false, problem: problem('internal') });
  await loadViewCounts();
  expect(useViewCounts.getState().base.open).toBe(48);
  expect(useProblemBanner.getState().problem).toBeNull();
});

it('folding changes this one setting', async () => {
  toggleViews();
  expect(useSettings.getState().foldsViews).toBe(true);
  expect(changeSettings).toHaveBeenCalledExactlyOnceWith({ foldsViews: true });
});

describe('the dialog that asks for a name', () => {
  const save = () => saveView('Fresh');
  const rename = () => renameView(idOf(1), 'Fresh');

  it.each([
    ['saved', save],
    ['renamed', rename],
  ])('closes once the view is %s', async (_, act) => {
    openDialog({ name: 'saveView' });
    expect(await act()).toBeNull();
    expect(useDialog.getState().open).toBeNull();
  });

  it.each([
    ['saved', save],
    ['renamed', rename],
  ])('was left while the view was being %s: the one that was opened then stays', async (_, act) => {
    openDialog({ name: 'saveView' });
    meanwhile = () => {
      closeDialog();
      openDialog({ name: 'commands' });
    };
    expect(await act()).toBeNull();
    expect(useDialog.getState().open?.name).toBe('commands');
  });

  it('stays where the view could not be saved', async () => {
    openDialog({ name: 'saveView' });
    isDiskFull = true;
    expect(await save()).not.toBeNull();
    expect(useDialog.getState().open?.name).toBe('saveView');
  });
});
