import { expect, it, vi } from 'vitest';
import { ProblemError } from '../../electron/contract/problem.ts';
import { Updates } from '../../electron/shell/updates.ts';

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
