import type { EventEmitter } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { projectFolder } from '../../build/run.ts';
import { MainWindow } from '../../electron/shell/window.ts';
import { ownFolder } from '../support/folder.ts';

vi.mock('electron', async () => {
  const { EventEmitter } = await import('node:events');
  class BrowserWindow extends EventEmitter {
    readonly webContents = Object.assign(new EventEmitter(), {
      getZoomFactor: () => 1,
      mainFrame: { executeJavaScript: async () => undefined },
    });
    readonly loadURL = async () => undefined;
    readonly isDestroyed = () => false;
    readonly isMinimized = () => false;
    readonly isMaximized = () => false;
    readonly getNormalBounds = () => ({ x: 0, y: 0, width: 800, height: 600 });
    readonly show = vi.fn();
    readonly focus = vi.fn();
    readonly close = vi.fn(() => {
      this.emit('close', { defaultPrevented: false });
      this.emit('closed');
    });
  }
  const screenOf = { id: 1, workArea: { x: 0, y: 0, width: 1_000, height: 800 } };
  return {
    app: { isPackaged: true, getSystemLocale: () => 'en-GB', getLocale: () => 'en-GB' },
    BrowserWindow,
    nativeTheme: { shouldUseDarkColors: false },
    screen: { getPrimaryDisplay: () => screenOf, getAllDisplays: () => [screenOf] },
    session: { fromPartition: () => ({}) },
  };
});

async function openWindow() {
  const window = new MainWindow('preload.cjs', join(await ownFolder(), 'window.json'));
  window.open();
  const opened = window.current;
  if (!opened) throw new Error('no window was opened');
  return { window, opened };
}

it('an application that ends closes its window, and neither shows it again nor opens another', async () => {
  const { window, opened } = await openWindow();
  window.end();
  expect(opened.close).toHaveBeenCalledOnce();
  expect(window.current).toBeUndefined();
  window.comeForward();
  window.end();
  expect(window.current).toBeUndefined();
  expect(opened.show).not.toHaveBeenCalled();
});

it.each([
  ['is loaded anew', 'did-navigate'],
  ['has ended', 'render-process-gone'],
] as const)('what a page is to do while it %s waits until it is there again', async (_, event) => {
  const { window, opened } = await openWindow();
  const work = vi.fn();
  window.comeForwardThen(work);
  expect(work).not.toHaveBeenCalled();
  window.markPainted();
  expect(work).toHaveBeenCalledTimes(1);
  window.comeForwardThen(work);
  expect(work).toHaveBeenCalledTimes(2);
  (opened.webContents as EventEmitter).emit(event);
  window.comeForwardThen(work);
  expect(work).toHaveBeenCalledTimes(2);
  window.markPainted();
  expect(work).toHaveBeenCalledTimes(3);
});

const read = (file: string) => readFile(join(projectFolder, file), 'utf8');

it('behind the page lies the page’s own ground', async () => {
  const [, light, dark] = /--ground: light-dark\((#\w+), (#\w+)\)/.exec(await read('renderer/tokens.css')) ?? [];
  expect(await read('electron/shell/window.ts')).toContain(`{ light: '${light}', dark: '${dark}' }`);
});
