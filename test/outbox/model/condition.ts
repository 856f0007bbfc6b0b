import { setTimeout } from 'node:timers/promises';

/** Waits until a condition holds, or for at most `limitMs`. */
export async function condition(holds: () => boolean, limitMs: number): Promise<void> {
  const endMs = performance.now() + limitMs;
  while (!holds() && performance.now() < endMs) await setTimeout(1);
}
