import { type DemoTicket, makePortfolio, type PortfolioPlan } from './portfolio.ts';

/** The kind of ticket that all calls but the feed are about (section 4). */
export const customerSupport = 'Customer Support';

/** Tickets that only the feed lists: of other kinds, and of which the user may not see all. */
export type OtherTickets = { seen: DemoTicket[]; unseen: DemoTicket[] };

const kinds = [
  {
    ticketType: 'Remote Hands',
    requestType: 'Remote Hands',
    category: 'Visual Inspection',
    title: 'Read the LEDs of both switches',
  },
  { ticketType: 'Shipping and Receiving', requestType: 'Inbound', category: 'Pallet', title: 'Two pallets on a truck' },
  { ticketType: 'Facility Access', requestType: 'Visit', category: 'Temporary', title: 'Access for two visitors' },
] as const;

/** So many that one of two pages of 25 rows, or of 30, has none that the user may see. */
const burst = 60;

/** Makes an other ticket for every tenth of the account's, and a burst of unseen ones that changed in one second. */
export function makeOtherTickets(plan: PortfolioPlan, burstOn: string): OtherTickets {
  const count = Math.ceil(plan.count / 10) + burst;
  const tickets = makePortfolio({ ...plan, seed: plan.seed + 1, count, newestId: plan.newestId - 4_000_000 }).map(
    (ticket, index) => ({ ...ticket, ...kinds[index % kinds.length], cancelReason: '', comments: [] }),
  );
  const atOnce = tickets.splice(0, burst).map((ticket) => ({ ...ticket, createdOn: burstOn, updatedOn: burstOn }));
  const isSeen = (_ticket: DemoTicket, index: number) => index % 2 === 0;
  return {
    seen: tickets.filter(isSeen),
    unseen: [...atOnce, ...tickets.filter((ticket, index) => !isSeen(ticket, index))],
  };
}
