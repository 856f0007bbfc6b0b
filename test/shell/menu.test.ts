import type { MenuItemConstructorOptions } from 'electron';
import { expect, it, vi } from 'vitest';
import { type CommandId, commandIds, commands, titleOfCommand } from '../../electron/contract/commands.ts';
import { type MenuOptions, menuTemplate } from '../../electron/shell/menu.ts';

type Item = {
  role?: string;
  label?: string;
  visible?: boolean;
  accelerator?: string;
  registerAccelerator?: boolean;
  click: Click;
};
type Click = (item: null, window: object | undefined, event: { triggeredByAccelerator?: boolean }) => void;

const menuOn = (platform: string, options: Partial<MenuOptions> = {}) =>
  menuTemplate({ platform, usesSingleKeys: true, run: () => undefined, checkForUpdates: null, ...options });

const itemsIn = ({ submenu }: MenuItemConstructorOptions) =>
  Array.isArray(submenu) ? (submenu as unknown as Item[]) : [];

const itemOf = (platform: string, id: CommandId, options: Partial<MenuOptions> = {}): Item => {
  const found = menuOn(platform, options)
    .flatMap(itemsIn)
    .find(({ label }) => label === titleOfCommand(id));
  if (!found) throw new Error(`${id} is in no menu`);
  return found;
};

it.each([
  ['darwin', ['appMenu', 'fileMenu', 'editMenu', 'View', 'Ticket', 'windowMenu', 'help']],
  ['win32', ['fileMenu', 'editMenu', 'View', 'Ticket', 'windowMenu', 'help']],
])('on %s a window can be closed by its key', (platform, roles) => {
  expect(menuOn(platform).map(({ role, label }) => role ?? label)).toEqual(roles);
});

it.each(['darwin', 'win32', 'linux'])('on %s every command of a menu is in exactly one', (platform) => {
  const labels = menuOn(platform)
    .flatMap(itemsIn)
    .map(({ label }) => label);
  for (const id of commandIds) {
    const times = labels.filter((label) => label === titleOfCommand(id)).length;
    expect(times, id).toBe(commands[id].isInMenu ? 1 : 0);
  }
});

it.each([
  ['darwin', 'appMenu'],
  ['win32', 'fileMenu'],
  ['linux', 'fileMenu'],
])('on %s the settings are in the menu %s, and quitting stays there', (platform, role) => {
  const run = vi.fn();
  const menu = menuOn(platform, { run }).find((each) => each.role === role);
  const items = menu ? itemsIn(menu) : [];
  const settings = items.find(({ label }) => label === 'Settings…');
  expect(settings?.accelerator).toBe('CommandOrControl+,');
  settings?.click(null, {}, {});
  expect(run).toHaveBeenCalledExactlyOnceWith('settings');
  expect(items.at(-1)?.role).toBe('quit');
});

it('keys are shown and not taken: the page runs them', () => {
  const accelerators = menuOn('linux')
    .flatMap(itemsIn)
    .filter(({ accelerator, role }) => accelerator !== undefined && role === undefined);
  expect(accelerators.length).toBeGreaterThan(20);
  expect(accelerators.filter(({ registerAccelerator }) => registerAccelerator !== false)).toEqual([]);
  expect(itemOf('linux', 'search').accelerator).toBe('CommandOrControl+F');
  expect(itemOf('linux', 'showOutbox').accelerator).toBe('CommandOrControl+Shift+O');
});

it.each([
  ['zoomIn', ['CommandOrControl+=', 'CommandOrControl+numadd']],
  ['zoomOut', ['CommandOrControl+numsub']],
  ['resetZoom', ['CommandOrControl+num0']],
])(
  '%s has Electron’s own key, and those of other keyboards and of the number pad, which are not shown',
  (role, keys) => {
    const [shown, ...hidden] = menuOn('linux')
      .flatMap(itemsIn)
      .filter((item) => item.role === role);
    expect(shown).toMatchObject({ label: expect.any(String) });
    expect(shown).not.toHaveProperty('accelerator');
    expect(hidden.map(({ accelerator }) => accelerator)).toEqual(keys);
    expect(hidden.filter(({ visible }) => visible !== false)).toEqual([]);
  },
);

it('a single letter is shown where it works, and never on macOS, where the menu would take it', () => {
  expect(itemOf('linux', 'newTicket').accelerator).toBe('N');
  expect(itemOf('linux', 'newTicket', { usesSingleKeys: false }).accelerator).toBeUndefined();
  expect(itemOf('darwin', 'newTicket').accelerator).toBeUndefined();
  expect(itemOf('darwin', 'syncNow').accelerator).toBe('F5');
});

it('a key that the page has seen runs nothing again, and one without a page runs its command', () => {
  const run = vi.fn();
  const { click } = itemOf('darwin', 'palette', { run });
  click(null, {}, { triggeredByAccelerator: true });
  expect(run).not.toHaveBeenCalled();
  click(null, undefined, { triggeredByAccelerator: true });
  click(null, {}, { triggeredByAccelerator: false });
  expect(run.mock.calls).toEqual([['palette'], ['palette']]);
});
