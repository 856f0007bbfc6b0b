import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { watchPage } from '../../electron/shell/page-watch.ts';

type Asked = { signal?: AbortSignal; message: string };

const showMessageBox = vi.hoisted(() => vi.fn());
vi.mock('electron', () => ({ dialog: { showMessageBox } }));

/** Answers the question whenever the test says so, or as the system does when it is taken back. */
let answer: (button: number) => void = () => undefined;
beforeEach(() => {
  showMessageBox.mockReset();
  showMessageBox.mockImplementation(
    (_window: unknown, { signal }: Asked) =>
      new Promise((resolve) => {
        answer = (response) => resolve({ response });
        signal?.addEventListener('abort', () => resolve({ response: 1 }));
      }),
  );
});

function ownPage() {
  const contents = Object.assign(new EventEmitter(), { reload: vi.fn(), forcefullyCrashRenderer: vi.fn() });
  const close = vi.fn();
  watchPage({ webContents: contents, close, isDestroyed: () => false } as unknown as BrowserWindow);
  return Object.assign(contents, { close });
}

it('reloads a page whose process ended; when it ends again and again, the user decides', async () => {
  const page = ownPage();
  const end = (reason: string) => page.emit('render-process-gone', {}, { reason });
  end('clean-exit');
  expect(page.reload).not.toHaveBeenCalled();
  for (let time = 0; time < 3; time++) end('crashed');
  expect(page.reload).toHaveBeenCalledTimes(3);
  expect(showMessageBox).not.toHaveBeenCalled();
  end('crashed');
  expect(page.reload).toHaveBeenCalledTimes(3);
  const asked = showMessageBox.mock.calls[0]?.[1] as Asked | undefined;
  expect(asked?.message).toBe('The window failed several times');
  answer(0);
  await vi.waitFor(() => expect(page.reload).toHaveBeenCalledTimes(4));
  end('crashed');
  expect(showMessageBox).toHaveBeenCalledTimes(2);
  answer(1);
  await vi.waitFor(() => expect(page.close).toHaveBeenCalledOnce());
  expect(page.reload).toHaveBeenCalledTimes(4);
});

it('reloads it later on, although the clock was set back meanwhile', () => {
  vi.useFakeTimers({ toFake: ['Date', 'performance'] });
  onTestFinished(() => void vi.useRealTimers());
  const page = ownPage();
  for (let time = 0; time < 5; time++) page.emit('render-process-gone', {}, { reason: 'crashed' });
  vi.setSystemTime(Date.now() - 24 * 60 * 60_000);
  vi.advanceTimersByTime(61_000);
  page.emit('render-process-gone', {}, { reason: 'crashed' });
  expect(page.reload).toHaveBeenCalledTimes(4);
});

it('asks once about a page that does not respond, and ends its process only when the user wants that', async () => {
  const page = ownPage();
  page.emit('unresponsive');
  page.emit('unresponsive');
  expect(showMessageBox).toHaveBeenCalledTimes(1);
  answer(1);
  await vi.waitFor(() => {
    page.emit('unresponsive');
    expect(showMessageBox).toHaveBeenCalledTimes(2);
  });
  expect(page.forcefullyCrashRenderer).not.toHaveBeenCalled();
  answer(0);
  await vi.waitFor(() => expect(page.forcefullyCrashRenderer).toHaveBeenCalledTimes(1));
});

it('takes the question back when the page responds again', async () => {
  const page = ownPage();
  page.emit('unresponsive');
  page.emit('responsive');
  await vi.waitFor(() => {
    page.emit('unresponsive');
    expect(showMessageBox).toHaveBeenCalledTimes(2);
  });
  expect(page.forcefullyCrashRenderer).not.toHaveBeenCalled();
});
