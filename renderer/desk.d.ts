import type { Desk } from '../electron/contract/calls.ts';

declare global {
  interface Window {
    /** The calls and events of the main process, provided by the preload. */
    readonly desk: Desk;
  }
}
