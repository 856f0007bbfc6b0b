import type { Desk } from '../electron/contract/calls.ts';

declare global {
  interface Window {
    /** The calls and events of the main process; the preload puts them here. */
    readonly desk: Desk;
  }
}
