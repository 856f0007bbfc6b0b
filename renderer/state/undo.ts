import { create } from 'zustand';

/** Long enough to read the sentence, find the button and press it. */
const offeredMs = 12_000;

type UndoState = { readonly sentence: string | null; readonly undo: (() => void) | null };

const nothing: UndoState = { sentence: null, undo: null };

/** The last thing that was thrown away, for as long as it can be had back. */
export const useUndo = create<UndoState>(() => nothing);

let timer: ReturnType<typeof setTimeout> | null = null;

/** Says what was done and offers to take it back. */
export function offerUndo(sentence: string, undo: () => void): void {
  if (timer) clearTimeout(timer);
  useUndo.setState({ sentence, undo });
  timer = setTimeout(withdrawUndo, offeredMs);
}

export function withdrawUndo(): void {
  if (timer) clearTimeout(timer);
  timer = null;
  useUndo.setState(nothing);
}
