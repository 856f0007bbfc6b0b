import { beforeEach, expect, it, vi } from 'vitest';
import { defaultHandoverScope, longestShiftMs } from '../../electron/contract/handover.ts';
import { problem } from '../../electron/contract/problem.ts';
import { resetAccountStores } from '../../renderer/state/account-store.ts';
import { useProblemBanner, useUndo } from '../../renderer/state/feedback.ts';
import {
  changeScope,
  closeKeptHandover,
  copyHandover,
  copyKeptHandover,
  loadHandover,
  openHandover,
  saveHandoverPdf,
  saveKeptHandoverPdf,
  shiftStartFault,
  tickNotes,
  typeSentence,
  useHandover,
  useKeptHandovers,
  watchHandover,
} from '../../renderer/state/handover.ts';
import { flushTyped } from '../../renderer/state/saver.ts';
import { aHandover, anEntry, keptHandover } from '../support/handover.ts';
import { ticketId } from '../support/tickets.ts';

const noted = aHandover([
  anEntry({ note: 'One' }),
  anEntry({ ticketId: ticketId(2) }),
  anEntry({ ticketId: ticketId(3), note: 'Three' }),
]);
const ok = (value: unknown) => ({ ok: true, value });
const [begin, read, saveSentence, copy, savePdf, kept, saveKeptPdf, copyKept] = Array.from({ length: 8 }, () =>
  vi.fn(),
);
const listeners = new Map<string, () => void>();

beforeEach(() => {
  vi.useFakeTimers();
  begin?.mockReset().mockResolvedValue(ok({ sentence: '', scope: keptHandover.scope, sites: ['AMS011'] }));
  read?.mockReset().mockResolvedValue(ok(noted));
  saveSentence?.mockReset().mockResolvedValue(ok(null));
  copy?.mockReset().mockResolvedValue(ok(null));
  savePdf?.mockReset().mockResolvedValue(ok({ fileName: 'Last night.pdf' }));
  kept?.mockReset().mockResolvedValue(ok([keptHandover]));
  const on = (event: string, listener: () => void) => {
    listeners.set(event, listener);
    return () => listeners.delete(event);
  };
  const handover = { begin, read, saveSentence, copy, savePdf, kept, saveKeptPdf, copyKept };
  vi.stubGlobal('window', { desk: { on, handover } });
  resetAccountStores();
  return () => void vi.useRealTimers();
});

it('begins with what the last one covered and with the sentence that was typed', async () => {
  begin?.mockResolvedValue(ok({ sentence: 'Typed', scope: keptHandover.scope, sites: ['AMS011'] }));
  await openHandover();
  expect(read?.mock.calls).toEqual([[keptHandover.scope]]);
  expect(useHandover.getState()).toMatchObject({ sentence: 'Typed', sites: ['AMS011'], handover: noted });
  expect(useKeptHandovers.getState().list).toEqual([keptHandover]);
});

it('keeps what was chosen and typed when the screen is opened again', async () => {
  await openHandover();
  typeSentence('Typed since');
  await changeScope({ since: { kind: 'hours', hours: 24 } });
  await openHandover();
  expect(useHandover.getState()).toMatchObject({ sentence: 'Typed since', scope: { since: { hours: 24 } } });
});

it('loses nothing that is chosen or typed before it is known what was typed the last time', async () => {
  let answer: (value: unknown) => void = () => undefined;
  begin?.mockReturnValueOnce(
    new Promise((resolve) => {
      answer = resolve;
    }),
  );
  const opening = openHandover();
  typeSentence('Typed at once');
  read?.mockReturnValueOnce(new Promise(() => undefined));
  void changeScope({ since: { kind: 'hours', hours: 24 } });
  answer(ok({ sentence: 'From yesterday', scope: keptHandover.scope, sites: ['AMS011'] }));
  await opening;
  const sentence = 'From yesterday\nTyped at once';
  expect(useHandover.getState()).toMatchObject({ sentence, scope: { since: { hours: 24 } }, sites: ['AMS011'] });
  await flushTyped();
  expect(saveSentence?.mock.calls.at(-1)).toEqual([{ sentence }]);
});

it('says why it could not begin also where the hand-over itself can be read', async () => {
  begin?.mockResolvedValueOnce({ ok: false, problem: problem('disk-error') });
  await openHandover();
  expect(useHandover.getState()).toMatchObject({ handover: noted, problem: { kind: 'disk-error' } });
});

it('shows the newest choice, whichever answer comes last', async () => {
  await openHandover();
  const other = aHandover([], { title: 'Other' });
  let answerLate: (value: unknown) => void = () => undefined;
  read?.mockReturnValueOnce(
    new Promise((resolve) => {
      answerLate = resolve;
    }),
  );
  const first = changeScope({ sites: ['AMS011'] });
  read?.mockResolvedValueOnce(ok(other));
  await changeScope({ sites: [] });
  answerLate(ok(noted));
  await first;
  expect(useHandover.getState().handover).toEqual(other);
});

it('copies what is shown with the sentence and the ticked notes, and begins the next without the sentence', async () => {
  await openHandover();
  typeSentence('All quiet');
  tickNotes([ticketId(1), ticketId(3), ticketId(9)], true);
  tickNotes([ticketId(1)], false);
  await copyHandover();
  expect(saveSentence).toHaveBeenCalledBefore(copy ?? vi.fn()); // or the draft would be written after it was removed
  expect(copy?.mock.calls).toEqual([[{ id: noted.id, sentence: 'All quiet', notesOf: [ticketId(3)] }]]);
  expect(useUndo.getState().sentence).toContain('Copied');
  expect(useHandover.getState()).toMatchObject({ sentence: 'All quiet', busy: null });
  await openHandover();
  expect(useHandover.getState().sentence).toBe('');
});

it('does not save a sentence that went out, where saving it had failed before', async () => {
  await openHandover();
  saveSentence?.mockResolvedValueOnce({ ok: false, problem: problem('disk-busy') });
  typeSentence('All quiet');
  await copyHandover();
  await flushTyped();
  expect(saveSentence).toHaveBeenCalledOnce(); // or the next hand-over would begin with it
});

it('hands over one at a time, and says why it could not', async () => {
  await openHandover();
  copy?.mockResolvedValue({ ok: false, problem: problem('disk-full') });
  await Promise.all([copyHandover(), saveHandoverPdf()]);
  expect(savePdf).not.toHaveBeenCalled();
  expect(useProblemBanner.getState().problem?.kind).toBe('disk-full');
  await saveHandoverPdf();
  expect(useUndo.getState().sentence).toContain('Last night.pdf');
});

it('says nothing of a PDF that was cancelled, and keeps the sentence for later', async () => {
  await openHandover();
  typeSentence('Later');
  savePdf?.mockResolvedValue(ok({ fileName: null }));
  await saveHandoverPdf();
  expect(useUndo.getState().sentence).toBeNull();
  expect(useHandover.getState().isSentenceUsed).toBe(false);
});

it('saves again what was typed while the one before went out', async () => {
  await openHandover();
  typeSentence('All quiet');
  copy?.mockImplementation(async () => {
    typeSentence('All quiet so far');
    return ok(null);
  });
  await copyHandover();
  await flushTyped();
  expect(saveSentence?.mock.calls.at(-1)).toEqual([{ sentence: 'All quiet so far' }]);
  expect(useHandover.getState().isSentenceUsed).toBe(false);
});

const shown = { handover: aHandover([], { id: keptHandover.id }), keptAtMs: 1 };

it('says of one that was closed meanwhile, too, whether it was saved or copied', async () => {
  const closing = <T>(outcome: T) => {
    useKeptHandovers.setState({ shown });
    return async () => {
      closeKeptHandover();
      return outcome;
    };
  };
  saveKeptPdf?.mockImplementationOnce(closing({ ok: false, problem: problem('disk-full') }));
  await saveKeptHandoverPdf(keptHandover.id);
  expect(useProblemBanner.getState().problem?.kind).toBe('disk-full');
  saveKeptPdf?.mockImplementationOnce(closing(ok({ fileName: 'Last night.pdf' })));
  await saveKeptHandoverPdf(keptHandover.id);
  expect(useUndo.getState().sentence).toBe('Saved as “Last night.pdf”.');
  expect(useProblemBanner.getState().problem).toBeNull();
  copyKept?.mockImplementationOnce(closing({ ok: false, problem: problem('not-found') }));
  await copyKeptHandover(keptHandover.id);
  expect(useProblemBanner.getState().problem?.kind).toBe('not-found');
  expect(useKeptHandovers.getState()).toMatchObject({ isSaving: false, notice: null, problem: null });
});

it('saves one that was handed over before as PDF again, and says beside it why it could not', async () => {
  useKeptHandovers.setState({ shown });
  saveKeptPdf?.mockResolvedValueOnce({ ok: false, problem: problem('disk-full') });
  const saving = saveKeptHandoverPdf(keptHandover.id);
  expect(useKeptHandovers.getState().isSaving).toBe(true);
  await saving;
  expect(useKeptHandovers.getState()).toMatchObject({ isSaving: false, problem: { kind: 'disk-full' } });
  saveKeptPdf?.mockResolvedValueOnce(ok({ fileName: null }));
  await saveKeptHandoverPdf(keptHandover.id);
  expect(useKeptHandovers.getState()).toMatchObject({ notice: null, problem: null });
  saveKeptPdf?.mockResolvedValueOnce(ok({ fileName: 'Last night.pdf' }));
  await saveKeptHandoverPdf(keptHandover.id);
  expect(useKeptHandovers.getState().notice).toBe('Saved as “Last night.pdf”.');
});

it('keeps the last hand-over on the screen when it cannot be read again, with the reason', async () => {
  await openHandover();
  read?.mockResolvedValue({ ok: false, problem: problem('disk-error') });
  await loadHandover();
  expect(useHandover.getState()).toMatchObject({ handover: noted, problem: { kind: 'disk-error' } });
});

it('follows what happens while it is shown, not more often than every few seconds, and every minute', async () => {
  await openHandover();
  const stop = watchHandover();
  for (let event = 0; event < 20; event++) listeners.get('ticketsChanged')?.();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(read?.mock.calls.length).toBe(3); // opened, at once, and at the end
  await vi.advanceTimersByTimeAsync(60_000);
  expect(read?.mock.calls.length).toBe(4);
  stop();
  expect(listeners.size).toBe(0);
  await vi.advanceTimersByTimeAsync(120_000);
  expect(read?.mock.calls.length).toBe(4);
});

it('refuses a beginning that is still to come, or that the record does not reach', () => {
  const nowMs = 1_000_000_000_000;
  expect(shiftStartFault(null, nowMs)).toBe('Choose a date and a time.');
  expect(shiftStartFault(nowMs + 1, nowMs)).toBe('This time is still to come.');
  expect(shiftStartFault(nowMs - longestShiftMs - 1, nowMs)).toBe('Changes are recorded for 30 days.');
  expect(shiftStartFault(nowMs - longestShiftMs, nowMs)).toBeNull();
  expect(defaultHandoverScope.since).toEqual({ kind: 'hours', hours: 8 });
});
