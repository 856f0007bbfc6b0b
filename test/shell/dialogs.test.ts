import { parse, sep } from 'node:path';
import { beforeEach, expect, it, vi } from 'vitest';

const openExternal = vi.fn(async () => undefined);
const showMessageBox = vi.fn(async () => ({ response: 1 }));
const showOpenDialog = vi.fn();
const showSaveDialog = vi.fn(async () => ({ canceled: true, filePath: '' }));
const app = { getPath: () => '' };
vi.mock('electron', () => ({
  app,
  shell: { openExternal },
  dialog: { showMessageBox, showOpenDialog, showSaveDialog },
}));
const { Dialogs, safeWebLink } = await import('../../electron/shell/dialogs.ts');

const dialogs = new Dialogs({ current: undefined });

beforeEach(() => {
  openExternal.mockClear();
  showMessageBox.mockClear();
});

it.each([
  '',
  'http://tickets.example',
  'javascript:alert(1)',
  'file:///etc/passwd',
  'smb://server/share',
  'ms-settings:privacy',
  'colodesk://ticket/WO1',
  'https://',
  'https://user:password@tickets.example',
  'https://paypal.com@evil.example',
  'https:\\\\evil.example',
  'https://a.example\\@evil.example',
  ' https://a.example',
  'https://a.example/\n--flag',
  'https://a.example/\u0000',
  'data:text/html,https://a.example',
])('refuses %j without a question', async (link) => {
  expect(safeWebLink(link)).toBeNull();
  await expect(dialogs.openLink(link)).rejects.toMatchObject({ problem: { kind: 'link-refused' } });
  expect(showMessageBox).not.toHaveBeenCalled();
  expect(openExternal).not.toHaveBeenCalled();
});

it('says of a link that is too long for the system that it can be copied', async () => {
  const link = `https://tickets.example/${'x'.repeat(2_000)}`;
  await expect(dialogs.openLink(link)).rejects.toMatchObject({
    problem: {
      kind: 'link-refused',
      message: expect.stringContaining('too long'),
      todo: expect.stringContaining('copy'),
    },
  });
  expect(showMessageBox).not.toHaveBeenCalled();
});

it('opens only what the user agreed to, and names the real server', async () => {
  await dialogs.openLink('https://xn--80ak6aa92e.com/x');
  expect(showMessageBox).toHaveBeenCalledWith(
    expect.objectContaining({ message: expect.stringContaining('xn--80ak6aa92e.com') }),
  );
  expect(openExternal).not.toHaveBeenCalled();
  showMessageBox.mockResolvedValueOnce({ response: 0 });
  await dialogs.openLink('https://tickets.example/x');
  expect(openExternal).toHaveBeenCalledExactlyOnceWith('https://tickets.example/x');
});

it('says of a link that the system does not open that it can be copied', async () => {
  showMessageBox.mockResolvedValueOnce({ response: 0 });
  openExternal.mockRejectedValueOnce(new Error('Failed to open: no application is registered'));
  await expect(dialogs.openLink('https://tickets.example/x')).rejects.toMatchObject({
    problem: {
      kind: 'link-refused',
      message: expect.stringContaining('browser'),
      todo: expect.stringContaining('copy'),
    },
  });
});

it.each([
  [`${sep}home${sep}Cage 4`, 'Cage 4'],
  [parse(process.cwd()).root, parse(process.cwd()).root],
])('a folder that is chosen has a name, and so has a whole disk: %j', async (path, name) => {
  showOpenDialog.mockResolvedValueOnce({ canceled: false, filePaths: [path] });
  const chosen = await dialogs.chooseFolder();
  expect(chosen?.name).toBe(name);
  expect(dialogs.folder(chosen?.folderId ?? '')).toBe(path);
});

it.each([
  ['win32', 'Käfig 4.pdf', [{ name: 'PDF', extensions: ['pdf'] }]],
  ['darwin', 'backup.tar.gz', [{ name: 'GZ', extensions: ['gz'] }]],
  ['win32', 'README', []],
  ['win32', 'v1.2 of the plan', []],
  ['linux', 'Käfig 4.pdf', []],
] as const)(
  'on %s a file that is suggested as %j keeps its kind under another name',
  async (platform, name, filters) => {
    showSaveDialog.mockClear();
    await new Dialogs({ current: undefined }, platform).askSavePath(name);
    expect(showSaveDialog).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ filters }));
  },
);
