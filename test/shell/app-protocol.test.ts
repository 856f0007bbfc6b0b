import { expect, it, vi } from 'vitest';
import { guardPages, pageOrigin } from '../../electron/shell/app-protocol.ts';

const app = vi.hoisted(() => ({ on: vi.fn() }));
vi.mock('electron', () => ({ app }));

it('no session downloads a dictionary', () => {
  guardPages();
  const session = { setSpellCheckerEnabled: vi.fn(), setSpellCheckerDictionaryDownloadURL: vi.fn() };
  for (const [event, listener] of app.on.mock.calls) if (event === 'session-created') listener(session);
  expect(session.setSpellCheckerEnabled).toHaveBeenCalledExactlyOnceWith(false);
  expect(session.setSpellCheckerDictionaryDownloadURL).toHaveBeenCalledExactlyOnceWith('app://no-dictionaries/');
});

/** Whether a page at one address may go to another. */
function mayNavigate(from: string, to: string): boolean {
  app.on.mockClear();
  guardPages();
  const listeners = new Map<string, (event: { url: string; preventDefault(): void }) => void>();
  const contents = {
    on: (event: string, listener: (event: { url: string; preventDefault(): void }) => void) =>
      listeners.set(event, listener),
    getURL: () => from,
    setWindowOpenHandler: vi.fn(),
    session: {
      setPermissionRequestHandler: vi.fn(),
      setPermissionCheckHandler: vi.fn(),
      setDevicePermissionHandler: vi.fn(),
    },
  };
  for (const [event, listener] of app.on.mock.calls) if (event === 'web-contents-created') listener({}, contents);
  const preventDefault = vi.fn();
  listeners.get('will-navigate')?.({ url: to, preventDefault });
  return preventDefault.mock.calls.length === 0;
}

it('the page may load itself anew', () => {
  expect(mayNavigate(`${pageOrigin}/`, `${pageOrigin}/`)).toBe(true);
});

it.each([
  [`${pageOrigin}/`, `${pageOrigin}/index.html`],
  [`${pageOrigin}/`, `${pageOrigin}/?reload`],
  [`${pageOrigin}/`, `${pageOrigin}//`],
  [`${pageOrigin}/`, `${pageOrigin}.example/`],
  [`${pageOrigin}/`, 'https://colodesk/'],
  [`${pageOrigin}/`, 'file:///etc/passwd'],
  [`${pageOrigin}/index.html`, `${pageOrigin}/index.html`],
  ['app://paper/1', 'app://paper/1'],
  ['viewer://1/', 'viewer://1/'],
  ['viewer://1/', `${pageOrigin}/`],
  ['', `${pageOrigin}/`],
])('no page goes from %s to %s', (from, to) => {
  expect(mayNavigate(from, to)).toBe(false);
});
