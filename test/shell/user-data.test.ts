import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { placeUserData } from '../../electron/shell/user-data.ts';

const app = vi.hoisted(() => ({ setPath: vi.fn(), commandLine: { hasSwitch: vi.fn() } }));
vi.mock('electron', () => ({ app }));

beforeEach(() => {
  app.setPath.mockReset();
  app.commandLine.hasSwitch.mockReset().mockReturnValue(false);
  vi.stubEnv('LOCALAPPDATA', 'C:\\Users\\Jörg Müller\\AppData\\Local');
  onTestFinished(() => void vi.unstubAllEnvs());
});

function placeOn(platform: NodeJS.Platform): void {
  const { platform: before } = process;
  Object.defineProperty(process, 'platform', { value: platform });
  onTestFinished(() => void Object.defineProperty(process, 'platform', { value: before }));
  placeUserData();
}

it('on Windows the data stay on this computer', () => {
  placeOn('win32');
  const folder = 'C:\\Users\\Jörg Müller\\AppData\\Local\\Colodesk';
  expect(app.setPath).toHaveBeenCalledExactlyOnceWith('userData', folder);
});

it.each(['linux', 'darwin'] as const)('on %s they are where the system has them', (platform) => {
  placeOn(platform);
  expect(app.setPath).not.toHaveBeenCalled();
});

it('a folder that the command line names counts', () => {
  app.commandLine.hasSwitch.mockReturnValue(true);
  placeOn('win32');
  expect(app.setPath).not.toHaveBeenCalled();
});
