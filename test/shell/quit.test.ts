import { expect, it, onTestFinished, vi } from 'vitest';
import { QuitSequence } from '../../electron/shell/quit.ts';

function ownSequence(mayStart = true) {
  let close: () => void = () => undefined;
  const closed = new Promise<void>((resolve) => {
    close = resolve;
  });
  const calls: string[] = [];
  const noted = (name: string) => vi.fn(() => void calls.push(name));
  const preventDefault = vi.fn();
  const quit = () => sequence.onBeforeQuit({ preventDefault });
  const options = {
    mayStart: () => mayStart,
    savePage: vi.fn(async () => void calls.push('saved')),
    closeAll: vi.fn(() => closed.then(() => void calls.push('closed'))),
    quit: vi.fn(() => void quit()),
    exit: noted('exited'),
    relaunch: vi.fn(),
  };
  const sequence = new QuitSequence(options);
  return { sequence, ...options, close, preventDefault, quit, calls, noted };
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

it('an end of another kind comes when everything is closed, and not at all when the user stays', async () => {
  const test = ownSequence();
  test.sequence.quitThen(test.noted('installed'));
  expect(test.calls).toEqual([]);
  test.close();
  await vi.waitFor(() => expect(test.calls).toEqual(['closed', 'installed']));

  const staying = ownSequence(false);
  staying.sequence.quitThen(staying.noted('installed'));
  staying.sequence.stay();
  staying.close();
  await staying.sequence.endWithSystem();
  expect(staying.calls).toEqual(['saved', 'closed', 'exited']);
});

it('the system’s end asks nobody: what was typed is saved first, and the rest is cut short', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const { sequence, calls, closeAll, preventDefault, quit } = ownSequence(false);
  const ended = sequence.endWithSystem();
  await vi.waitFor(() => expect(closeAll).toHaveBeenCalledOnce());
  await quit(); // as macOS goes on to ask
  expect(preventDefault).toHaveBeenCalledOnce();
  expect(calls).toEqual(['saved']);
  await vi.advanceTimersByTimeAsync(2_500); // nothing closes
  await ended;
  expect(calls).toEqual(['saved', 'exited']);
});

it('the system’s end puts an end to a quit that takes its time, and installs nothing', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const { sequence, calls, close, noted } = ownSequence();
  sequence.quitThen(noted('installed'));
  const ended = sequence.endWithSystem();
  await vi.advanceTimersByTimeAsync(2_500);
  await ended;
  expect(calls).toEqual(['exited']);
  close();
  await vi.advanceTimersByTimeAsync(1);
  expect(calls).toEqual(['exited', 'closed']);
});
