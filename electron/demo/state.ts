/* The demo service's data, and the changes that calls and simulated activity make to it. */

import type { DemoOptions } from './options.ts';
import { type DemoAttachment, filesOf } from './portfolio/files.ts';
import { largeFrom, makeLargePortfolio } from './portfolio/large-portfolio.ts';
import { demoShares, makeSomeOdd, type OddShares, observedShares } from './portfolio/odd-tickets.ts';
import { customerSupport, makeOtherTickets, type OtherTickets } from './portfolio/other-kinds.ts';
import { americanSites, europeanSites, type Site } from './portfolio/places.ts';
import { type DemoTicket, makePortfolio, type PortfolioPlan } from './portfolio/portfolio.ts';
import { formatTime, portfolioEndMs } from './portfolio/times.ts';

/** One account with everything in it. */
export type DemoAccount = {
  masterAccountId: string;
  masterAccountName: string;
  accountId: string;
  accountName: string;
  sites: readonly [Site, ...Site[]];
  /** Newest first. */
  tickets: DemoTicket[];
  ticketsById: Map<string, DemoTicket>;
  /** What the portfolio was made from. */
  plan: PortfolioPlan;
  /** What the feed lists besides, made when it is needed. */
  others?: OtherTickets;
  /** The files of the tickets that were asked for theirs or attached to; those of the others are made when needed. */
  attachments: Map<string, DemoAttachment[]>;
};

/** What the service holds: two accounts with their tickets and files, which calls and simulated activity change. */
export class ServiceState {
  readonly accounts: readonly [DemoAccount, DemoAccount];
  readonly options: () => DemoOptions;
  /** When tickets and comments came to be, in milliseconds by the service's clock; those of the portfolio have always been. */
  readonly #addedAtMs = new WeakMap<object, number>();
  #lastId: number;

  constructor(options: () => DemoOptions) {
    this.options = options;
    const newestId = 9_334_195; // so that the next ticket is the specification's WO9334196
    this.#lastId = newestId;
    const { ticketCount: count, hasOddRows } = options();
    const shares = hasOddRows ? observedShares : demoShares;
    const endMs = portfolioEndMs(this.nowMs());
    const master = { masterAccountId: '100123', masterAccountName: 'Meridian Payments Group' };
    this.accounts = [
      {
        ...master,
        accountId: '0011A00001MeRiDEUR',
        accountName: 'Meridian Payments Europe',
        ...holding({ seed: 20_231_108, count, sites: europeanSites, newestId, endMs }, shares),
      },
      {
        ...master,
        accountId: '0011A00001MeRiDAME',
        accountName: 'Meridian Payments Americas',
        ...holding(
          {
            seed: 4_711,
            count: Math.ceil((count * 412) / 8_567),
            sites: americanSites,
            newestId: newestId - 2_000_000,
            endMs,
          },
          shares,
        ),
      },
    ];
  }

  /** The time by the service's clock. */
  nowMs(): number {
    return Date.now() + this.options().clockOffsetMs;
  }

  /** The same in the API's format. */
  now(): string {
    return formatTime(this.nowMs());
  }

  nextId(): string {
    this.#lastId += 1;
    return `WO${this.#lastId}`;
  }

  add(account: DemoAccount, ticket: DemoTicket): void {
    if (ticket.ticketType !== customerSupport) {
      this.otherTickets(account).seen.push(ticket);
      return;
    }
    this.#addedAtMs.set(ticket, this.nowMs());
    account.tickets.unshift(ticket);
    account.ticketsById.set(ticket.id, ticket);
  }

  remove(account: DemoAccount, id: string): void {
    account.tickets = account.tickets.filter((ticket) => ticket.id !== id);
    account.ticketsById.delete(id);
  }

  /** The tickets that the calls show, newest first: not yet those that were added less than `ticketDelayMs` ago. */
  shownTickets(account: DemoAccount): DemoTicket[] {
    const { ticketDelayMs } = this.options();
    return ticketDelayMs === 0
      ? account.tickets
      : account.tickets.filter((ticket) => this.#isOlderThan(ticket, ticketDelayMs));
  }

  /** One of those tickets. */
  shownTicket(account: DemoAccount, id: string): DemoTicket | undefined {
    const ticket = account.ticketsById.get(id);
    return ticket && this.#isOlderThan(ticket, this.options().ticketDelayMs) ? ticket : undefined;
  }

  /** The tickets that only the feed lists. */
  otherTickets(account: DemoAccount): OtherTickets {
    account.others ??= makeOtherTickets(account.plan, account.tickets[30]?.updatedOn ?? formatTime(account.plan.endMs));
    return account.others;
  }

  /** The comments that the single call shows: not yet those that were added less than `commentDelayMs` ago. */
  shownComments({ comments }: DemoTicket): DemoTicket['comments'] {
    return comments.filter((comment) => this.#isOlderThan(comment, this.options().commentDelayMs));
  }

  /** Whether a ticket or comment has been there for so long. */
  #isOlderThan(thing: object, delayMs: number): boolean {
    return delayMs === 0 || (this.#addedAtMs.get(thing) ?? 0) + delayMs <= this.nowMs();
  }

  /** Changes fields of a ticket, and sets the time of its last change. */
  change(ticket: DemoTicket, fields: Partial<DemoTicket>): void {
    Object.assign(ticket, { ...fields, updatedOn: this.now() });
  }

  /** The files of a ticket, oldest first. */
  attachmentsOf(account: DemoAccount, ticket: DemoTicket): readonly DemoAttachment[] {
    const known = account.attachments.get(ticket.id) ?? filesOf(ticket);
    account.attachments.set(ticket.id, known);
    return known;
  }

  attach(account: DemoAccount, ticket: DemoTicket, attachment: DemoAttachment): void {
    account.attachments.set(ticket.id, [...this.attachmentsOf(account, ticket), attachment]);
    this.change(ticket, {});
  }

  /** Adds a comment to a ticket. */
  comment(ticket: DemoTicket, commentedBy: string, comment: string) {
    const added = { comment, commentedBy, commentedOn: this.now() };
    this.#addedAtMs.set(added, this.nowMs());
    this.change(ticket, { comments: [...ticket.comments, added] });
    return added;
  }
}

function holding(plan: PortfolioPlan, shares: OddShares) {
  const tickets = plan.count < largeFrom ? makePortfolio(plan) : makeLargePortfolio(plan);
  if (plan.count < largeFrom) makeSomeOdd(tickets, shares); // which changes, and so keeps, nearly all of them
  const ticketsById = new Map(tickets.map((ticket) => [ticket.id, ticket]));
  return { plan, sites: plan.sites, tickets, ticketsById, attachments: new Map() };
}
