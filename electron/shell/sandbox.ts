import { app } from 'electron';

/**
 * Whether the page would run without Chromium's sandbox. The AppImage's start script takes it away, unasked, where Linux forbids
 * user namespaces to ordinary users. Root has none anyway.
 */
export function lacksSandbox(): boolean {
  return process.platform === 'linux' && process.getuid?.() !== 0 && app.commandLine.hasSwitch('no-sandbox');
}
