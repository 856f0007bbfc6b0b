import { onTestFinished } from 'vitest';
import { Cache } from '../../electron/store/cache.ts';
import { ownFolder } from './folder.ts';

/** An empty cache of the running test's own. */
export async function ownCache(): Promise<Cache> {
  const { cache } = await Cache.open(await ownFolder(), 'ab'.repeat(32));
  onTestFinished(() => cache.close());
  return cache;
}
