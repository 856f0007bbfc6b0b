import { singleAccountCredentials } from '../../electron/demo/credentials.ts';
import { startDemoService } from '../../electron/demo/service.ts';
import { DirectClient } from '../desktop/direct-client.ts';
import { parts, signIn, waitForFirstSync } from '../desktop/parts.ts';
import type { Row } from './row.ts';
import type { BenchSetup } from './setup.ts';

const tickets = 8_567;

/** Counts the calls, and their bytes, of a sync round in which nothing changed. */
export async function measureQuietRound(setup: BenchSetup): Promise<Row> {
  const service = await startDemoService({ ticketCount: tickets });
  const { app, page } = await setup.openApp(await setup.folder());
  await signIn(page, service.baseUrl, singleAccountCredentials);
  await waitForFirstSync(page, tickets);
  // Details and locations are fetched after the list; that is over when no request has come for a while.
  await untilQuiet(() => service.requests.length);
  service.clearRequests();
  await parts(page).syncNow.click();
  await untilQuiet(() => service.requests.length);
  const calls = service.requests.filter(({ path }) => !path.includes('/auth/'));
  await app.close();
  const client = await DirectClient.signedIn(service.baseUrl);
  let bytes = 0;
  for (const { path } of calls) bytes += await client.bytesOf(path);
  await service.stop();
  return {
    what: 'a round in which nothing changed',
    against: '–',
    target: 'at most 4 calls, under 100 KB',
    measured: `${calls.length} calls, ${(bytes / 1_000).toFixed(1)} KB`,
    isMet: calls.length > 0 && calls.length <= 4 && bytes < 100_000,
    obstacle: 'the API has no list of changes',
    figures: { calls: calls.length, bytes },
  };
}

/** Waits until a count has stayed the same for `quietMs`. */
export async function untilQuiet(count: () => number, quietMs = 1_500): Promise<void> {
  for (let before = -1; before !== count(); ) {
    before = count();
    await new Promise((resolve) => setTimeout(resolve, quietMs));
  }
}
