import { expect, it, onTestFinished, vi } from 'vitest';
import { setMenu } from '../../electron/shell/menu.ts';

type Item = { role?: string; label?: string; accelerator?: string; submenu?: Item[]; click?: () => void };
const shown: Item[][] = vi.hoisted(() => []);
vi.mock('electron', () => ({
  Menu: {
    buildFromTemplate: (template: Item[]) => template,
    setApplicationMenu: (template: Item[]) => shown.push(template),
  },
}));

function menuOn(platform: string, openHelp: (page: string) => void = () => undefined): Item[] {
  const { platform: before } = process;
  Object.defineProperty(process, 'platform', { value: platform });
  onTestFinished(() => void Object.defineProperty(process, 'platform', { value: before }));
  setMenu(openHelp, null);
  return shown.at(-1) ?? [];
}

it.each([
  ['darwin', ['appMenu', 'fileMenu', 'editMenu', undefined, 'windowMenu', 'help']],
  ['win32', ['fileMenu', 'editMenu', undefined, 'windowMenu', 'help']],
])('on %s a window can be closed by its key', (platform, roles) => {
  expect(menuOn(platform).map(({ role }) => role)).toEqual(roles);
});

it.each([
  ['darwin', 'appMenu'],
  ['win32', 'fileMenu'],
  ['linux', 'fileMenu'],
])('on %s the settings are in the menu %s, and quitting stays there', (platform, role) => {
  const openHelp = vi.fn();
  const items = menuOn(platform, openHelp).find((menu) => menu.role === role)?.submenu ?? [];
  const settings = items.find(({ label }) => label === 'Settings…');
  expect(settings?.accelerator).toBe('CommandOrControl+,');
  settings?.click?.();
  expect(openHelp).toHaveBeenCalledExactlyOnceWith('settings');
  expect(items.at(-1)?.role).toBe('quit');
});
