import { beforeEach, expect, it, vi } from 'vitest';
import { defaultSettings } from '../../electron/contract/settings.ts';
import { frameBasis } from '../../renderer/picture.tsx';
import { resetAccountStores } from '../../renderer/state/account-store.ts';
import { setLayout } from '../../renderer/state/layout.ts';
import { useSettings } from '../../renderer/state/settings.ts';

beforeEach(() => {
  vi.stubGlobal('innerWidth', 1_280);
  vi.stubGlobal('innerHeight', 800);
  vi.stubGlobal('devicePixelRatio', 1);
  vi.stubGlobal('window', { desk: { settings: { change: vi.fn(), read: vi.fn() } } });
  vi.useFakeTimers();
  resetAccountStores();
  useSettings.setState(defaultSettings);
});

it.each<[string, () => void]>([
  ['the views are folded', () => useSettings.setState({ foldsViews: true })],
  ['single letters are no shortcuts any more', () => useSettings.setState({ usesSingleKeys: false })],
  ['the list has another density', () => setLayout({ ...defaultSettings.layout, density: 'compact' })],
  ['the window has another width', () => vi.stubGlobal('innerWidth', 900)],
])('the frame of a picture is drawn anew once %s', (_, change) => {
  const before = frameBasis();
  expect(frameBasis()).toBe(before);
  change();
  expect(frameBasis()).not.toBe(before);
});
