import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { expect, it, onTestFinished, vi } from 'vitest';
import { CloseGuard } from '../../electron/shell/close-guard.ts';

function ownGuard() {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const ask = vi.fn();
  const proceed = vi.fn();
  const onStay = vi.fn();
  const onQuestion = vi.fn();
  const tray = { isUsed: false };
  const guard = new CloseGuard({
    ...{ askPage: ask, proceed, onStay, onQuestion },
    mustAskPage: () => true,
    hidesInstead: () => tray.isUsed,
  });
  const page = Object.assign(new EventEmitter(), { isCrashed: () => false });
  const hide = vi.fn();
  const window = Object.assign(new EventEmitter(), { webContents: page, isDestroyed: () => false, hide });
  const asWindow = window as unknown as BrowserWindow;
  guard.guard(asWindow);
  const quit = () => guard.requestQuit(asWindow);
  const crash = () => page.emit('render-process-gone');
  /** Whether the window may close now. */
  const close = () => {
    const preventDefault = vi.fn();
    window.emit('close', { preventDefault });
    return preventDefault.mock.calls.length === 0;
  };
  const save = () => guard.save(asWindow);
  return { guard, tray, hide, ask, proceed, onStay, onQuestion, quit, crash, close, save };
}

it('a page that goes while it is asked holds nothing up', () => {
  const { ask, proceed, quit, crash } = ownGuard();
  expect(quit()).toBe(false);
  expect(ask).toHaveBeenCalledExactlyOnceWith(null);
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
  const { guard, ask, proceed, onStay, quit, crash } = ownGuard();
  quit();
  guard.cancelClose();
  expect(onStay).toHaveBeenCalledOnce();
  vi.advanceTimersByTime(3_600_000);
  crash();
  expect(proceed).not.toHaveBeenCalled();
  expect(quit()).toBe(false);
  expect(ask).toHaveBeenCalledTimes(2);
});

it('a user who closes the window while being asked about quitting still quits by agreeing', () => {
  const { guard, proceed, quit, close } = ownGuard();
  quit();
  expect(close()).toBe(false);
  guard.allowClose();
  expect(proceed).toHaveBeenCalledExactlyOnceWith(true);
});

it('a user who stayed when asked about quitting, and closes the window later, only closes it', () => {
  const { guard, proceed, quit, close } = ownGuard();
  quit();
  guard.cancelClose();
  expect(close()).toBe(false);
  guard.allowClose();
  expect(proceed).toHaveBeenCalledExactlyOnceWith(false);
});

it.each<[string, (test: ReturnType<typeof ownGuard>) => void]>([
  ['answers', ({ guard }) => guard.noteSaved(1)],
  ['goes', ({ crash }) => crash()],
  ['hangs', () => vi.advanceTimersByTime(1_000)],
])('saving waits for a page that %s, asks the user nothing and closes nothing', async (_case, answer) => {
  const test = ownGuard();
  const saved = test.save();
  expect(test.ask).toHaveBeenCalledExactlyOnceWith(1);
  answer(test);
  await saved;
  expect(test.proceed).not.toHaveBeenCalled();
  expect(test.close()).toBe(false);
});

it('saving ends neither by itself nor for a question that the user has not answered', async () => {
  const { guard, proceed, quit, save } = ownGuard();
  quit();
  guard.waitForUser();
  const saved = save();
  guard.noteSaved(1);
  await saved;
  expect(proceed).not.toHaveBeenCalled();
  guard.allowClose();
  expect(proceed).toHaveBeenCalledExactlyOnceWith(true);
});

it('no answer about saving counts as one of the user’s, neither a late one nor one of two', async () => {
  const { guard, proceed, quit, save } = ownGuard();
  quit();
  guard.waitForUser();
  const late = save();
  vi.advanceTimersByTime(1_000);
  await late;
  guard.noteSaved(1);
  const both = [save(), save()];
  guard.noteSaved(3);
  guard.noteSaved(2);
  await Promise.all(both);
  expect(proceed).not.toHaveBeenCalled();
});

it('a late answer about saving is not taken for one about what was typed since', async () => {
  const { guard, save } = ownGuard();
  const late = save();
  vi.advanceTimersByTime(1_000);
  await late;
  const ended = vi.fn();
  const saved = save().then(ended);
  guard.noteSaved(1);
  await vi.advanceTimersByTimeAsync(500);
  expect(ended).not.toHaveBeenCalled();
  guard.noteSaved(2);
  await saved;
});

it('a window that may close after a while does so also if something was saved meanwhile', async () => {
  const { guard, proceed, quit, save } = ownGuard();
  quit();
  const saved = save();
  guard.noteSaved(1);
  await saved;
  vi.advanceTimersByTime(10_000);
  expect(proceed).toHaveBeenCalledExactlyOnceWith(true);
});

it('a window that is closed into the tray is hidden once what was typed is saved, and asks nothing', async () => {
  const { guard, tray, hide, ask, proceed, close } = ownGuard();
  tray.isUsed = true;
  expect(close()).toBe(false);
  expect(ask).toHaveBeenCalledExactlyOnceWith(1);
  expect(hide).not.toHaveBeenCalled();
  guard.noteSaved(1);
  await vi.waitFor(() => expect(hide).toHaveBeenCalledOnce());
  expect(proceed).not.toHaveBeenCalled();
});

it('quitting does not end in the tray, and its question is put in front of the user', () => {
  const { guard, tray, hide, ask, onQuestion, proceed, quit, close } = ownGuard();
  tray.isUsed = true;
  expect(quit()).toBe(false);
  expect(ask).toHaveBeenCalledExactlyOnceWith(null);
  expect(onQuestion).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1_000);
  expect(onQuestion).toHaveBeenCalledOnce();
  guard.allowClose();
  expect(proceed).toHaveBeenCalledExactlyOnceWith(true);
  expect([quit(), close()]).toEqual([true, true]);
  expect(hide).not.toHaveBeenCalled();
});

it('a page that has nothing to ask is not put in front of the user', () => {
  const { guard, onQuestion, quit } = ownGuard();
  quit();
  guard.allowClose();
  vi.advanceTimersByTime(3_600_000);
  expect(onQuestion).not.toHaveBeenCalled();
});

it('an application that ends closes the window that would go into the tray', () => {
  const { guard, tray, close } = ownGuard();
  tray.isUsed = true;
  guard.letGo();
  expect(close()).toBe(true);
});

it('lets every window go once the application ends', () => {
  const { guard, ask, close, quit } = ownGuard();
  guard.letGo();
  expect([close(), quit()]).toEqual([true, true]);
  expect(ask).not.toHaveBeenCalled();
});
