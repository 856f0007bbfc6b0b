import { firstLine, startChild } from './child.ts';

/** A place for windows: what a program needs to find it, and how to end it. */
export type Display = { env: Record<string, string>; stop(): Promise<void> };

/** Whether windows can be opened where this runs. */
export function hasDisplay(env: NodeJS.ProcessEnv = process.env): boolean {
  return process.platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/** A virtual display of its own where there is none. */
export async function startDisplay(): Promise<Display> {
  if (hasDisplay()) return { env: {}, stop: () => Promise.resolve() };
  // Xvfb chooses a free number itself and tells it on descriptor 3: two at the same time never meet.
  const server = startChild('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await firstLine(server, 3);
  return { env: { DISPLAY: `:${number}` }, stop: server.stop };
}
