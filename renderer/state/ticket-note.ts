/*
 * The private note that is being written on a ticket. It is saved while it is typed, and follows its ticket when the server gives
 * that an id.
 */

import { type TicketId, ticketIdSchema } from '../../electron/contract/ids.ts';
import { noteTypedOver } from '../../electron/contract/marks.ts';
import { accountStore } from './account-store.ts';
import { attemptInBackground } from './feedback.ts';
import { Saver, withoutKey } from './saver.ts';

type Notes = ReadonlyMap<TicketId, string>;

/** The notes as typed, until their tickets are read with them, and what is on the disk in their place as far as that is known. */
export const useTypedNotes = accountStore<{ readonly notes: Notes; readonly saved: Notes }>({
  notes: new Map(),
  saved: new Map(),
});

const savedOf = (ticketId: TicketId): string => useTypedNotes.getState().saved.get(ticketId) ?? '';

const saver = new Saver<string>(async (key, note) => {
  const ticketId = ticketIdSchema.parse(key);
  const isSaved = await attemptInBackground(window.desk.marks.note({ ticketId, note, before: savedOf(ticketId) }));
  if (isSaved)
    useTypedNotes.setState(({ notes, saved }) =>
      notes.has(ticketId) ? { saved: withNote(saved, ticketId, note) } : {},
    );
  return isSaved;
});

/** Takes the note as it is typed; it is on the disk within a second. @param read the note that its ticket was read with */
export function typeNote(ticketId: TicketId, note: string, read: string): void {
  useTypedNotes.setState(({ notes, saved }) => ({
    notes: withNote(notes, ticketId, note),
    saved: notes.has(ticketId) ? saved : withNote(saved, ticketId, read),
  }));
  saver.put(ticketId, note);
}

/** Writes the notes to the disk now. Returns whether that worked. */
export function flushNotes(): Promise<boolean> {
  return saver.flush();
}

/** Forgets a typed note that its ticket was read with, be it joined to another one: it is on the disk. */
export function forgetNoteOnceRead(ticketId: TicketId, read: string): void {
  const typed = useTypedNotes.getState().notes.get(ticketId);
  if (typed === undefined) return;
  const isJoined = typed !== '' && savedOf(ticketId) === typed && noteTypedOver(read, typed, typed) === read;
  if (typed === read || isJoined) forgetNote(ticketId);
}

/**
 * Moves a note that is being typed to the server's id of its ticket, before what was typed or is saved there: the main process joins
 * those that are saved in the same order.
 * @param read the note that the ticket was read with by that id
 */
export function moveNote(from: TicketId, to: TicketId, read: string): void {
  const { notes } = useTypedNotes.getState();
  const note = notes.get(from);
  if (note === undefined) return;
  const there = noteTypedOver(read, notes.has(to) ? savedOf(to) : read, notes.get(to) ?? read);
  const both = noteTypedOver(there, savedOf(from), note);
  saver.forget(from);
  forgetNote(from);
  forgetNote(to);
  if (both !== read) typeNote(to, both, read);
}

function forgetNote(ticketId: TicketId): void {
  useTypedNotes.setState(({ notes, saved }) => ({
    notes: withoutKey(notes, ticketId),
    saved: withoutKey(saved, ticketId),
  }));
}

const withNote = (notes: Notes, ticketId: TicketId, note: string): Notes => new Map(notes).set(ticketId, note);
