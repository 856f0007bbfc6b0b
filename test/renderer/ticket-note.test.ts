import { beforeEach, expect, it, vi } from 'vitest';
import { problem } from '../../electron/contract/problem.ts';
import { resetAccountStores } from '../../renderer/state/account-store.ts';
import { flushTyped } from '../../renderer/state/saver.ts';
import { flushNotes, forgetNoteOnceRead, moveNote, typeNote, useTypedNotes } from '../../renderer/state/ticket-note.ts';
import { localId, someTicketId } from '../support/outbox-items.ts';

const note = vi.fn();
const written = () => note.mock.calls.map(([{ ticketId, note }]) => [ticketId, note]);
const typed = () => [...useTypedNotes.getState().notes];

beforeEach(() => {
  vi.useFakeTimers();
  note.mockReset().mockResolvedValue({ ok: true, value: null });
  vi.stubGlobal('window', { desk: { marks: { note } } });
  resetAccountStores();
  return () => void vi.useRealTimers();
});

it('a note that is typed without a pause is on the disk within a second of each key', async () => {
  const onDisk = () => String(note.mock.calls.at(-1)?.[0].note ?? '');
  const at: string[] = [];
  for (let key = 1; key <= 60; key++) {
    at.push('x'.repeat(key));
    typeNote(someTicketId, 'x'.repeat(key), '');
    await vi.advanceTimersByTimeAsync(50);
    const aSecondAgo = at[at.length - 21];
    if (aSecondAgo) expect(onDisk().length).toBeGreaterThanOrEqual(aSecondAgo.length);
  }
  await vi.advanceTimersByTimeAsync(1_000);
  expect(onDisk()).toHaveLength(60);
});

it('a note is saved before the window closes', async () => {
  typeNote(someTicketId, 'Ask for Jo', '');
  expect(await flushTyped()).toBe(true);
  expect(written()).toEqual([[someTicketId, 'Ask for Jo']]);
});

it('a note that cannot be saved stays in the box and says so, and is saved later', async () => {
  note.mockResolvedValueOnce({ ok: false, problem: problem('disk-full') });
  typeNote(someTicketId, 'Ask for Jo', '');
  expect(await flushNotes()).toBe(false);
  expect(typed()).toEqual([[someTicketId, 'Ask for Jo']]);
  expect(await flushTyped()).toBe(true);
  expect(written()).toHaveLength(2);
});

it('a note is shown as it was typed until its ticket is read with it', async () => {
  typeNote(someTicketId, 'Ask for Jo', '');
  await flushNotes();
  forgetNoteOnceRead(someTicketId, '');
  expect(typed()).toEqual([[someTicketId, 'Ask for Jo']]);
  forgetNoteOnceRead(someTicketId, 'Ask for Jo');
  expect(typed()).toEqual([]);
});

it('a note that was read with its ticket is forgotten, and what is typed meanwhile is not', async () => {
  typeNote(someTicketId, 'Ask', '');
  await flushNotes();
  typeNote(someTicketId, 'Ask for Jo', '');
  forgetNoteOnceRead(someTicketId, 'Ask');
  expect(typed()).toEqual([[someTicketId, 'Ask for Jo']]);
});

it('a note goes along to the id that its ticket gets, also while a save is under way', async () => {
  let answer: () => void = () => undefined;
  note.mockImplementationOnce(
    () =>
      new Promise((resolve) => {
        answer = () => resolve({ ok: false, problem: problem('not-found') });
      }),
  );
  typeNote(localId(1), 'Ask', '');
  await vi.advanceTimersByTimeAsync(500);
  typeNote(localId(1), 'Ask for Jo', '');
  moveNote(localId(1), someTicketId, '');
  expect(typed()).toEqual([[someTicketId, 'Ask for Jo']]);
  answer();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(written().at(-1)).toEqual([someTicketId, 'Ask for Jo']);
  expect(written().filter(([id]) => id === localId(1))).toHaveLength(1);
});

it('a note that goes along to an id under which another was typed stands before that one', async () => {
  typeNote(someTicketId, 'Since.', '');
  typeNote(localId(1), 'Ask for Jo', '');
  moveNote(localId(1), someTicketId, '');
  expect(typed()).toEqual([[someTicketId, 'Ask for Jo\nSince.']]);
  await flushNotes();
  expect(written()).toEqual([[someTicketId, 'Ask for Jo\nSince.']]);
});

it('a note that goes along to an id under which another is saved leaves that one, also what was typed since', async () => {
  typeNote(localId(1), 'Ask', '');
  await flushNotes();
  typeNote(localId(1), 'Ask for Jo', '');
  moveNote(localId(1), someTicketId, 'Ask\nSince May');
  expect(typed()).toEqual([[someTicketId, 'Ask for Jo\nSince May']]);
  typeNote(someTicketId, 'Ask for Jo!\nSince May', '');
  await flushNotes();
  expect(note).toHaveBeenLastCalledWith({
    ...{ ticketId: someTicketId, note: 'Ask for Jo!\nSince May', before: 'Ask\nSince May' },
  });
});

it('a note that its ticket has by its new id is not typed there once more', async () => {
  typeNote(localId(1), 'Ask for Jo', '');
  await flushNotes();
  moveNote(localId(1), someTicketId, 'Ask for Jo\nSince May');
  expect(typed()).toEqual([]);
  await flushNotes();
  expect(written()).toEqual([[localId(1), 'Ask for Jo']]);
});

it('says what a note was typed over, as far as it is on the disk', async () => {
  typeNote(someTicketId, 'Ask', 'As');
  await flushNotes();
  note.mockResolvedValueOnce({ ok: false, problem: problem('disk-full') });
  typeNote(someTicketId, 'Ask Jo', 'As');
  await flushNotes();
  await flushNotes();
  expect(note.mock.calls.map(([{ before }]) => before)).toEqual(['As', 'Ask', 'Ask']);
});

it('a note to which that of another ticket was joined on the disk is shown with that', async () => {
  typeNote(someTicketId, 'Since May', '');
  forgetNoteOnceRead(someTicketId, 'Ask for Jo');
  expect(typed()).toHaveLength(1);
  await flushNotes();
  forgetNoteOnceRead(someTicketId, 'Ask for Jo\nSince May');
  expect(typed()).toEqual([]);
});

it('a note that is removed is not shown again while its ticket is read with it', async () => {
  typeNote(someTicketId, '', 'Ask');
  await flushNotes();
  forgetNoteOnceRead(someTicketId, 'Ask');
  expect(typed()).toEqual([[someTicketId, '']]);
});

it('a note of one account is never saved in another', async () => {
  typeNote(someTicketId, 'Ask for Jo', '');
  resetAccountStores();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await flushTyped()).toBe(true);
  expect(note).not.toHaveBeenCalled();
});
