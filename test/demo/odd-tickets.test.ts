import { describe, expect, it } from 'vitest';
import { limits, openStatuses } from '../../electron/contract/specification.ts';
import { demoShares, makeSomeOdd, observedShares } from '../../electron/demo/portfolio/odd-tickets.ts';
import { europeanSites } from '../../electron/demo/portfolio/places.ts';
import { type DemoTicket, makePortfolio } from '../../electron/demo/portfolio/portfolio.ts';
import { rawClient } from './client.ts';
import type { listSample, ticketSample } from './samples.ts';

const tickets = '/v1/customer-support-tickets';
const plan = { seed: 7, count: 2_000, sites: europeanSites, newestId: 9_334_195, endMs: Date.UTC(2026, 10, 24) };
const usual = makePortfolio(plan);

function odd(shares: typeof demoShares): DemoTicket[] {
  const made = makePortfolio(plan);
  makeSomeOdd(made, shares);
  return made;
}

const share = (among: DemoTicket[], is: (ticket: DemoTicket) => boolean) => among.filter(is).length / among.length;
const isShipping = ({ category }: DemoTicket) => category === 'Shipping / Receiving';
const isPadded = ({ title }: DemoTicket) => title !== title.trim();
const completed = (among: DemoTicket[]) => among.filter(({ status }) => status === 'Completed');

describe('as observed', () => {
  const made = odd(observedShares);

  it('has the shares that were seen, and keeps the limits', () => {
    expect(share(made, isPadded)).toBeCloseTo(0.31, 1);
    expect(share(made, isShipping)).toBeCloseTo(0.2, 1);
    expect(share(made, ({ location }) => location === '')).toBeGreaterThan(0.95);
    expect(share(completed(made), ({ closedOn }) => closedOn === '')).toBeCloseTo(1 / 3, 1);
    expect(made.some(({ createdBy }) => createdBy === '')).toBe(true);
    expect(made.some(({ category }) => category === 'Add Customer Contact')).toBe(true);
    expect(made.some((ticket) => isShipping(ticket) && openStatuses.includes(ticket.status))).toBe(true);
    for (const { title, description } of made) {
      expect(title.length).toBeLessThanOrEqual(limits.title);
      expect(`${title} ${description}`).not.toMatch(/[{}]/);
    }
  });

  it('has a time of closing on every cancelled ticket and on no open one', () => {
    for (const { status, closedOn } of made) {
      if (status === 'Cancelled') expect(closedOn).not.toBe('');
      if (openStatuses.includes(status)) expect(closedOn).toBe('');
    }
  });

  it('spells some statuses in another way, and means the same', async () => {
    const { send, service } = await rawClient({ hasOddRows: true, pageCap: 300 });
    const { content } = (await send('GET', `${tickets}?size=300`)).value as typeof listSample;
    const spelled = new Set(content.map(({ status }) => status));
    expect(spelled.size).toBeGreaterThan(6);
    expect(new Set([...spelled].map((status) => status.trim().toLowerCase()))).toEqual(
      new Set(['new', 'in progress', 'completed', 'cancelled']),
    );

    const { value } = await send('GET', `${tickets}?size=300&status=${encodeURIComponent('In Progress')}`);
    const open = service.tickets().filter(({ status }) => status === 'In Progress');
    expect((value as typeof listSample).content.map(({ id }) => id)).toEqual(open.map(({ id }) => id));
    const otherwise = content.find(({ status }) => /^ ?(new|NEW|in progress|IN PROGRESS) ?$/.test(status));
    const answer = await send('GET', `${tickets}/${otherwise?.id}`);
    expect((answer.value as typeof ticketSample).status).toBe(otherwise?.status);
    expect((await send('POST', '/v1/comments', { requestId: otherwise?.id, comment: 'Still open.' })).status).toBe(200);
  });
});

describe('in the demo', () => {
  const made = odd(demoShares);

  it('leaves the newest tickets and their number as they are', () => {
    expect(made.slice(0, 40)).toEqual(usual.slice(0, 40));
    expect(made).toHaveLength(2_000);
  });

  it('has a few of each oddity, and what is usual prevails', () => {
    const oddities: ((ticket: DemoTicket) => boolean)[] = [
      isShipping,
      isPadded,
      ({ createdBy }) => createdBy === '',
      ({ status, closedOn }) => status === 'Completed' && closedOn === '',
    ];
    for (const is of oddities) {
      expect(share(made, is)).toBeGreaterThan(0);
      expect(share(made, is)).toBeLessThan(0.15);
    }
  });

  it('has an open ticket of a foreign category to try an edit with', async () => {
    const { service } = await rawClient({ ticketCount: 8_567 });
    expect(service.tickets().some((ticket) => isShipping(ticket) && openStatuses.includes(ticket.status))).toBe(true);
  });
});
