/*
 * The private note that is being written on a ticket. It is saved while it is typed, and follows its ticket when the server gives
 * that an id.
 */

import { type TicketId, ticketIdSchema } from '../../electron/contract/ids.ts';
import { accountStore } from './account-store.ts';
import { attemptInBackground } from './feedback.ts';
import { Saver, withoutKey } from './saver.ts';

/** The notes as typed, until their tickets are read with them. */
export const useTypedNotes = accountStore<{ readonly notes: ReadonlyMap<TicketId, string> }>({ notes: new Map() });

const saver = new Saver<string>((key, note) =>
  attemptInBackground(window.desk.marks.note({ ticketId: ticketIdSchema.parse(key), note })),
);

/** Takes the note as it is typed; it is on the disk within a second. */
export function typeNote(ticketId: TicketId, note: string): void {
  useTypedNotes.setState(({ notes }) => ({ notes: new Map(notes).set(ticketId, note) }));
  saver.put(ticketId, note);
}

/** Writes the notes to the disk now. Returns whether that worked. */
export function flushNotes(): Promise<boolean> {
  return saver.flush();
}

/** Forgets a typed note that its ticket was read with: it is on the disk. */
export function forgetNoteOnceRead(ticketId: TicketId, read: string): void {
  useTypedNotes.setState(({ notes }) => (notes.get(ticketId) === read ? { notes: withoutKey(notes, ticketId) } : {}));
}

/**
 * Moves a note that is being typed to the server's id of its ticket, before what was typed there: the main process joins those that
 * are saved in the same order. A save under the local id may be too late by now.
 */
export function moveNote(from: TicketId, to: TicketId): void {
  const { notes } = useTypedNotes.getState();
  const note = notes.get(from);
  if (note === undefined) return;
  saver.forget(from);
  useTypedNotes.setState({ notes: withoutKey(notes, from) });
  const both = [note, notes.get(to) ?? ''].filter((each) => each !== '');
  typeNote(to, both.join('\n'));
}
