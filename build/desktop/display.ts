import { firstLine, startChild } from './child.ts';

/** A display for windows; `env` makes a program use it. */
export type Display = { env: Record<string, string>; stop(): Promise<void> };

/** Whether windows can be opened here. */
export function hasDisplay(env: NodeJS.ProcessEnv = process.env): boolean {
  return process.platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/** Starts a virtual display if there is no real one. */
export async function startDisplay(): Promise<Display> {
  if (hasDisplay()) return { env: {}, stop: () => Promise.resolve() };
  // Xvfb chooses a free number and writes it to descriptor 3, so that two at the same time do not collide. Without `-noreset` it
  // begins anew when its last window closes, while the next test may be opening one.
  const options = ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp', '-noreset'];
  const server = startChild('Xvfb', options, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const number = await firstLine(server, 3);
  return { env: { DISPLAY: `:${number}` }, stop: server.stop };
}
