import { expect, it, vi } from 'vitest';
import { openPolicy, type Policy } from '../../electron/contract/policy.ts';
import { Presence } from '../../electron/shell/presence.ts';

function ownPresence({ policy = {}, platform = 'win32' }: { policy?: Partial<Policy>; platform?: string } = {}) {
  const tray = { set: vi.fn() };
  const setLoginItem = vi.fn();
  const onNoTray = vi.fn();
  const presence = new Presence({ policy: { ...openPolicy, ...policy }, tray, setLoginItem, onNoTray, platform });
  const follow = (staysInTray: boolean, startsWithSystem: boolean) =>
    presence.follow({ staysInTray, startsWithSystem });
  return { presence, tray, setLoginItem, onNoTray, follow };
}

it('neither stays nor starts by itself at first, and leaves the system as it is', () => {
  const { presence, tray, setLoginItem, onNoTray, follow } = ownPresence();
  expect(presence.hidesWindow).toBe(false);
  follow(false, false);
  expect(presence.hidesWindow).toBe(false);
  expect(tray.set).toHaveBeenLastCalledWith(false);
  expect(setLoginItem).not.toHaveBeenCalled();
  expect(onNoTray).toHaveBeenCalledOnce();
});

it('follows the settings as they change', () => {
  const { presence, tray, setLoginItem, onNoTray, follow } = ownPresence();
  follow(false, false);
  follow(true, false);
  expect([presence.hidesWindow, tray.set.mock.lastCall, setLoginItem.mock.calls]).toEqual([true, [true], []]);
  follow(true, true);
  expect(setLoginItem).toHaveBeenLastCalledWith({ staysInTray: true, startsWithSystem: true });
  follow(false, true); // the window is shown at the next start
  expect(setLoginItem).toHaveBeenLastCalledWith({ staysInTray: false, startsWithSystem: true });
  follow(false, false);
  expect(setLoginItem).toHaveBeenLastCalledWith({ staysInTray: false, startsWithSystem: false });
  expect(setLoginItem).toHaveBeenCalledTimes(3);
  expect(onNoTray).toHaveBeenCalledOnce();
});

it('what the user changed in the system’s own settings stays, unless the IT department decided', () => {
  const user = ownPresence();
  user.follow(true, true);
  expect(user.setLoginItem).not.toHaveBeenCalled();
  expect(user.onNoTray).not.toHaveBeenCalled();

  const policy = ownPresence({ policy: { startsWithSystem: true, staysInTray: true } });
  policy.follow(false, false);
  policy.follow(false, true);
  expect(policy.presence.hidesWindow).toBe(true);
  expect(policy.setLoginItem.mock.calls).toEqual([[{ staysInTray: true, startsWithSystem: true }]]);

  const forbidden = ownPresence({ policy: { startsWithSystem: false, staysInTray: false } });
  forbidden.follow(true, true);
  expect(forbidden.presence.hidesWindow).toBe(false);
  expect(forbidden.setLoginItem.mock.calls).toEqual([[{ staysInTray: false, startsWithSystem: false }]]);
});

it('on Linux the entry is written at each start, since the program may have been moved', () => {
  const { setLoginItem, follow } = ownPresence({ platform: 'linux' });
  follow(true, true);
  expect(setLoginItem).toHaveBeenCalledOnce();
});

it('on macOS a window closes as usual', () => {
  const { presence, follow } = ownPresence({ platform: 'darwin' });
  follow(true, false);
  expect(presence.hidesWindow).toBe(false);
});
