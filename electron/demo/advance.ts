import { openStatuses } from '../contract/specification.ts';
import { coordinators, technicians } from './portfolio/people.ts';
import { type DemoTicket, makePortfolio } from './portfolio/portfolio.ts';
import type { Random } from './portfolio/random.ts';
import type { DemoAccount, ServiceState } from './state.ts';

/**
 * Simulates one event in an account: the operator works on an open ticket, or a colleague opens a new one, which always
 * happens while fewer than 25 are open.
 */
export function advance(state: ServiceState, account: DemoAccount, random: Random): void {
  const open = account.tickets.filter((ticket) => openStatuses.includes(ticket.status));
  const [first, ...others] = open;
  if (!first || open.length < 25 || random.chance(0.2)) {
    openTicket(state, account, random);
    return;
  }
  const ticket = random.pick([first, ...others]);
  const technician = random.pick(technicians);
  if (ticket.status === 'New') {
    state.comment(ticket, technician, 'Thank you for your request. We are starting the check now.');
    state.change(ticket, { status: 'In Progress' });
  } else if (random.chance(0.6)) {
    state.comment(ticket, technician, remark(random));
  } else {
    state.comment(ticket, technician, 'Done as requested. Please let us know if anything is missing.');
    state.change(ticket, { status: 'Completed', closedOn: state.now() });
  }
}

function remark(random: Random): string {
  return random.pick([
    'The technician is on the way to the cage.',
    'The first check showed nothing unusual; we are still measuring.',
    'The part has arrived and will be fitted tonight.',
    'We need your approval before we continue. Could you confirm here?',
  ]);
}

/** Adds a ticket as a colleague would open it, with the given fields and generated ones for the rest. */
export function openTicket(
  state: ServiceState,
  account: DemoAccount,
  random: Random,
  fields: Partial<DemoTicket> = {},
): DemoTicket {
  const plan = { seed: random.integer(1, 1e9), count: 1, sites: account.sites, newestId: 1, endMs: state.nowMs() };
  const [draft] = makePortfolio(plan);
  if (!draft) throw new Error('an empty portfolio');
  const now = state.now();
  const ticket: DemoTicket = {
    ...draft,
    id: state.nextId(),
    status: 'New',
    createdBy: random.pick(coordinators),
    createdOn: now,
    updatedOn: now,
    closedOn: '',
    cancelReason: '',
    comments: [],
    ...fields,
  };
  state.add(account, ticket);
  return ticket;
}
