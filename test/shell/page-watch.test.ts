import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { beforeEach, expect, it, vi } from 'vitest';
import { watchPage } from '../../electron/shell/page-watch.ts';

type Asked = { signal: AbortSignal };

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
        signal.addEventListener('abort', () => resolve({ response: 1 }));
      }),
  );
});

function ownPage() {
  const contents = Object.assign(new EventEmitter(), { reload: vi.fn(), forcefullyCrashRenderer: vi.fn() });
  watchPage({ webContents: contents } as unknown as BrowserWindow);
  return contents;
}

it('reloads a page whose process ended, but not for ever', () => {
  const page = ownPage();
  page.emit('render-process-gone', {}, { reason: 'clean-exit' });
  expect(page.reload).not.toHaveBeenCalled();
  for (let time = 0; time < 5; time++) page.emit('render-process-gone', {}, { reason: 'crashed' });
  expect(page.reload).toHaveBeenCalledTimes(3);
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
