import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { noMarks } from '../../electron/contract/marks.ts';
import { problem } from '../../electron/contract/problem.ts';
import type { ShownTicket } from '../../electron/contract/query.ts';
import { resetAccountStores } from '../../renderer/state/account-store.ts';
import { setRead as setReadAnywhere } from '../../renderer/state/marks.ts';
import { showScreen } from '../../renderer/state/screen.ts';
import { useSession } from '../../renderer/state/session.ts';
import { closeTicket, openTicket, readTicket, useTicket } from '../../renderer/state/ticket.ts';
import { listenToReading, snoozeTicket, toggleRead, toggleStar } from '../../renderer/state/ticket-marks.ts';
import { aShownTicket, ticketId } from '../support/tickets.ts';

const ok = { ok: true, value: null };
const setRead = vi.fn();
const star = vi.fn();
const snooze = vi.fn();
const listeners = new Map<string, () => void>();
const page = { visibilityState: 'visible', isFocused: true };
/** What the main process holds. */
const tickets = new Map<string, ShownTicket>();

const unread = (number: number, fields: Partial<ShownTicket> = {}) =>
  tickets.set(ticketId(number), aShownTicket(number, { isUnread: true, ...fields }));
const later = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const read = () => setRead.mock.calls.flatMap(([{ ids, isRead }]) => (isRead ? ids : []));

beforeAll(() => {
  vi.stubGlobal('window', {
    addEventListener: (event: string, listener: () => void) => listeners.set(event, listener),
  });
  vi.stubGlobal('document', {
    addEventListener: (event: string, listener: () => void) => listeners.set(event, listener),
    get visibilityState() {
      return page.visibilityState;
    },
    hasFocus: () => page.isFocused,
  });
  listenToReading();
});

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  tickets.clear();
  for (const number of [1, 2, 3]) unread(number);
  Object.assign(page, { visibilityState: 'visible', isFocused: true });
  for (const call of [setRead, star, snooze]) call.mockReset().mockResolvedValue(ok);
  vi.stubGlobal('window', {
    desk: {
      tickets: {
        read: ({ id }: { id: string }) => Promise.resolve({ ok: true, value: tickets.get(id) ?? null }),
        record: () => Promise.resolve({ ok: true, value: [] }),
      },
      marks: { setRead, star, snooze },
    },
  });
  resetAccountStores();
  return () => void vi.useRealTimers();
});

describe('a ticket in sight', () => {
  it('is read after a moment, once', async () => {
    await openTicket(ticketId(1));
    await later(1_400);
    expect(read()).toEqual([]);
    await later(200);
    expect(read()).toEqual([ticketId(1)]);
    expect(useTicket.getState().ticket?.isUnread).toBe(false);
    await later(5_000);
    expect(read()).toHaveLength(1);
  });

  it('is not read by whoever passes it with the arrow key', async () => {
    for (const number of [1, 2, 3, 2, 1, 2]) {
      await openTicket(ticketId(number));
      await later(300);
    }
    closeTicket();
    await later(5_000);
    expect(read()).toEqual([]);
  });

  it.each<[string, () => void, () => void]>([
    ['the window is in the background', () => (page.isFocused = false), () => (page.isFocused = true)],
    ['the window is hidden', () => (page.visibilityState = 'hidden'), () => (page.visibilityState = 'visible')],
    ['the outbox is shown', () => showScreen('outbox'), () => showScreen('tickets')],
  ])('is not read while %s', async (_, begin, end) => {
    await openTicket(ticketId(1));
    await later(1_000);
    begin();
    for (const listener of listeners.values()) listener();
    await later(5_000);
    expect(read()).toEqual([]);
    end();
    for (const listener of listeners.values()) listener();
    await later(1_400);
    expect(read()).toEqual([]);
    await later(200);
    expect(read()).toEqual([ticketId(1)]);
  });

  it('is left alone when there is no news in it', async () => {
    tickets.set(ticketId(1), aShownTicket(1));
    await openTicket(ticketId(1));
    await later(5_000);
    expect(setRead).not.toHaveBeenCalled();
  });

  it('is read for a reminder that is due, too', async () => {
    tickets.set(ticketId(1), aShownTicket(1, { marks: { ...noMarks, snoozedUntilMs: 1 } }));
    await openTicket(ticketId(1));
    await later(2_000);
    expect(read()).toEqual([ticketId(1)]);
  });

  it('is read again when something comes while it is open', async () => {
    await openTicket(ticketId(1));
    await later(2_000);
    await readTicket();
    await later(2_000);
    expect(read()).toEqual([ticketId(1), ticketId(1)]);
  });

  it('is not tried again and again when reading fails', async () => {
    setRead.mockResolvedValue({ ok: false, problem: problem('disk-full') });
    await openTicket(ticketId(1));
    await later(10_000);
    expect(read()).toHaveLength(1);
  });
});

describe('a ticket that is set back to unread', () => {
  it('stays so until it is opened again', async () => {
    tickets.set(ticketId(1), aShownTicket(1));
    await openTicket(ticketId(1));
    await toggleRead();
    expect(setRead).toHaveBeenCalledWith({ ids: [ticketId(1)], isRead: false });
    unread(1);
    await readTicket();
    await later(5_000);
    expect(read()).toEqual([]);
    await openTicket(ticketId(2));
    await openTicket(ticketId(1));
    await later(2_000);
    expect(read()).toEqual([ticketId(1)]);
  });

  it('is read at once by the same key', async () => {
    await openTicket(ticketId(1));
    await toggleRead();
    expect(read()).toEqual([ticketId(1)]);
    expect(useTicket.getState().ticket?.isUnread).toBe(false);
  });
});

it('shows a star and a snooze at once, but only when they are on the disk', async () => {
  await openTicket(ticketId(1));
  await toggleStar();
  await snoozeTicket(2_000_000);
  expect(useTicket.getState().ticket?.marks).toMatchObject({ isStarred: true, snoozedUntilMs: 2_000_000 });
  star.mockResolvedValue({ ok: false, problem: problem('disk-full') });
  await toggleStar();
  expect(star).toHaveBeenLastCalledWith({ ids: [ticketId(1)], isStarred: false });
  expect(useTicket.getState().ticket?.marks.isStarred).toBe(true);
});

it('marks no ticket while another one is on its way into the pane', async () => {
  await openTicket(ticketId(1));
  const opening = openTicket(ticketId(2));
  await Promise.all([toggleStar(), toggleRead(), snoozeTicket(null)]);
  await opening;
  for (const call of [star, setRead, snooze]) expect(call).not.toHaveBeenCalled();
});

it('reads no ticket that the sign-in form covers, but does once it is left', async () => {
  await openTicket(ticketId(1));
  useSession.setState({ signingIn: { again: null } });
  await later(5_000);
  expect(read()).toEqual([]);
  useSession.setState({ signingIn: null });
  await later(2_000);
  expect(read()).toEqual([ticketId(1)]);
});

it('leaves the open ticket unread when another one is marked as such after it', async () => {
  await openTicket(ticketId(1));
  await later(2_000);
  unread(1);
  await toggleRead();
  await setReadAnywhere([ticketId(2)], false);
  await later(5_000);
  expect(read()).toEqual([ticketId(1)]); // when it was opened, and no more
  await openTicket(ticketId(2));
  await later(2_000);
  expect(read()).toEqual([ticketId(1), ticketId(2)]);
});

it('leaves the open ticket unread when the list or a key marks it as such', async () => {
  await openTicket(ticketId(1));
  await later(2_000);
  await setReadAnywhere([ticketId(1), ticketId(2)], false);
  expect(useTicket.getState().ticket?.isUnread).toBe(true);
  await setReadAnywhere([ticketId(2)], true);
  await later(5_000);
  expect(setRead).toHaveBeenCalledTimes(3);
});
