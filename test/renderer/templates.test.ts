import { beforeEach, expect, it, vi } from 'vitest';
import { emptyNewTicket } from '../../electron/contract/fields.ts';
import { problem } from '../../electron/contract/problem.ts';
import type { Repeats, Rhythm } from '../../electron/contract/repeats.ts';
import { resetAccountStores } from '../../renderer/state/account-store.ts';
import { useProblemBanner, useUndo } from '../../renderer/state/feedback.ts';
import { findRhythm } from '../../renderer/state/repeats.ts';
import { removeTemplate, useTemplates } from '../../renderer/state/templates.ts';

const [id, newId] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002'];
const template = { id, name: 'Cleaning', fields: emptyNewTicket };
const rhythm: Rhythm = { unit: 'day', every: 2, from: '2026-01-01', at: '09:00', until: null };

const ok = (value: unknown = null) => Promise.resolve({ ok: true, value });
const failed = () => Promise.resolve({ ok: false, problem: problem('disk-error') });
const stored: Repeats = { rhythms: [{ templateId: id, rhythm }], waiting: [] };

/** What the main process was asked to change. */
const desk = {
  templates: { list: vi.fn(), save: vi.fn(), remove: vi.fn() },
  repeats: { list: vi.fn(), save: vi.fn() },
  drafts: { list: () => ok([]) },
};

beforeEach(() => {
  desk.templates.list.mockReset().mockReturnValue(ok([]));
  desk.repeats.list.mockReset().mockReturnValue(ok(stored));
  for (const call of [desk.templates.save, desk.templates.remove, desk.repeats.save]) {
    call.mockReset().mockReturnValue(ok());
  }
  vi.stubGlobal('window', { desk });
  resetAccountStores();
});

it('the rhythm of a template is known before the window has read them all', async () => {
  expect(await findRhythm(id)).toEqual(rhythm);
  expect(await findRhythm(newId)).toBeNull();
});

it('a rhythm that cannot be read is not taken for none', async () => {
  desk.repeats.list.mockReturnValue(failed());
  expect(await findRhythm(id)).toBeUndefined();
  expect(useProblemBanner.getState().problem?.kind).toBe('disk-error');
});

it('a removed template is restored with its rhythm, whether or not the window has read that yet', async () => {
  await removeTemplate(template);
  expect(desk.templates.remove).toHaveBeenCalledExactlyOnceWith({ id });
  desk.templates.list.mockReturnValue(ok([{ ...template, id: newId }]));
  useUndo.getState().undo?.();
  await vi.waitFor(() => expect(desk.repeats.save).toHaveBeenCalledWith({ templateId: newId, rhythm }));
});

it('a template whose rhythm cannot be read stays, since it could not be restored', async () => {
  desk.repeats.list.mockReturnValue(failed());
  await removeTemplate(template);
  expect(desk.templates.remove).not.toHaveBeenCalled();
  expect(useTemplates.getState().problem).toBeNull();
  expect(useProblemBanner.getState().problem?.kind).toBe('disk-error');
});
