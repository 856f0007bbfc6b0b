import { type BrowserWindow, powerMonitor } from 'electron';

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
