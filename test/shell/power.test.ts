import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { watchQuietTimes, watchSystemEnd } from '../../electron/shell/power.ts';

const { powerMonitor } = vi.hoisted(() => ({ powerMonitor: { onBatteryPower: false, on: vi.fn() } }));
vi.mock('electron', () => ({ powerMonitor }));

/** What the power monitor tells, to all that listen. */
function power(event: 'on-battery' | 'on-ac'): void {
  for (const [name, listener] of powerMonitor.on.mock.calls) if (name === event) listener();
}

function aWindow(isVisible: boolean) {
  const window = Object.assign(new EventEmitter(), { isVisible: () => isVisible });
  return { window, asElectrons: window as unknown as BrowserWindow };
}

beforeEach(() => {
  powerMonitor.onBatteryPower = false;
  powerMonitor.on.mockClear();
});

it.each([
  ['is hidden', 'hide', 'show'],
  ['is minimized', 'minimize', 'restore'],
  ['was closed', 'closed', 'show'],
])('is quiet while the window %s', (_case, away, back) => {
  const onQuiet = vi.fn();
  const { window, asElectrons } = aWindow(true);
  watchQuietTimes(onQuiet)(asElectrons);
  expect(onQuiet).toHaveBeenLastCalledWith(false);
  window.emit(away);
  expect(onQuiet).toHaveBeenLastCalledWith(true);
  window.emit(back);
  expect(onQuiet).toHaveBeenLastCalledWith(false);
});

it('is quiet until a window that is being opened shows itself', () => {
  const onQuiet = vi.fn();
  const { window, asElectrons } = aWindow(false);
  watchQuietTimes(onQuiet)(asElectrons);
  expect(onQuiet).toHaveBeenLastCalledWith(true);
  window.emit('show');
  expect(onQuiet).toHaveBeenLastCalledWith(false);
});

it('is quiet on the battery, from the start and later, whoever looks', () => {
  powerMonitor.onBatteryPower = true;
  const onQuiet = vi.fn();
  watchQuietTimes(onQuiet)(aWindow(true).asElectrons);
  expect(onQuiet).toHaveBeenLastCalledWith(true);
  power('on-ac');
  expect(onQuiet).toHaveBeenLastCalledWith(false);
  power('on-battery');
  expect(onQuiet).toHaveBeenLastCalledWith(true);
});

/** Watches for the end of the session as on another system. */
function watchEnd(platform: NodeJS.Platform) {
  const { platform: before } = process;
  Object.defineProperty(process, 'platform', { value: platform });
  onTestFinished(() => void Object.defineProperty(process, 'platform', { value: before }));
  const onSignal = vi.spyOn(process, 'on').mockReturnValue(process);
  onTestFinished(() => onSignal.mockRestore());
  const end = { onAnnounced: vi.fn(), onEnd: vi.fn() };
  const { window, asElectrons } = aWindow(true);
  watchSystemEnd({ watch: (watcher) => watcher(asElectrons) }, end);
  return { ...end, window, onSignal };
}

it('on Windows has the time from the announcement to the end, and prevents neither', () => {
  const { onAnnounced, onEnd, window } = watchEnd('win32');
  const preventDefault = vi.fn();
  window.emit('query-session-end', { preventDefault });
  expect([onAnnounced.mock.calls.length, onEnd.mock.calls.length]).toEqual([1, 0]);
  window.emit('session-end', { preventDefault });
  expect(onEnd).toHaveBeenCalledOnce();
  expect(preventDefault).not.toHaveBeenCalled();
});

it.each(['darwin', 'linux'] as const)('on %s makes the system wait until it has ended by itself', (platform) => {
  const { onEnd, onSignal } = watchEnd(platform);
  const preventDefault = vi.fn();
  for (const [name, listener] of powerMonitor.on.mock.calls) if (name === 'shutdown') listener({ preventDefault });
  expect(preventDefault).toHaveBeenCalledOnce();
  for (const [, listener] of onSignal.mock.calls) listener();
  expect(onSignal.mock.calls.map(([signal]) => signal)).toEqual(['SIGTERM', 'SIGINT', 'SIGHUP']);
  expect(onEnd).toHaveBeenCalledTimes(4);
});
