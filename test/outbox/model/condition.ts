import { setTimeout } from 'node:timers/promises';

/** Waits until something is so, or for at most `limitMs`. */
export async function condition(isSo: () => boolean, limitMs: number): Promise<void> {
  const endMs = performance.now() + limitMs;
  while (!isSo() && performance.now() < endMs) await setTimeout(1);
}
