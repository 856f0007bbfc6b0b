import { app } from 'electron';

/** The argument of a start that shows no window. */
export const hiddenSwitch = '--hidden';

/** Whether the system started Colodesk by itself, so that the window is not shown if it can be opened from the tray. */
export const isHiddenStart = (args: readonly string[]): boolean =>
  args.includes(hiddenSwitch) || (process.platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin);

/** The arguments with which a program is started again: whoever asked for that, as for an update, waits for the window. */
export const againInSight = (args: readonly string[]): string[] => args.filter((arg) => arg !== hiddenSwitch);
