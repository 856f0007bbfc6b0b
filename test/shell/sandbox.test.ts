import { expect, it, onTestFinished, vi } from 'vitest';
import { lacksSandbox } from '../../electron/shell/sandbox.ts';

const commandLine = vi.hoisted(() => ({ hasSwitch: vi.fn() }));
vi.mock('electron', () => ({ app: { commandLine } }));

function lacksItOn(platform: NodeJS.Platform, uid: number, isSwitchedOff: boolean): boolean {
  const { platform: before, getuid } = process;
  Object.defineProperty(process, 'platform', { value: platform });
  process.getuid = () => uid;
  onTestFinished(() => {
    Object.defineProperty(process, 'platform', { value: before });
    Object.assign(process, { getuid });
  });
  commandLine.hasSwitch.mockReturnValue(isSwitchedOff);
  return lacksSandbox();
}

it.each<[string, NodeJS.Platform, number, boolean, boolean]>([
  ['an ordinary user without it', 'linux', 1_000, true, true],
  ['an ordinary user with it', 'linux', 1_000, false, false],
  ['root, who has none', 'linux', 0, true, false],
  ['another system', 'win32', 1_000, true, false],
])('%s', (_who, platform, uid, isSwitchedOff, expected) => {
  expect(lacksItOn(platform, uid, isSwitchedOff)).toBe(expected);
});
