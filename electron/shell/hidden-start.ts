import { app } from 'electron';

/** The argument of a start that shows no window. */
export const hiddenSwitch = '--hidden';

/** Whether the system started Colodesk by itself, so that the window is not shown if it can be opened from the tray. */
export const isHiddenStart = (args: readonly string[]): boolean =>
  args.includes(hiddenSwitch) || (process.platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin);
