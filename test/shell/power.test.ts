import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { beforeEach, expect, it, vi } from 'vitest';
import { watchQuietTimes } from '../../electron/shell/power.ts';

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
