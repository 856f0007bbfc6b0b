import { expect, it, vi } from 'vitest';
import { guardPages } from '../../electron/shell/app-protocol.ts';

const app = vi.hoisted(() => ({ on: vi.fn() }));
vi.mock('electron', () => ({ app }));

it('no session downloads a dictionary', () => {
  guardPages();
  const session = { setSpellCheckerEnabled: vi.fn(), setSpellCheckerDictionaryDownloadURL: vi.fn() };
  for (const [event, listener] of app.on.mock.calls) if (event === 'session-created') listener(session);
  expect(session.setSpellCheckerEnabled).toHaveBeenCalledExactlyOnceWith(false);
  expect(session.setSpellCheckerDictionaryDownloadURL).toHaveBeenCalledExactlyOnceWith('app://no-dictionaries/');
});
