import { expect, it, vi } from 'vitest';
import { QuitSequence } from '../../electron/shell/quit.ts';

function ownEnding(mayBegin = true) {
  let close: () => void = () => undefined;
  const closed = new Promise<void>((resolve) => {
    close = resolve;
  });
  const options = { mayBegin: () => mayBegin, close: vi.fn(() => closed), end: vi.fn(), startAnew: vi.fn() };
  const ending = new QuitSequence(options);
  const preventDefault = vi.fn();
  const quit = () => ending.onQuit({ preventDefault });
  return { ending, ...options, close, closing: options.close, preventDefault, quit };
}

it('closes what is open once, ends then, and lets the last quit pass', async () => {
  const { closing, close, end, preventDefault, quit } = ownEnding();
  const quitting = quit();
  await quit();
  expect(preventDefault).toHaveBeenCalledTimes(2);
  expect(end).not.toHaveBeenCalled();
  close();
  await quitting;
  expect(end).toHaveBeenCalledOnce();
  await quit();
  expect(preventDefault).toHaveBeenCalledTimes(2);
  expect(closing).toHaveBeenCalledOnce();
});

it('ends nothing while the page has to be asked', async () => {
  const { closing, preventDefault, quit, ending, startAnew } = ownEnding(false);
  await quit();
  expect(preventDefault).toHaveBeenCalledOnce();
  expect(closing).not.toHaveBeenCalled();
  const work = vi.fn();
  ending.show(work, []);
  expect([work.mock.calls.length, startAnew.mock.calls.length]).toEqual([1, 0]);
});

it('what is to be shown while it ends is for the next application', async () => {
  const { ending, startAnew, quit, close } = ownEnding();
  const work = vi.fn();
  ending.show(work, ['first']);
  expect(work).toHaveBeenCalledOnce();
  const quitting = quit();
  ending.show(work, ['--user-data-dir=x']);
  expect(work).toHaveBeenCalledOnce();
  expect(startAnew).toHaveBeenCalledExactlyOnceWith(['--user-data-dir=x']);
  close();
  await quitting;
});
