import { expect, it } from 'vitest';
import { ticketIdSchema } from '../../electron/contract/ids.ts';
import { fetchDetails } from '../../electron/sync/details.ts';
import { ownAccount } from '../support/engine.ts';
import { ownService } from '../support/session.ts';

it('asks for no more tickets once the server asked for fewer requests', async () => {
  const service = await ownService({ ticketCount: 60 });
  const account = await ownAccount(service);
  const { signal } = new AbortController();
  service.set({ faults: [{ kind: 'rate-limited', retryAfterS: 600, times: 1 }] });
  service.clearRequests();
  const ids = service.tickets().map(({ id }) => ticketIdSchema.parse(id));
  const fetching = fetchDetails(account, ids, signal, () => undefined);
  await expect(fetching).rejects.toMatchObject({ problem: { kind: 'rate-limited' } });
  expect(service.requests.length).toBeLessThan(10);
});
