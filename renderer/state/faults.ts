/* Reports what fails in the page to the log: what kind of error and where, never its message, which may hold what is on the screen. */

import { faultName, maxFaultPlaces, type PageFault } from '../../electron/contract/fault.ts';

/** After these the log says nothing new, and a fault in every frame must not keep the main process busy. */
const maxReports = 20;

const reported = new Set<string>();

/** Reports what nothing catches. Called once, before anything that can fail. */
export function listenToFaults(): void {
  window.addEventListener('error', ({ error }) => {
    if (error !== null) reportFault('script', error); // without an error it is a remark of Chromium’s
  });
  window.addEventListener('unhandledrejection', ({ reason }) => reportFault('promise', reason));
}

/** Reports a fault, each once until the page is loaded anew. @param componentStack of React, for what it caught */
export function reportFault(caught: PageFault['caught'], error: unknown, componentStack?: string | null): void {
  const fault: PageFault = {
    caught,
    name: error instanceof Error && faultName.test(error.name) ? error.name : 'Error',
    places: error instanceof Error ? placesIn(error.stack?.replace(error.message, '')) : [],
    components: placesIn(componentStack),
  };
  const key = JSON.stringify(fault);
  if (reported.has(key) || reported.size === maxReports) return;
  reported.add(key);
  void window.desk.system.reportFault(fault);
}

/** The places in our own scripts that a stack names. */
function placesIn(stack: string | null | undefined): string[] {
  const found = (stack ?? '').matchAll(/^ +at .*app:\/\/colodesk\/assets\/([\w.-]{1,60}\.js:\d{1,7}:\d{1,7})\)?$/gm);
  return [...found].map(([, place]) => place ?? '').slice(0, maxFaultPlaces);
}
