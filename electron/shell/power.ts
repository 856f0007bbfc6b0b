import { type BrowserWindow, powerMonitor } from 'electron';

/**
 * Tells when nobody can see the window, or when the computer runs on its battery: then there is no reason to hurry. Answers
 * what watches a window. Only when the application is ready is the battery known.
 */
export function watchAttention(onQuiet: (isQuiet: boolean) => void): (window: BrowserWindow) => void {
  let isSeen = false;
  let isOnBattery = powerMonitor.onBatteryPower;
  const tell = () => onQuiet(isOnBattery || !isSeen);
  const noteBattery = (isIt: boolean) => {
    isOnBattery = isIt;
    tell();
  };
  powerMonitor.on('on-battery', () => noteBattery(true));
  powerMonitor.on('on-ac', () => noteBattery(false));
  return (window) => {
    const noteSeen = (isIt: boolean) => {
      isSeen = isIt;
      tell();
    };
    window.on('show', () => noteSeen(true));
    window.on('restore', () => noteSeen(true));
    window.on('hide', () => noteSeen(false));
    window.on('minimize', () => noteSeen(false));
    window.on('closed', () => noteSeen(false));
    noteSeen(window.isVisible());
  };
}
