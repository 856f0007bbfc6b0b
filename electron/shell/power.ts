/*
 * What the computer does: it runs on its battery, shuts down, or ends the user's session.
 */

import { type BrowserWindow, powerMonitor } from 'electron';
import type { MainWindow } from './window.ts';

/**
 * Reports whether to ask the server less often: while the window is hidden, or the computer runs on its battery. Call it
 * once the application is ready, because the battery's state is unknown before. Returns a function that watches a window.
 */
export function watchQuietTimes(onQuiet: (isQuiet: boolean) => void): (window: BrowserWindow) => void {
  let isVisible = false;
  let isOnBattery = powerMonitor.onBatteryPower;
  const report = () => onQuiet(isOnBattery || !isVisible);
  const setOnBattery = (value: boolean) => {
    isOnBattery = value;
    report();
  };
  powerMonitor.on('on-battery', () => setOnBattery(true));
  powerMonitor.on('on-ac', () => setOnBattery(false));
  return (window) => {
    const setVisible = (value: boolean) => {
      isVisible = value;
      report();
    };
    window.on('show', () => setVisible(true));
    window.on('restore', () => setVisible(true));
    window.on('hide', () => setVisible(false));
    window.on('minimize', () => setVisible(false));
    window.on('closed', () => setVisible(false));
    setVisible(window.isVisible());
  };
}

type SystemEnd = {
  /** The session may end, unless another application or the user prevents it. */
  onAnnounced: () => void;
  /** The session ends now, or a signal asks the program to end. */
  onEnd: () => void;
};

/** Signals with which Linux and macOS ask a program to end: at the end of a session, or as its terminal closes. */
const endSignals = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;

/**
 * Watches for the end of the user's session, of which each system has its own way to tell. Electron by itself would quit as if
 * the user had asked for it, and a question to the user then breaks off the log-out.
 */
export function watchSystemEnd(window: Pick<MainWindow, 'watch'>, { onAnnounced, onEnd }: SystemEnd): void {
  if (process.platform === 'win32') {
    window.watch((opened) => {
      opened.on('query-session-end', onAnnounced);
      opened.on('session-end', onEnd);
    });
    return;
  }
  // Preventing the default does not prevent the end: it makes the system wait until this application has ended.
  powerMonitor.on('shutdown', ((event: { preventDefault(): void }) => {
    event.preventDefault();
    onEnd();
  }) as () => void);
  for (const signal of endSignals) process.on(signal, onEnd);
}
