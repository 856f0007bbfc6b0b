import { beforeEach, expect, it, vi } from 'vitest';
import { resetAccountStores } from '../../renderer/state/account-store.ts';
import { useUndo } from '../../renderer/state/feedback.ts';
import { printTickets, setWithNotes, usePaper } from '../../renderer/state/paper.ts';
import { ticketId } from '../support/tickets.ts';

beforeEach(resetAccountStores);

it('says while a print is not done that the next one waits for its dialog, and that one is not printed', async () => {
  let end = () => {};
  const print = vi.fn(() => new Promise((resolve) => (end = () => resolve({ ok: true, value: null }))));
  vi.stubGlobal('window', { desk: { paper: { print } } });
  const first = printTickets([ticketId(1)]);
  setWithNotes(true);
  await printTickets([ticketId(2)]);
  expect(print).toHaveBeenCalledOnce();
  expect(useUndo.getState().sentence).toBe(
    'The last printout or PDF is not done yet. Its dialog may be behind this window.',
  );
  expect(usePaper.getState().withNotes).toBe(true);
  end();
  await first;
  const next = printTickets([ticketId(2)]);
  end();
  await next;
  expect(print).toHaveBeenCalledTimes(2);
});
