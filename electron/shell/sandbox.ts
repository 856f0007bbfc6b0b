import { app } from 'electron';

/**
 * Whether the page would run without Chromium's sandbox. The AppImage's start script takes it away, unasked, where Linux forbids
 * user namespaces to ordinary users. Root has none anyway.
 */
export function lacksSandbox(): boolean {
  return process.platform === 'linux' && process.getuid?.() !== 0 && app.commandLine.hasSwitch('no-sandbox');
}

/** What to tell the user, who cannot be let in. */
export const sandboxAdvice = {
  title: 'Colodesk cannot start safely',
  text: 'This computer does not let an AppImage shut its pages off from the rest of the system. Install the .deb package of Colodesk, or ask your IT department to allow user namespaces for it. Your tickets and everything you typed stay on this computer.',
};
