/*
 * The computer's clock and its time zone. The zone changes when a laptop travels, and no event tells a page of it: it is looked
 * at each minute, and when the user comes back to the window.
 */

import { create } from 'zustand';
import { followZone } from '../words/time.ts';
import { attemptInBackground } from './feedback.ts';

const zoneHere = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The present time, renewed at the beginning of each minute, and the zone of this computer, an IANA name. */
export const useClock = create<{ readonly now: Date; readonly zone: string }>(() => ({
  now: new Date(),
  zone: zoneHere(),
}));

const minuteMs = 60_000;

/** The zone that the main process was told; none by a new page, which does not know in which zone the one before it was closed. */
let toldZone: string | null = null;

/** Keeps the clock running, which is right when the page is loaded. Called once. */
export function listenToClock(): void {
  window.addEventListener('focus', renewClock);
  document.addEventListener('visibilitychange', renewClock);
  waitForTheMinute();
}

function waitForTheMinute(): void {
  const tick = () => {
    renewClock();
    waitForTheMinute();
  };
  setTimeout(tick, minuteMs - (Date.now() % minuteMs));
}

/** Takes the present time. In another zone every time on the screen is written anew, and the main process is told. */
export function renewClock(): void {
  const zone = zoneHere();
  if (zone !== toldZone) {
    toldZone = zone;
    void attemptInBackground(window.desk.system.zoneChanged({ zone }));
  }
  const isOther = zone !== useClock.getState().zone;
  if (document.hidden && !isOther) return; // nobody sees the times, and they are renewed when the window is shown
  if (isOther) followZone();
  useClock.setState({ now: new Date(), zone });
}
