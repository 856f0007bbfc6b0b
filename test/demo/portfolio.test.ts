import { expect, it } from 'vitest';
import { categoriesByRequestType, limits, openStatuses } from '../../electron/contract/specification.ts';
import { europeanSites } from '../../electron/demo/portfolio/places.ts';
import { makePortfolio } from '../../electron/demo/portfolio/portfolio.ts';
import { ownService } from '../support/session.ts';

const plan = { seed: 7, count: 8_567, sites: europeanSites, newestId: 9_334_195, endMs: Date.UTC(2026, 10, 24) };
const portfolio = makePortfolio(plan);

it('is the same each time', () => {
  expect(makePortfolio(plan)).toEqual(portfolio);
});

it('has each id once, newest first, over three years', () => {
  expect(new Set(portfolio.map((ticket) => ticket.id)).size).toBe(8_567);
  const created = portfolio.map((ticket) => ticket.createdOn);
  expect(created).toEqual([...created].sort().reverse());
  expect([created.at(-1)?.slice(0, 7), created[0]?.slice(0, 10)]).toEqual(['2023-11', '2026-11-23']);
});

it('covers all sites, request types and categories, and some of former times', () => {
  const present = new Set(portfolio.map((ticket) => `${ticket.requestType}/${ticket.category}`));
  for (const [type, categories] of Object.entries(categoriesByRequestType)) {
    for (const category of categories) expect(present).toContain(`${type}/${category}`);
  }
  expect(present).toContain('Remote Hands/Visual Inspection');
  expect(new Set(portfolio.map((ticket) => ticket.site)).size).toBe(europeanSites.length);
});

it('has a few dozen open tickets, and closing dates only on the others', () => {
  const open = portfolio.filter((ticket) => openStatuses.includes(ticket.status));
  expect(open.length).toBeGreaterThan(24);
  expect(open.length).toBeLessThan(72);
  for (const ticket of portfolio) {
    expect(ticket.closedOn !== '').toBe(!openStatuses.includes(ticket.status));
    expect(ticket.updatedOn >= ticket.createdOn).toBe(true);
  }
});

it('keeps the specification’s limits and leaves no slot unfilled', () => {
  for (const ticket of portfolio) {
    for (const field of [
      'title',
      'location',
      'description',
      'customerReference',
      'createdBy',
      'notificationRecipients',
    ] as const) {
      expect(ticket[field].length).toBeLessThanOrEqual(limits[field]);
      expect(ticket[field]).not.toMatch(/[{}]/);
    }
  }
  expect(portfolio.some((ticket) => ticket.title.length === limits.title)).toBe(true);
  expect(portfolio.some((ticket) => /[\u0600-\u06ff]/.test(ticket.title))).toBe(true);
});

it('lives on: time changes tickets, and none gets lost', async () => {
  const service = await ownService();
  const before = new Map(service.tickets().map((ticket) => [ticket.id, ticket.updatedOn]));
  for (let change = 0; change < 20; change++) service.advance();
  const changed = service.tickets().filter((ticket) => before.get(ticket.id) !== ticket.updatedOn);
  expect(changed.length).toBeGreaterThan(5);
  expect(service.tickets().map((ticket) => ticket.id)).toEqual(expect.arrayContaining([...before.keys()]));
});
