import { expect, it, vi } from 'vitest';
import { ticketIdSchema } from '../../electron/contract/ids.ts';
import { singleAccountCredentials } from '../../electron/demo/credentials.ts';
import { ownService, ownSession, signInTo, synced } from '../support/session.ts';

it('prints a ticket from the cache, with the comment that was sent and its correlation id', async () => {
  const service = await ownService({ ticketCount: 50 });
  const test = await ownSession();
  await test.session.signIn(signInTo(service, singleAccountCredentials));
  await synced(test, 50);
  const { workspace } = test.session;
  const open = service.tickets().find(({ status }) => status === 'In Progress');
  const id = ticketIdSchema.parse(open?.id);
  const comment = 'Please come in by the <north> gate.';
  await workspace.outbox.add({ kind: 'comment', ticketId: id, comment }, null);
  await vi.waitFor(() => expect(workspace.outbox.sentOf(id)).toHaveLength(1), { timeout: 10_000 });

  const [sent] = workspace.outbox.sentOf(id);
  expect(sent?.correlationId).toBeTruthy();
  const html = await workspace.paper.document({ ids: [id], withNotes: false });
  expect(html).toContain(id);
  expect(html).toContain('Please come in by the &lt;north&gt; gate.');
  expect(html).toContain(sent?.correlationId);
});
