/*
 * Starting with the system: how each system is told to.
 */

import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { app } from 'electron';
import PQueue from 'p-queue';
import type { Settings } from '../contract/settings.ts';
import { writeFileAtomically } from '../files/atomic-write.ts';
import { hiddenSwitch } from './hidden-start.ts';

/** Makes the system start Colodesk at each log-in, or no longer. Without a tray the window is shown then. */
export async function setLoginItem({
  staysInTray,
  startsWithSystem,
}: Pick<Settings, 'staysInTray' | 'startsWithSystem'>): Promise<void> {
  const args = staysInTray ? [hiddenSwitch] : [];
  if (process.platform !== 'linux') {
    app.setLoginItemSettings({ openAtLogin: startsWithSystem, args });
    return;
  }
  const file = join(app.getPath('appData'), 'autostart', autostartName);
  await entryChanges.add(async () => {
    if (!startsWithSystem) return await rm(file, { force: true });
    // An AppImage runs from a folder that is only there meanwhile.
    await writeFileAtomically(file, autostartEntry([process.env.APPIMAGE ?? process.execPath, ...args]));
  });
}

/** One after the other, so that the last wish is the one that stays. */
const entryChanges = new PQueue({ concurrency: 1 });

/** Not the name of the application's own entry, which other programs put into the same folder. */
const autostartName = 'com.colodesk.autostart.desktop';

/** The entry that makes a Linux desktop run a command at log-in (Desktop Entry Specification). */
export function autostartEntry([program = '', ...args]: readonly string[]): string {
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Colodesk',
    `TryExec=${asValue(program)}`, // without the program, once it was removed, the entry counts as absent
    `Exec=${[quoted(program), ...args].join(' ')}`,
    'Terminal=false',
    '',
  ].join('\n');
}

/** Quoted as an argument, in which `%` begins a code. */
function quoted(argument: string): string {
  const text = argument.replace(/["`$\\]/g, '\\$&').replaceAll('%', '%%');
  return asValue(`"${text}"`);
}

/** Escaped as a value, whose line must not end. */
function asValue(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
}
