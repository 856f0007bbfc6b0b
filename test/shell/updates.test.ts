import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, it, vi } from 'vitest';
import { openPolicy } from '../../electron/contract/policy.ts';
import { ProblemError } from '../../electron/contract/problem.ts';
import { QuitSequence } from '../../electron/shell/quit.ts';
import { signedText } from '../../electron/shell/update-signature.ts';
import { makeUpdates, Updates } from '../../electron/shell/updates.ts';
import { ownFolder } from '../support/folder.ts';

/** What happened, in order. */
const calls: string[] = vi.hoisted(() => []);
const dialog = vi.hoisted(() => ({ showMessageBox: vi.fn() }));
const autoUpdater = vi.hoisted(() => ({ current: {} as FakeUpdater }));
vi.mock('electron', () => ({
  dialog,
  app: {
    isPackaged: true,
    getVersion: () => '1.0.0',
    releaseSingleInstanceLock: () => calls.push('lock released'),
    quit: () => calls.push('quit'),
  },
}));
vi.mock('electron-updater', () => ({
  default: {
    get autoUpdater() {
      return autoUpdater.current;
    },
  },
}));
const replacesItself = vi.hoisted(() => vi.fn(() => true));
vi.mock('../../electron/shell/installation.ts', () => ({ replacesItself }));

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const ourKey = publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
const program = 'the new version';
const sha512 = createHash('sha512').update(program).digest('base64');
const unsigned = { version: '2.0.0', files: [{ url: 'Colodesk-2.0.0.AppImage', sha512, size: 15 }] };
const release = { ...unsigned, signature: sign(null, signedText(unsigned), privateKey).toString('base64') };

/** Finds version 2.0.0 and installs it at once. */
class FakeUpdater extends EventEmitter {
  updateInfo: unknown = release;
  downloaded = program;
  file = '';
  checkForUpdates = async () => ({ isUpdateAvailable: true, updateInfo: this.updateInfo });
  async downloadUpdate(): Promise<string[]> {
    this.file = join(await ownFolder(), 'downloaded');
    await writeFile(this.file, this.downloaded);
    calls.push('downloaded');
    return [this.file];
  }
  quitAndInstall(isSilent: boolean, isRunAfter: boolean): void {
    calls.push(`installed ${isSilent ? 'silently' : ''} ${isRunAfter ? 'and started' : ''}`);
  }
}

beforeEach(() => {
  calls.length = 0;
  autoUpdater.current = new FakeUpdater();
  dialog.showMessageBox.mockReset().mockResolvedValue({ response: 0 });
});

/** Agrees to the update in an application that holds changes in its outbox. */
function restartForUpdate(mayStart: () => boolean) {
  const sequence = new QuitSequence({
    mayStart,
    savePage: async () => undefined,
    closeAll: async () => void calls.push('session closed'),
    quit: () => void sequence.onBeforeQuit({ preventDefault: () => calls.push('page asked') }),
    exit: () => calls.push('exited'),
    relaunch: () => undefined,
  });
  const window = { current: undefined };
  const restart = {
    quitThen: (end: () => void) => sequence.quitThen(end),
    relaunch: () => void calls.push('started again'),
  };
  const updates = makeUpdates(openPolicy, window, restart, ourKey);
  return { sequence, check: () => updates?.checkNow() };
}

it('installs when everything is closed and the lock is free, silently, and starts the new version', async () => {
  await restartForUpdate(() => true).check();
  await vi.waitFor(() =>
    expect(calls).toEqual([
      'downloaded',
      'page asked',
      'session closed',
      'lock released',
      'installed silently and started',
    ]),
  );
});

it('installs nothing for a user who is asked and stays', async () => {
  const { check, sequence } = restartForUpdate(() => false);
  await check();
  sequence.stay();
  await sequence.endWithSystem();
  expect(calls).toEqual(['downloaded', 'page asked', 'session closed', 'exited']);
});

it('starts the version that is there again when the new one cannot be installed', async () => {
  autoUpdater.current.quitAndInstall = () => void autoUpdater.current.emit('error', new Error('no room'));
  await restartForUpdate(() => true).check();
  await vi.waitFor(() => expect(calls.slice(-3)).toEqual(['lock released', 'started again', 'quit']));
});

const files = [{ url: 'Colodesk-2.0.0.AppImage', sha512: createHash('sha512').update('a forgery').digest('base64') }];
const strangersKey = generateKeyPairSync('ed25519').privateKey;

it.each<[string, unknown]>([
  ['has no signature', unsigned],
  ['names another program', { ...release, files }],
  ['names another version', { ...release, version: '3.0.0' }],
  ['names no file', { ...release, files: [] }],
  ['names one more file', { ...release, files: [...release.files, ...files] }],
  ['lets the installer load more', { ...release, packages: { x64: { path: 'https://evil.example/x', sha512 } } }],
  [
    'is signed by somebody else',
    { ...unsigned, signature: sign(null, signedText(unsigned), strangersKey).toString('base64') },
  ],
  ['has a broken signature', { ...release, signature: 'x' }],
])('offers no update whose list %s, and says so to whoever asks', async (_case, updateInfo) => {
  autoUpdater.current.updateInfo = updateInfo;
  await restartForUpdate(() => true).check();
  expect(calls).toEqual([]);
  expect(dialog.showMessageBox).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({ message: expect.stringContaining('not signed') }),
  );
});

it('installs no file that the signed list does not name', async () => {
  autoUpdater.current.downloaded = 'a forgery';
  await restartForUpdate(() => true).check();
  expect(calls).toEqual(['downloaded']);
});

it('installs no file that is another one by the time the user agrees, and says so instead of ending', async () => {
  dialog.showMessageBox.mockImplementation(async ({ buttons }: Electron.MessageBoxOptions) => {
    if (buttons?.[0] === 'Restart now') await writeFile(autoUpdater.current.file, 'a forgery');
    return { response: 0 };
  });
  const { check } = restartForUpdate(() => true);
  await check();
  expect(calls).toEqual(['downloaded']);
  expect(dialog.showMessageBox).toHaveBeenLastCalledWith(
    expect.objectContaining({ message: expect.stringContaining('not signed') }),
  );
});

it('there are no updates without a key to verify them', () => {
  const restart = { quitThen: () => undefined, relaunch: () => undefined };
  expect(makeUpdates(openPolicy, { current: undefined }, restart, '')).toBeNull();
});

it('there are no updates where the computer’s packages bring them', () => {
  replacesItself.mockReturnValueOnce(false);
  const restart = { quitThen: () => undefined, relaunch: () => undefined };
  expect(makeUpdates(openPolicy, { current: undefined }, restart, ourKey)).toBeNull();
});

it.each([true, false])('asks in front of the window, if that is shown: %s', async (isVisible) => {
  const current = { isVisible: () => isVisible } as Electron.BrowserWindow;
  dialog.showMessageBox.mockClear();
  dialog.showMessageBox.mockResolvedValue({ response: 1 });
  const restart = { quitThen: () => undefined, relaunch: () => undefined };
  await makeUpdates(openPolicy, { current }, restart, ourKey)?.checkNow();
  expect(dialog.showMessageBox.mock.calls).toEqual([isVisible ? [current, expect.anything()] : [expect.anything()]]);
});

it('agrees to nothing for a user who is typing when a question comes', async () => {
  await restartForUpdate(() => true).check();
  const questions = dialog.showMessageBox.mock.calls.map(([options]) => options as Electron.MessageBoxOptions);
  expect(questions).toHaveLength(2);
  for (const { buttons, defaultId = 0 } of questions) expect(buttons?.[defaultId]).toBe('Not now');
});

function ownUpdates(newest: () => Promise<string | null>, answers: { download: boolean; restart: boolean }) {
  const updater = {
    newest: vi.fn(newest),
    download: vi.fn(async () => undefined),
    installAndRestart: vi.fn(async () => undefined),
  };
  const dialogs = {
    mayDownload: vi.fn(async () => answers.download),
    mayRestart: vi.fn(async () => answers.restart),
    showUpToDate: vi.fn(async () => undefined),
    showFailure: vi.fn(async () => undefined),
  };
  const onProblem = vi.fn();
  const updates = new Updates({ updater, dialogs, onProblem, firstCheckMs: 1, intervalMs: 2 });
  return { updater, dialogs, onProblem, updates };
}

it('takes no step that was not agreed to', async () => {
  const declined = ownUpdates(async () => '2.0.0', { download: false, restart: true });
  await declined.updates.checkNow();
  expect(declined.updater.download).not.toHaveBeenCalled();

  const later = ownUpdates(async () => '2.0.0', { download: true, restart: false });
  await later.updates.checkNow();
  expect(later.updater.download).toHaveBeenCalledOnce();
  expect(later.updater.installAndRestart).not.toHaveBeenCalled();

  const agreed = ownUpdates(async () => '2.0.0', { download: true, restart: true });
  await agreed.updates.checkNow();
  expect(agreed.updater.installAndRestart).toHaveBeenCalledOnce();
});

it('by itself offers a version once, and is silent about what fails', async () => {
  let version: string | null = '2.0.0';
  const { updater, dialogs, onProblem, updates } = ownUpdates(
    async () => {
      if (version === null) throw new ProblemError('no-connection');
      return version;
    },
    { download: false, restart: false },
  );
  updates.start();
  await vi.waitUntil(() => updater.newest.mock.calls.length > 3);
  expect(dialogs.mayDownload).toHaveBeenCalledOnce();
  version = null;
  await vi.waitUntil(() => onProblem.mock.calls.length > 0);
  expect(dialogs.showFailure).not.toHaveBeenCalled();
  expect(dialogs.showUpToDate).not.toHaveBeenCalled();
  version = '2.0.1';
  await vi.waitUntil(() => dialogs.mayDownload.mock.calls.length > 1);
});

it('answers whoever asks, in every case', async () => {
  const newest = ownUpdates(async () => null, { download: true, restart: true });
  await newest.updates.checkNow();
  expect(newest.dialogs.showUpToDate).toHaveBeenCalledOnce();
  const failing = ownUpdates(() => Promise.reject(new ProblemError('tls')), { download: true, restart: true });
  await failing.updates.checkNow();
  expect(failing.dialogs.showFailure).toHaveBeenCalledWith(expect.objectContaining({ kind: 'tls' }));
});

it('tells whoever agreed to a download that it failed, and offers it again', async () => {
  const { updater, dialogs, updates } = ownUpdates(async () => '2.0.0', { download: true, restart: false });
  updater.download.mockRejectedValueOnce(new ProblemError('update-failed'));
  updates.start();
  await vi.waitUntil(() => dialogs.showFailure.mock.calls.length > 0);
  expect(dialogs.showFailure).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ kind: 'update-failed' }));
  await vi.waitUntil(() => dialogs.mayRestart.mock.calls.length > 0);
  await vi.waitUntil(() => updater.newest.mock.calls.length > 4);
  expect([dialogs.mayDownload.mock.calls.length, dialogs.mayRestart.mock.calls.length]).toEqual([2, 1]);
});

it('offers a version again that could not be installed', async () => {
  const { updater, dialogs, updates } = ownUpdates(async () => '2.0.0', { download: true, restart: true });
  updater.installAndRestart.mockRejectedValueOnce(new ProblemError('update-failed'));
  updates.start();
  await vi.waitUntil(() => updater.installAndRestart.mock.calls.length > 1);
  expect(dialogs.showFailure).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ kind: 'update-failed' }));
});

it('answers whoever asks while it checks by itself', async () => {
  let answer = (_version: string | null) => {};
  const { updater, dialogs, updates } = ownUpdates(
    () =>
      new Promise((resolve) => {
        answer = resolve;
      }),
    { download: false, restart: false },
  );
  updates.start();
  await vi.waitUntil(() => updater.newest.mock.calls.length > 0);
  await updates.checkNow();
  answer(null);
  await vi.waitUntil(() => dialogs.showUpToDate.mock.calls.length > 0);
  await vi.waitUntil(() => updater.newest.mock.calls.length > 1);
  answer(null);
  await vi.waitUntil(() => updater.newest.mock.calls.length > 2);
  expect(dialogs.showUpToDate).toHaveBeenCalledOnce();
});
