import { expect, it, onTestFinished, vi } from 'vitest';
import { openStatuses } from '../../electron/contract/specification.ts';
import { Morning } from '../../electron/demo/morning.ts';
import { defaultOptions } from '../../electron/demo/options.ts';
import { europeanSites } from '../../electron/demo/portfolio/places.ts';
import { makePortfolio } from '../../electron/demo/portfolio/portfolio.ts';
import { portfolioEndMs } from '../../electron/demo/portfolio/times.ts';
import { ServiceState } from '../../electron/demo/state.ts';
import { ownService } from '../support/session.ts';

function ownMorning() {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const state = new ServiceState(() => ({ ...defaultOptions, ticketCount: 1_000 }));
  const [account] = state.accounts;
  const before = new Map(account.tickets.map((ticket) => [ticket.id, structuredClone(ticket)]));
  const onOver = vi.fn();
  /** What has happened so far: the comments that came, the statuses that changed, and the new tickets. */
  const events = () =>
    account.tickets.flatMap((ticket) => {
      const was = before.get(ticket.id);
      if (!was) return ['new'];
      const comments = ticket.comments.slice(was.comments.length).map(({ comment }) => comment);
      return [...comments, ...(ticket.status === was.status ? [] : [`${was.status} → ${ticket.status}`])];
    });
  return { morning: new Morning(state, account, onOver), events, onOver };
}

it('begins when no list is asked for any more, and is over within some seconds', () => {
  const { morning, events, onOver } = ownMorning();
  vi.advanceTimersByTime(60_000);
  for (let page = 0; page < 5; page++) {
    morning.noteList();
    vi.advanceTimersByTime(1_500);
  }
  expect(events()).toEqual([]);
  vi.advanceTimersByTime(8_000);
  morning.noteList();
  vi.advanceTimersByTime(60_000);
  expect(onOver).toHaveBeenCalledOnce();
  const happened = events();
  expect(happened).toHaveLength(6);
  expect(happened).toEqual(
    expect.arrayContaining([
      'new',
      'New → In Progress',
      'In Progress → Completed',
      expect.stringContaining('approval'),
      expect.stringContaining('The part has arrived'),
      expect.stringContaining('Done as requested'),
    ]),
  );
});

it('ends with the service', () => {
  const { morning, events } = ownMorning();
  morning.noteList();
  morning.stop();
  morning.noteList();
  vi.advanceTimersByTime(60_000);
  expect(events()).toEqual([]);
});

it('is not played by a service that others start', async () => {
  const onMorningOver = vi.fn();
  const service = await ownService({ onMorningOver });
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  await fetch(`${service.baseUrl}/v1/customer-support-tickets?page=0&size=10`);
  vi.advanceTimersByTime(60_000);
  expect(onMorningOver).not.toHaveBeenCalled();
});

it('some open tickets have gone quiet for two weeks', () => {
  const endMs = portfolioEndMs(Date.now());
  const plan = { seed: 20_231_108, count: 8_567, sites: europeanSites, newestId: 9_334_195, endMs };
  const twoWeeksAgo = new Date(endMs - 14 * 86_400_000).toISOString().replace('T', ' ');
  const quiet = makePortfolio(plan).filter(
    ({ status, updatedOn }) => openStatuses.includes(status) && updatedOn < twoWeeksAgo,
  );
  expect(quiet.length).toBeGreaterThan(2);
  expect(quiet.length).toBeLessThan(15);
});
