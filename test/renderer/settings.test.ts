import { beforeEach, describe, expect, it, vi } from 'vitest';
import { problem } from '../../electron/contract/problem.ts';
import { defaultSettings } from '../../electron/contract/settings.ts';
import { isQuietDays } from '../../renderer/account/quiet-settings.tsx';
import { resetAccountStores } from '../../renderer/state/account-store.ts';
import { useProblemBanner, useUndo } from '../../renderer/state/feedback.ts';
import { returnToPlace } from '../../renderer/state/load-anew.ts';
import { exportOwnData, importOwnData } from '../../renderer/state/own-data.ts';
import { flushTyped } from '../../renderer/state/saver.ts';
import { useScreen } from '../../renderer/state/screen.ts';
import {
  changeSettings,
  loadDemoNetwork,
  muteForAnHour,
  setDemoNetwork,
  TypedSetting,
  useDemoNetwork,
  useSettings,
} from '../../renderer/state/settings.ts';

it('moves the switch when the network is really away, and not where that failed', async () => {
  const setNetwork = vi.fn().mockResolvedValue({ ok: true, value: null });
  vi.stubGlobal('window', { desk: { demo: { setNetwork } } });
  const switching = setDemoNetwork(false);
  expect(useDemoNetwork.getState().isConnected).toBe(true);
  await switching;
  expect(useDemoNetwork.getState().isConnected).toBe(false);

  setNetwork.mockResolvedValue({ ok: false, problem: problem('internal') });
  await setDemoNetwork(true);
  expect(useDemoNetwork.getState().isConnected).toBe(false);
  expect(useProblemBanner.getState().problem?.kind).toBe('internal');
});

it('reads whether the demo’s network is there: it may have been taken away before the page was loaded anew', async () => {
  const network = vi.fn().mockResolvedValue({ ok: true, value: { isConnected: false } });
  vi.stubGlobal('window', { desk: { demo: { network } } });
  useDemoNetwork.setState({ isConnected: true });
  await loadDemoNetwork();
  expect(useDemoNetwork.getState().isConnected).toBe(false);
});

describe('the settings', () => {
  const change = vi.fn();
  const read = vi.fn();
  beforeEach(() => {
    resetAccountStores();
    change.mockReset().mockResolvedValue({ ok: true, value: null });
    read.mockReset().mockImplementation(async () => ({ ok: true, value: useSettings.getState() }));
    vi.stubGlobal('window', { desk: { settings: { change, read } } });
    useSettings.setState(defaultSettings);
  });

  it('send only what changed: the others may not have been read yet', async () => {
    expect(await changeSettings({ usesSingleKeys: false })).toBe(true);
    expect(change).toHaveBeenCalledWith({ usesSingleKeys: false });
  });

  it('show what is really set where a change was not saved', async () => {
    change.mockResolvedValue({ ok: false, problem: problem('disk-full') });
    read.mockResolvedValue({ ok: true, value: defaultSettings });
    const changing = changeSettings({ userName: 'Amara' });
    expect(useSettings.getState().userName).toBe('Amara');
    expect(await changing).toBe(false);
    expect(useSettings.getState().userName).toBe('');
  });

  it('are saved with everything typed while one is still being typed, once', async () => {
    const name = new TypedSetting();
    for (const userName of ['Am', 'Amara']) name.put(() => changeSettings({ userName }));
    expect(change).not.toHaveBeenCalled();
    expect(await flushTyped()).toBe(true);
    await name.flush();
    expect(change).toHaveBeenCalledExactlyOnceWith({ userName: 'Amara' });

    change.mockResolvedValue({ ok: false, problem: problem('disk-full') });
    name.put(() => changeSettings({ userName: 'A' }));
    expect(await flushTyped()).toBe(false);
  });

  it('keep a change that was made while an older answer was on its way', async () => {
    read.mockResolvedValueOnce({ ok: true, value: defaultSettings });
    const first = changeSettings({ userName: 'Amara' });
    const second = changeSettings({ foldsViews: true });
    await first;
    expect(useSettings.getState()).toMatchObject({ userName: 'Amara', foldsViews: true });
    await second;
  });

  it('mute notifications for an hour, and not any longer once that is undone', async () => {
    vi.useFakeTimers({ now: 1_000 });
    await muteForAnHour();
    expect(useSettings.getState().notifications.mutedUntilMs).toBe(3_601_000);
    expect(useUndo.getState().sentence).toContain('muted until');
    useUndo.getState().undo?.();
    expect(useSettings.getState().notifications.mutedUntilMs).toBeNull();
    vi.useRealTimers();
  });
});

it.each([
  ['1', true],
  ['365', true],
  ['0', false],
  ['366', false],
  ['2.5', false],
  ['', false],
])('%j days can be set: %s', (typed, can) => expect(isQuietDays(typed)).toBe(can));

describe('the user’s own data', () => {
  const answer = (value: unknown) => vi.fn().mockResolvedValue({ ok: true, value });
  const group = (call: unknown) => new Proxy({}, { get: () => call });
  const desk = (ownData: object) => ({
    desk: new Proxy({}, { get: (_, name) => (name === 'ownData' ? ownData : group(answer([]))) }),
  });
  beforeEach(resetAccountStores);

  it('says where it was saved, and nothing if the user cancelled', async () => {
    vi.stubGlobal('window', desk({ export: answer({ fileName: 'colodesk.json' }) }));
    await exportOwnData();
    expect(useUndo.getState()).toEqual({ sentence: 'Saved as “colodesk.json”. It holds no tickets.', undo: null });
    resetAccountStores();
    vi.stubGlobal('window', desk({ export: answer(null) }));
    await exportOwnData();
    expect(useUndo.getState().sentence).toBeNull();
  });

  it.each([
    [2, 0, '2 items added from “a.json”.'],
    [1, 3, '1 item added from “a.json”. 3 items were already here and stayed as they were.'],
    [0, 1, 'Everything from “a.json” is already here.'],
    [0, 0, 'Nothing to add from “a.json”.'],
  ])('says that %i were added and %i were here', async (added, alreadyHere, sentence) => {
    vi.stubGlobal('window', desk({ import: answer({ fileName: 'a.json', added, alreadyHere }) }));
    await importOwnData();
    expect(useUndo.getState().sentence).toBe(sentence);
  });

  it('loads the page anew where the language that came with it is another, and says there what was added', async () => {
    const [replaceState, reload] = [vi.fn(), vi.fn()];
    const { desk: calls } = desk({ import: answer({ fileName: 'a.json', added: 1, alreadyHere: 0 }) });
    const settings = { read: answer({ ...defaultSettings, language: 'de' }), change: answer(null) };
    const served = new Proxy(calls, {
      get: (from, name) => (name === 'settings' ? settings : Reflect.get(from, name)),
    });
    vi.stubGlobal('window', { desk: served, history: { replaceState, state: null }, location: { reload } });
    useSettings.setState(defaultSettings);
    useScreen.setState({ screen: 'outbox' });
    await importOwnData();
    expect(reload).toHaveBeenCalledOnce();
    const place = replaceState.mock.calls[0]?.[0];
    expect(place).toMatchObject({ screen: 'outbox', dialog: null });
    resetAccountStores(); // the new page
    vi.stubGlobal('window', { history: { replaceState, state: place } });
    returnToPlace();
    expect(useScreen.getState().screen).toBe('outbox');
    expect(useUndo.getState().sentence).toBe('1 item added from “a.json”.');

    vi.stubGlobal('window', { desk: served, history: { replaceState, state: null }, location: { reload } });
    await importOwnData();
    expect(reload).toHaveBeenCalledOnce(); // it is the language of the page by now
  });

  it('says what is wrong with a file', async () => {
    const refused = { ok: false, problem: problem('invalid-input') };
    vi.stubGlobal('window', desk({ import: vi.fn().mockResolvedValue(refused) }));
    await importOwnData();
    expect(useProblemBanner.getState().problem?.kind).toBe('invalid-input');
  });
});
