import type { EventEmitter } from 'node:events';
import { beforeEach, expect, it, vi } from 'vitest';
import { askProxyCredentials, credentialsIn, formFor } from '../../electron/shell/proxy-dialog.ts';

/** The page of each window that was opened. */
const pages: EventEmitter[] = vi.hoisted(() => []);
vi.mock('electron', async () => {
  const { EventEmitter } = await import('node:events');
  class BrowserWindow extends EventEmitter {
    readonly webContents = new EventEmitter();
    readonly removeMenu = () => undefined;
    readonly loadURL = async () => undefined;
    constructor() {
      super();
      pages.push(this.webContents);
    }
    close(): void {
      this.emit('closed');
    }
  }
  return { BrowserWindow, session: { fromPartition: () => ({}) } };
});

beforeEach(() => void pages.splice(0));

it('reads what the form sends, and nothing else', () => {
  const target = 'https://proxy-sign-in.invalid/';
  expect(credentialsIn(`${target}?user=j%C3%B6rg&password=a%26b+c`)).toEqual({ user: 'jörg', password: 'a&b c' });
  expect(credentialsIn(`${target}?user=&password=x`)).toBeNull();
  expect(credentialsIn('https://evil.example/?user=u&password=p')).toBeNull();
});

it('shows the proxy’s name as text, and runs no script', () => {
  const form = formFor({ host: '"><script>alert(1)</script>', isRefused: false });
  expect(form).not.toContain('<script');
  expect(form).toContain("default-src 'none'");
  expect(formFor({ host: 'proxy', isRefused: true })).toContain('did not accept');
});

it('can be left without an answer by a button, which is no way to send it by Enter', () => {
  const [send, leave, ...others] = formFor({ host: 'proxy', isRefused: false }).match(/<button.*?<\/button>/g) ?? [];
  expect(send).toBe('<button>Sign in</button>');
  expect(leave).toBe('<button name="left" formnovalidate>Cancel</button>');
  expect(others).toEqual([]);
  expect(credentialsIn('https://proxy-sign-in.invalid/?user=u&password=p&left=')).toBeNull();
});

it.each([
  ['Escape', 'keyDown', null],
  ['e', 'keyDown', { user: 'u', password: 'p' }],
  ['Escape', 'keyUp', { user: 'u', password: 'p' }],
])('the key %s (%s) ends it with %j', async (key, type, answer) => {
  const asked = askProxyCredentials(undefined, { host: 'proxy', isRefused: false });
  pages[0]?.emit('before-input-event', {}, { key, type });
  pages[0]?.emit('will-navigate', { url: 'https://proxy-sign-in.invalid/?user=u&password=p' });
  expect(await asked).toEqual(answer);
});
