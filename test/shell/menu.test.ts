import { expect, it, onTestFinished, vi } from 'vitest';
import { setMenu } from '../../electron/shell/menu.ts';

const shown: { role?: string }[][] = vi.hoisted(() => []);
vi.mock('electron', () => ({
  Menu: {
    buildFromTemplate: (template: { role?: string }[]) => template,
    setApplicationMenu: (template: { role?: string }[]) => shown.push(template),
  },
}));

it.each([
  ['darwin', ['appMenu', 'fileMenu', 'editMenu', undefined, 'windowMenu', 'help']],
  ['win32', ['fileMenu', 'editMenu', undefined, 'windowMenu', 'help']],
])('on %s a window can be closed by its key', (platform, roles) => {
  const { platform: before } = process;
  Object.defineProperty(process, 'platform', { value: platform });
  onTestFinished(() => void Object.defineProperty(process, 'platform', { value: before }));
  setMenu(() => undefined, null);
  expect(shown.at(-1)?.map(({ role }) => role)).toEqual(roles);
});
