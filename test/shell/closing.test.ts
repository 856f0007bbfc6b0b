import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { expect, it, onTestFinished, vi } from 'vitest';
import { CloseGuard } from '../../electron/shell/quit.ts';

function ownClosing() {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const ask = vi.fn();
  const proceed = vi.fn();
  const closing = new CloseGuard({ mustAsk: () => true, ask, proceed });
  const page = Object.assign(new EventEmitter(), { isCrashed: () => false });
  const window = Object.assign(new EventEmitter(), { webContents: page, isDestroyed: () => false });
  const asWindow = window as unknown as BrowserWindow;
  closing.watch(asWindow);
  const quit = () => closing.mayQuit(asWindow);
  const crash = () => page.emit('render-process-gone');
  return { closing, ask, proceed, quit, crash };
}

it('a page that goes while it is asked holds nothing up', () => {
  const { ask, proceed, quit, crash } = ownClosing();
  expect(quit()).toBe(false);
  expect(ask).toHaveBeenCalledOnce();
  crash();
  expect(proceed).toHaveBeenCalledExactlyOnceWith(true);
});

it('a user who is being asked has all the time, and a page that goes meanwhile agrees', () => {
  const { closing, proceed, quit, crash } = ownClosing();
  quit();
  closing.awaitUser();
  vi.advanceTimersByTime(3_600_000);
  expect(proceed).not.toHaveBeenCalled();
  crash();
  expect(proceed).toHaveBeenCalledExactlyOnceWith(true);
});

it('a user who stays is not quit by a page that goes later, and is asked again', () => {
  const { closing, ask, proceed, quit, crash } = ownClosing();
  quit();
  closing.keepOpen();
  vi.advanceTimersByTime(3_600_000);
  crash();
  expect(proceed).not.toHaveBeenCalled();
  expect(quit()).toBe(false);
  expect(ask).toHaveBeenCalledTimes(2);
});
