import { beforeEach, expect, it, vi } from 'vitest';
import { problem } from '../../electron/contract/problem.ts';
import { resetAccountStores } from '../../renderer/state/account-store.ts';
import { useProblemBanner } from '../../renderer/state/feedback.ts';
import {
  saveFile,
  saveFiles,
  setKeptFilesBudget,
  stopSaving,
  useKeptUsage,
  useSaving,
} from '../../renderer/state/kept-files.ts';
import { ticketId } from '../support/tickets.ts';

const ok = (value: unknown) => ({ ok: true, value });
const files = ['a', 'b', 'c'].map((id) => ({ id, fileName: `${id}.txt`, createdBy: '', createdOn: '' }));
const chooseFolder = vi.fn();
const save = vi.fn();
const saveInFolder = vi.fn();
const stop = vi.fn();

beforeEach(() => {
  resetAccountStores();
  saveInFolder.mockReset().mockImplementation(async ({ attachmentId }) => ok({ fileName: `${attachmentId}.txt` }));
  stop.mockReset().mockResolvedValue(ok(null));
  save.mockReset();
  chooseFolder.mockReset().mockResolvedValue(ok({ folderId: 'x', name: 'Pictures' }));
  vi.stubGlobal('window', { desk: { attachments: { chooseFolder, save, saveInFolder, stopSaving: stop } } });
});

it('a file that is saved when another account is shown says nothing there', async () => {
  save.mockResolvedValueOnce({ ok: false, problem: problem('not-found') });
  expect(await saveFile(ticketId(1), 'a')).toBeNull();
  expect(useProblemBanner.getState().problem).toMatchObject({ kind: 'not-found' });
  save.mockResolvedValueOnce(ok({ fileName: 'a.txt' }));
  expect(await saveFile(ticketId(1), 'a')).toBe('a.txt');

  save.mockResolvedValueOnce({ ok: false, problem: problem('no-open-account') });
  const saving = saveFile(ticketId(1), 'a');
  resetAccountStores();
  expect(await saving).toBeNull();
  expect(useProblemBanner.getState().problem).toBeNull();
});

it('asks for one folder when the button is pressed twice, and again when it was left', async () => {
  chooseFolder.mockResolvedValueOnce(ok(null));
  await Promise.all([saveFiles(ticketId(1), files), saveFiles(ticketId(1), files)]);
  expect(chooseFolder).toHaveBeenCalledOnce();
  await saveFiles(ticketId(1), files);
  expect(saveInFolder).toHaveBeenCalledTimes(3);
});

it('saves one file after the other, and says which were not saved', async () => {
  saveInFolder.mockResolvedValueOnce({ ok: false, problem: problem('not-found') });
  await saveFiles(ticketId(1), files);
  expect(useSaving.getState().saving).toMatchObject({
    ...{ folder: 'Pictures', count: 3, done: 2, isOver: true, isStopped: false },
    unsaved: [{ fileName: 'a.txt', problem: { kind: 'not-found' } }],
  });
});

it.each([
  ['the one that is being saved', null, 1],
  ['after one that was already saved', 'b.txt', 2],
])('is stopped with %s, and says how many are saved', async (_, fileName, done) => {
  let end: (outcome: unknown) => void = () => undefined;
  saveInFolder.mockResolvedValueOnce(ok({ fileName: 'a.txt' }));
  saveInFolder.mockReturnValueOnce(
    new Promise((resolve) => {
      end = resolve;
    }),
  );
  const saving = saveFiles(ticketId(1), files);
  await vi.waitUntil(() => saveInFolder.mock.calls.length === 2);
  await stopSaving();
  expect(stop).toHaveBeenCalledOnce();
  end(ok({ fileName }));
  await saving;
  expect(saveInFolder).toHaveBeenCalledTimes(2);
  expect(useSaving.getState().saving).toMatchObject({ count: 3, done, unsaved: [], isOver: true, isStopped: true });
});

it('how much is kept is asked for once the new budget is set', async () => {
  let usedBytes = 900_000_000;
  const change = async () => {
    await Promise.resolve();
    usedBytes = 50_000_000;
    return ok(null);
  };
  const usage = async () => ok({ usedBytes });
  vi.stubGlobal('window', { desk: { attachments: { usage }, settings: { change, read: async () => ok({}) } } });
  await setKeptFilesBudget(50);
  expect(useKeptUsage.getState().usedBytes).toBe(50_000_000);
});
