import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { expect, it, onTestFinished, vi } from 'vitest';
import { CloseGuard, QuitSequence } from '../../electron/shell/quit.ts';

function ownGuard() {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const ask = vi.fn();
  const proceed = vi.fn();
  const guard = new CloseGuard({ mustAskPage: () => true, askPage: ask, proceed });
  const page = Object.assign(new EventEmitter(), { isCrashed: () => false });
  const window = Object.assign(new EventEmitter(), { webContents: page, isDestroyed: () => false });
  const asWindow = window as unknown as BrowserWindow;
  guard.guard(asWindow);
  const quit = () => guard.requestQuit(asWindow);
  const crash = () => page.emit('render-process-gone');
  return { guard, ask, proceed, quit, crash };
}

it('a page that goes while it is asked holds nothing up', () => {
  const { ask, proceed, quit, crash } = ownGuard();
  expect(quit()).toBe(false);
  expect(ask).toHaveBeenCalledOnce();
  crash();
  expect(proceed).toHaveBeenCalledExactlyOnceWith(true);
});

it('a user who is being asked has all the time, and a page that goes meanwhile agrees', () => {
  const { guard, proceed, quit, crash } = ownGuard();
  quit();
  guard.waitForUser();
  vi.advanceTimersByTime(3_600_000);
  expect(proceed).not.toHaveBeenCalled();
  crash();
  expect(proceed).toHaveBeenCalledExactlyOnceWith(true);
});

it('a user who stays is not quit by a page that goes later, and is asked again', () => {
  const { guard, ask, proceed, quit, crash } = ownGuard();
  quit();
  guard.cancelClose();
  vi.advanceTimersByTime(3_600_000);
  crash();
  expect(proceed).not.toHaveBeenCalled();
  expect(quit()).toBe(false);
  expect(ask).toHaveBeenCalledTimes(2);
});

function ownSequence(mayStart = true) {
  let close: () => void = () => undefined;
  const closed = new Promise<void>((resolve) => {
    close = resolve;
  });
  const options = { mayStart: () => mayStart, closeAll: vi.fn(() => closed), exit: vi.fn(), relaunch: vi.fn() };
  const sequence = new QuitSequence(options);
  const preventDefault = vi.fn();
  const quit = () => sequence.onBeforeQuit({ preventDefault });
  return { sequence, ...options, close, preventDefault, quit };
}

it('closes what is open once, ends then, and lets the last quit pass', async () => {
  const { closeAll, close, exit, preventDefault, quit } = ownSequence();
  const quitting = quit();
  await quit();
  expect(preventDefault).toHaveBeenCalledTimes(2);
  expect(exit).not.toHaveBeenCalled();
  close();
  await quitting;
  expect(exit).toHaveBeenCalledOnce();
  await quit();
  expect(preventDefault).toHaveBeenCalledTimes(2);
  expect(closeAll).toHaveBeenCalledOnce();
});

it('ends nothing while the page has to be asked', async () => {
  const { closeAll, preventDefault, quit, sequence, relaunch } = ownSequence(false);
  await quit();
  expect(preventDefault).toHaveBeenCalledOnce();
  expect(closeAll).not.toHaveBeenCalled();
  const work = vi.fn();
  sequence.showOrRelaunch(work, []);
  expect([work.mock.calls.length, relaunch.mock.calls.length]).toEqual([1, 0]);
});

it('what is to be shown while it ends is for the next application', async () => {
  const { sequence, relaunch, quit, close } = ownSequence();
  const work = vi.fn();
  sequence.showOrRelaunch(work, ['first']);
  expect(work).toHaveBeenCalledOnce();
  const quitting = quit();
  sequence.showOrRelaunch(work, ['--user-data-dir=x']);
  expect(work).toHaveBeenCalledOnce();
  expect(relaunch).toHaveBeenCalledExactlyOnceWith(['--user-data-dir=x']);
  close();
  await quitting;
});
