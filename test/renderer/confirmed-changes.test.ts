import { beforeEach, expect, it, vi } from 'vitest';
import { resetAccountStores } from '../../renderer/state/account-store.ts';
import { useAnnounced } from '../../renderer/state/announcements.ts';
import { noteTaken, setOutbox } from '../../renderer/state/outbox.ts';
import { outboxItem, someComment } from '../support/outbox-items.ts';

const one = outboxItem(1, someComment());
const other = outboxItem(2, someComment());
let sent = [one];

beforeEach(() => {
  resetAccountStores();
  sent = [one];
  const response = () => Promise.resolve({ ok: true, value: { items: sent, total: sent.length } });
  vi.stubGlobal('window', { desk: { outbox: { sent: response } } });
});

const said = () => useAnnounced.getState().sentence;

it('announces a change that has left the outbox because it was confirmed', async () => {
  setOutbox({ items: [one, other], groups: [], unreadable: 0 });
  setOutbox({ items: [other], groups: [], unreadable: 0 });
  await vi.waitUntil(() => said() !== '');
  expect(said()).toBe('The server has confirmed a change.');
});

it('announces a change that was confirmed before the outbox told that it has it', async () => {
  noteTaken(one.id);
  setOutbox({ items: [], groups: [], unreadable: 0 });
  await vi.waitUntil(() => said() !== '');
  expect(useAnnounced.getState()).toEqual({ sentence: 'The server has confirmed a change.', occasion: 1 });
});

it('announces none that was discarded, and none twice', async () => {
  noteTaken(other.id);
  setOutbox({ items: [one], groups: [], unreadable: 0 });
  setOutbox({ items: [], groups: [], unreadable: 0 });
  await vi.waitUntil(() => said() !== '');
  setOutbox({ items: [], groups: [], unreadable: 0 });
  await new Promise(setImmediate);
  expect(useAnnounced.getState()).toEqual({ sentence: 'The server has confirmed a change.', occasion: 1 });
});
