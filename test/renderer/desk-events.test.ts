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
import { readTicket, useTicket } from '../../renderer/state/ticket.ts';
import { outboxItem, someComment, someTicketId } from '../support/outbox-items.ts';
import { aShownTicket, aTicket } from '../support/tickets.ts';

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

it('a confirmed change stays in sight until the open ticket shows it', async () => {
  const ticket = aShownTicket(1, { summary: aTicket(1, { id: someTicketId }) });
  const events = new Map<string, (payload: unknown) => void>();
  const ok = <T>(value: T) => Promise.resolve({ ok: true as const, value });
  const answers: ((detailConfirmedAtMs: number) => void)[] = [];
  const read = vi.fn(
    () =>
      new Promise((resolve) =>
        answers.push((at) => resolve({ ok: true, value: { ...ticket, detailConfirmedAtMs: at } })),
      ),
  );
  vi.stubGlobal('window', {
    addEventListener: () => undefined,
    desk: {
      on: (event: string, listener: (payload: unknown) => void) => events.set(event, listener),
      shows: () => undefined,
      session: { state: () => ok({ phase: 'signed-out' }) },
      tickets: {
        read,
        record: () => ok([]),
        page: () => ok({ rows: [], matching: 0, total: 0, unsent: 0 }),
        facets: () => ok(useFacets.getInitialState()),
      },
      settings: { read: () => ok(defaultSettings) },
      sync: { status: () => new Promise(() => undefined) },
      outbox: { list: () => new Promise(() => undefined), sent: () => ok({ items: [], total: 0 }) },
      drafts: { list: () => new Promise(() => undefined) },
      views: { list: () => new Promise(() => undefined), counts: () => new Promise(() => undefined) },
      referenceData: { catalogue: () => new Promise(() => undefined), sites: () => new Promise(() => undefined) },
    },
  });
  await listenToDesk();
  events.get('session')?.({ phase: 'open', account: { key: 'a' }, accounts: [], sessionOnly: false, notice: null });
  await vi.waitUntil(() => useSession.getState().session.phase === 'open');
  useTicket.setState({ openId: someTicketId, ticket });
  setOutbox({ items: [outboxItem(1, someComment()), outboxItem(2, someComment())], groups: [] });

  events.get('outbox')?.({ items: [outboxItem(2, someComment())], groups: [] });
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
  const events = new Map<string, (payload: unknown) => void>();
  const never = () => new Promise(() => undefined);
  const ok = <T>(value: T) => Promise.resolve({ ok: true as const, value });
  const file = { id: 'f', fileName: 'a.txt', createdBy: 'Jane Doe', createdOn: '2026-01-01 10:00:00' };
  let answer: (attachments: object[]) => void = () => undefined;
  const list = () =>
    new Promise((resolve) => {
      answer = (attachments) => resolve({ ok: true, value: { attachments, fetchedAtMs: 1 } });
    });
  vi.stubGlobal('window', {
    addEventListener: () => undefined,
    desk: {
      on: (event: string, listener: (payload: unknown) => void) => events.set(event, listener),
      shows: () => undefined,
      session: { state: () => ok({ phase: 'signed-out' }) },
      settings: { read: () => ok(defaultSettings) },
      tickets: {
        record: () => ok([]),
        read: () => ok(ticket),
        page: () => ok({ rows: [], matching: 0 }),
        facets: never,
      },
      ...{
        sync: { status: never },
        outbox: { list: never, sent: never },
        drafts: { list: never },
        attachments: { list },
      },
      views: { list: never, counts: never },
      referenceData: { catalogue: never, sites: never },
    },
  });
  await listenToDesk();
  events.get('session')?.({ phase: 'open', account: { key: 'b' }, accounts: [], sessionOnly: false, notice: null });
  await vi.waitUntil(() => useSession.getState().session.phase === 'open');
  useTicket.setState({ openId: someTicketId, ticket });
  useAttachments.setState({ ticketId: someTicketId });
  setOutbox({
    items: [outboxItem(1, { kind: 'attachment', ticketId: someTicketId, fileName: 'a.txt', sizeBytes: 1 })],
    groups: [],
  });

  events.get('outbox')?.({ items: [], groups: [] });
  await new Promise(setImmediate);
  expect(useOutbox.getState().items).toHaveLength(1);
  answer([file]);
  await vi.waitUntil(() => useOutbox.getState().items.length === 0);
  expect(useAttachments.getState().list?.attachments).toEqual([file]);
});

it('the log shows a change that was confirmed before the window was told that the outbox has it', async () => {
  const events = new Map<string, (payload: unknown) => void>();
  const never = () => new Promise(() => undefined);
  const ok = <T>(value: T) => Promise.resolve({ ok: true as const, value });
  const items = [outboxItem(1, someComment()), outboxItem(2, someComment())];
  let confirmed = 1;
  vi.stubGlobal('window', {
    addEventListener: () => undefined,
    desk: {
      on: (event: string, listener: (payload: unknown) => void) => events.set(event, listener),
      shows: () => undefined,
      session: { state: () => ok({ phase: 'signed-out' }) },
      settings: { read: () => ok(defaultSettings) },
      tickets: { page: () => ok({ rows: [], matching: 0, total: 0, unsent: 0 }), facets: never },
      outbox: { list: never, sent: () => ok({ items: items.slice(0, confirmed), total: confirmed }) },
      ...{ sync: { status: never }, drafts: { list: never } },
      referenceData: { catalogue: never, sites: never },
      views: { list: never, counts: never },
    },
  });
  await listenToDesk();
  events.get('session')?.({ phase: 'open', account: { key: 'd' }, accounts: [], sessionOnly: false, notice: null });
  await vi.waitUntil(() => useSession.getState().session.phase === 'open');
  showScreen('outbox');
  await loadSent();
  expect(useSent.getState().items).toHaveLength(1);
  confirmed = 2;
  events.get('outbox')?.({ items: [], groups: [] });
  await vi.waitUntil(() => useSent.getState().items.length === 2);
});

it('the columns of the settings are known before the first list is shown', async () => {
  const events = new Map<string, (payload: unknown) => void>();
  const ok = <T>(value: T) => Promise.resolve({ ok: true as const, value });
  const never = () => new Promise(() => undefined);
  const layout = { ...defaultSettings.layout, density: 'compact' as const };
  let answer: () => void = () => undefined;
  const read = () =>
    new Promise((resolve) => {
      answer = () => resolve({ ok: true, value: { ...defaultSettings, layout } });
    });
  vi.stubGlobal('window', {
    addEventListener: () => undefined,
    desk: {
      on: (event: string, listener: (payload: unknown) => void) => events.set(event, listener),
      shows: () => undefined,
      session: { state: () => ok({ phase: 'signed-out' }) },
      settings: { read },
      tickets: { page: () => ok({ rows: [], matching: 0, total: 0, unsent: 0 }), facets: never },
      ...{ sync: { status: never }, outbox: { list: never }, drafts: { list: never } },
      referenceData: { catalogue: never, sites: never },
      views: { list: never, counts: never },
    },
  });
  await listenToDesk();
  events.get('session')?.({ phase: 'open', account: { key: 'c' }, accounts: [], sessionOnly: false, notice: null });
  await new Promise(setImmediate);
  expect(useSession.getState().session.phase).not.toBe('open');
  answer();
  await vi.waitUntil(() => useSession.getState().session.phase === 'open');
  expect(useLayout.getState().layout.density).toBe('compact');
});
