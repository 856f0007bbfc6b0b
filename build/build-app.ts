import { runOrThrow, tool } from './run.ts';

/** Builds what Electron starts: `out/main`, `out/preload` and `out/renderer`. */
export async function buildApp(): Promise<void> {
  const config = ['--config', 'build/electron.vite.config.ts', '--logLevel', 'warn'];
  await runOrThrow(process.execPath, [tool('electron-vite/bin/electron-vite.js'), 'build', ...config]);
}
