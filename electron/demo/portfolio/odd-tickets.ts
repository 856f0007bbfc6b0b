/* What is odd about tickets of the vendor's server: white space, foreign categories, and fields that are empty. */

import { limits } from '../../contract/specification.ts';
import { fill, type Scene } from './fill.ts';
import type { DemoTicket } from './portfolio.ts';
import { Random } from './random.ts';
import { foreignSubjects } from './rare-subjects.ts';

/** How often each oddity occurs, as a share of the tickets that can have it. */
export type OddShares = {
  /** So many of the newest tickets have none. */
  sparedTickets: number;
  foreignCategory: number;
  paddedTitle: number;
  noLocation: number;
  noCreator: number;
  /** Of the Completed ones. */
  noClosedOn: number;
};

/** As observed (companion page "As observed"); how often `createdBy` is empty is a guess. */
export const observedShares: OddShares = {
  sparedTickets: 0,
  foreignCategory: 0.22,
  paddedTitle: 0.3,
  noLocation: 0.97,
  noCreator: 0.02,
  noClosedOn: 1 / 3,
};

/** Of each a few, for the demo, where a visitor should also see what is usual. */
export const demoShares: OddShares = {
  sparedTickets: 40,
  foreignCategory: 0.06,
  paddedTitle: 0.03,
  noLocation: 0.2,
  noCreator: 0.01,
  noClosedOn: 0.1,
};

/** Makes some of the tickets odd, always the same ones. They must be given newest first. */
export function makeSomeOdd(tickets: readonly DemoTicket[], shares: OddShares): void {
  const random = new Random(tickets.length);
  for (const ticket of tickets.slice(shares.sparedTickets)) {
    if (random.chance(shares.foreignCategory)) moveToForeignCategory(ticket, random);
    if (random.chance(shares.paddedTitle)) ticket.title = padded(ticket.title, random);
    if (random.chance(shares.noLocation)) ticket.location = '';
    if (random.chance(shares.noCreator)) ticket.createdBy = '';
    if (ticket.status === 'Completed' && random.chance(shares.noClosedOn)) ticket.closedOn = '';
  }
}

/** Gives a ticket another subject, with the texts that belong to it. */
function moveToForeignCategory(ticket: DemoTicket, random: Random): void {
  const { requestType, category, occasions } = random.weighted(foreignSubjects);
  const { title, text, done } = random.pick(occasions);
  const { location, site, createdOn, status, comments } = ticket;
  const scene: Scene = { location, site, atMs: Date.parse(`${createdOn.replace(' ', 'T')}Z`), filled: new Map() };
  const written = { title: fill(title, scene, random), description: fill(text, scene, random) };
  Object.assign(ticket, { requestType, category, ...written });
  const last = comments.at(-1);
  if (last && status === 'Completed') last.comment = fill(done, scene, random);
}

function padded(title: string, random: Random): string {
  const withPad = random.pick([`${title} `, ` ${title}`, `${title}  `, `${title}\t`]);
  return withPad.length > limits.title ? title : withPad;
}
