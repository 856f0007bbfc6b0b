import { beforeEach, expect, it, vi } from 'vitest';
import { problem } from '../../electron/contract/problem.ts';
import { defaultSettings } from '../../electron/contract/settings.ts';
import { useAttachments } from '../../renderer/state/attachments.ts';
import { listenToDesk, whenSeen } from '../../renderer/state/desk-events.ts';
import { showProblem, useProblemBanner } from '../../renderer/state/feedback.ts';
import { useLayout } from '../../renderer/state/layout.ts';
import { loadSent, setOutbox, useOutbox, useSent } from '../../renderer/state/outbox.ts';
import { useFacets } from '../../renderer/state/query.ts';
import { showScreen } from '../../renderer/state/screen.ts';
import { useSession } from '../../renderer/state/session.ts';
import { useDemoNetwork } from '../../renderer/state/settings.ts';
import { readTicket, useTicket } from '../../renderer/state/ticket.ts';
import { outboxItem, someComment, someTicketId } from '../support/outbox-items.ts';
import { aShownTicket, aTicket } from '../support/tickets.ts';

const never = () => new Promise(() => undefined);
const ok = <T>(value: T) => Promise.resolve({ ok: true as const, value });

/**
 * Starts listening in a window whose main process answers these calls, and those that a start cannot do without; no others ever.
 * Returns what brings an event to it.
 */
async function listenIn(answers: Record<string, Record<string, unknown>>) {
  const events = new Map<string, (payload: unknown) => void>();
  const { outbox, settings, tickets, ...others } = answers;
  vi.stubGlobal('window', {
    addEventListener: () => undefined,
    desk: {
      on: (event: string, listener: (payload: unknown) => void) => events.set(event, listener),
      shows: () => undefined,
      session: { state: () => ok({ phase: 'signed-out' }) },
      settings: { read: () => ok(defaultSettings), ...settings },
      tickets: { page: () => ok({ rows: [], matching: 0, total: 0, unsent: 0 }), facets: never, ...tickets },
      outbox: { list: never, sent: never, ...outbox },
      ...{ sync: { status: never }, drafts: { list: never } },
      referenceData: { catalogue: never, sites: never },
      views: { list: never, counts: never },
      ...others,
    },
  });
  await listenToDesk();
  return (event: string, payload: unknown) => events.get(event)?.(payload);
}

const openSession = (key: string) => {
  return { phase: 'open', account: { key }, accounts: [], sessionOnly: false, notice: null };
};
const untilOpen = () => vi.waitUntil(() => useSession.getState().session.phase === 'open');

beforeEach(() => void vi.stubGlobal('document', { hidden: false, addEventListener: () => undefined }));

it('what nobody sees is put off until the window is shown, and then done once', () => {
  const shown: (() => void)[] = [];
  const page = { hidden: true, addEventListener: (_event: string, listener: () => void) => shown.push(listener) };
  vi.stubGlobal('document', page);
  const task = vi.fn();
  const run = whenSeen(task);
  run();
  run();
  expect(task).not.toHaveBeenCalled();
  page.hidden = false;
  for (const listener of shown) listener();
  for (const listener of shown) listener();
  expect(task).toHaveBeenCalledTimes(1);
  run();
  expect(task).toHaveBeenCalledTimes(2);
});

it('a network that comes back takes away no problem that was not read yet', async () => {
  const listeners = new Map<string, () => void>();
  const networkChanged = vi.fn().mockResolvedValue({ ok: true, value: null });
  vi.stubGlobal('window', {
    addEventListener: (event: string, listener: () => void) => listeners.set(event, listener),
    desk: {
      on: () => undefined,
      session: { state: () => Promise.resolve({ ok: true, value: { phase: 'signed-out' } }) },
      system: { networkChanged },
    },
  });
  await listenToDesk();
  showProblem(problem('disk-full'));
  listeners.get('online')?.();
  await vi.waitUntil(() => networkChanged.mock.settledResults[0]?.type === 'fulfilled');
  await Promise.resolve(); // so that the code after the call has run
  expect(useProblemBanner.getState().problem?.kind).toBe('disk-full');
});

it('a page that is loaded anew in the demo shows whether its network is there', async () => {
  const network = vi.fn(() => ok({ isConnected: false }));
  const send = await listenIn({ demo: { network } });
  send('session', { ...openSession('demo'), account: { key: 'demo', environment: 'demo' } });
  await untilOpen();
  await vi.waitUntil(() => !useDemoNetwork.getState().isConnected);
  send('session', { phase: 'signed-out' });
  send('session', openSession('a'));
  await untilOpen();
  expect(network).toHaveBeenCalledOnce();
});

it('a confirmed change stays in sight until the open ticket shows it', async () => {
  const ticket = aShownTicket(1, { summary: aTicket(1, { id: someTicketId }) });
  const answers: ((detailConfirmedAtMs: number) => void)[] = [];
  const read = vi.fn(
    () =>
      new Promise((resolve) =>
        answers.push((at) => resolve({ ok: true, value: { ...ticket, detailConfirmedAtMs: at } })),
      ),
  );
  const send = await listenIn({
    tickets: { read, record: () => ok([]), facets: () => ok(useFacets.getInitialState()) },
    outbox: { sent: () => ok({ items: [], total: 0 }) },
  });
  send('session', openSession('a'));
  await untilOpen();
  useTicket.setState({ openId: someTicketId, ticket });
  setOutbox({ items: [outboxItem(1, someComment()), outboxItem(2, someComment())], groups: [], unreadable: 0 });

  send('outbox', { items: [outboxItem(2, someComment())], groups: [], unreadable: 0 });
  const newerRead = readTicket();
  expect([answers.length, useOutbox.getState().items.length]).toEqual([2, 2]);
  answers[0]?.(1);
  await new Promise(setImmediate); // so that everything that hangs on the overtaken answer has run
  expect(useOutbox.getState().items).toHaveLength(2);
  answers[1]?.(2);
  await newerRead;
  await vi.waitUntil(() => useOutbox.getState().items.length === 1);
  expect(useTicket.getState().ticket?.detailConfirmedAtMs).toBe(2);
});

it('a confirmed file stays in sight until the list of the ticket’s files shows it', async () => {
  const ticket = aShownTicket(1, { summary: aTicket(1, { id: someTicketId }) });
  const file = { id: 'f', fileName: 'a.txt', createdBy: 'Jane Doe', createdOn: '2026-01-01 10:00:00' };
  let answer: (attachments: object[]) => void = () => undefined;
  const list = () =>
    new Promise((resolve) => {
      answer = (attachments) => resolve({ ok: true, value: { attachments, fetchedAtMs: 1 } });
    });
  const send = await listenIn({
    tickets: { record: () => ok([]), read: () => ok(ticket), page: () => ok({ rows: [], matching: 0 }) },
    attachments: { list },
  });
  send('session', openSession('b'));
  await untilOpen();
  useTicket.setState({ openId: someTicketId, ticket });
  useAttachments.setState({ ticketId: someTicketId });
  setOutbox({
    items: [outboxItem(1, { kind: 'attachment', ticketId: someTicketId, fileName: 'a.txt', sizeBytes: 1 })],
    groups: [],
    unreadable: 0,
  });

  send('outbox', { items: [], groups: [], unreadable: 0 });
  await new Promise(setImmediate);
  expect(useOutbox.getState().items).toHaveLength(1);
  answer([file]);
  await vi.waitUntil(() => useOutbox.getState().items.length === 0);
  expect(useAttachments.getState().list?.attachments).toEqual([file]);
});

it('the log shows a change that was confirmed before the window was told that the outbox has it', async () => {
  const items = [outboxItem(1, someComment()), outboxItem(2, someComment())];
  let confirmed = 1;
  const send = await listenIn({
    outbox: { sent: () => ok({ items: items.slice(0, confirmed), total: confirmed }) },
  });
  send('session', openSession('d'));
  await untilOpen();
  showScreen('outbox');
  await loadSent();
  expect(useSent.getState().items).toHaveLength(1);
  confirmed = 2;
  send('outbox', { items: [], groups: [], unreadable: 0 });
  await vi.waitUntil(() => useSent.getState().items.length === 2);
});

it('the columns of the settings are known before the first list is shown', async () => {
  const layout = { ...defaultSettings.layout, density: 'compact' as const };
  let answer: () => void = () => undefined;
  const read = () =>
    new Promise((resolve) => {
      answer = () => resolve({ ok: true, value: { ...defaultSettings, layout } });
    });
  const send = await listenIn({ settings: { read } });
  send('session', openSession('c'));
  await new Promise(setImmediate);
  expect(useSession.getState().session.phase).not.toBe('open');
  answer();
  await untilOpen();
  expect(useLayout.getState().layout.density).toBe('compact');
});
