import { openStatuses } from '../contract/specification.ts';
import { coordinators, technicians } from './portfolio/people.ts';
import { type DemoTicket, makePortfolio } from './portfolio/portfolio.ts';
import type { Random } from './portfolio/random.ts';
import type { DemoAccount, World } from './world.ts';

/** Time passes: one thing happens in the account, as it would at the operator's desk or with a colleague. */
export function advance(world: World, account: DemoAccount, random: Random): void {
  const open = account.tickets.filter((ticket) => openStatuses.includes(ticket.status));
  const [first, ...others] = open;
  if (!first || open.length < 25 || random.chance(0.2)) {
    openTicket(world, account, random);
    return;
  }
  const ticket = random.pick([first, ...others]);
  const technician = random.pick(technicians);
  if (ticket.status === 'New') {
    world.comment(ticket, technician, 'Thank you for your request. We begin with the check now.');
    world.change(ticket, { status: 'In Progress' });
  } else if (random.chance(0.6)) {
    world.comment(ticket, technician, remark(random));
  } else {
    world.comment(ticket, technician, 'Done as requested. Please tell us if anything is missing.');
    world.change(ticket, { status: 'Completed', closedOn: world.now() });
  }
}

function remark(random: Random): string {
  return random.pick([
    'The technician is on the way to the cage.',
    'The first check showed nothing unusual; we go on measuring.',
    'The part has arrived and is fitted in the coming night.',
    'We need your agreement before we go on. Could you confirm here?',
  ]);
}

/** A colleague opens a ticket; `fields` say what matters of it. */
export function openTicket(
  world: World,
  account: DemoAccount,
  random: Random,
  fields: Partial<DemoTicket> = {},
): DemoTicket {
  const plan = { seed: random.integer(1, 1e9), count: 1, sites: account.sites, newestId: 1, endMs: world.nowMs() };
  const [draft] = makePortfolio(plan);
  if (!draft) throw new Error('an empty portfolio');
  const now = world.now();
  const ticket: DemoTicket = {
    ...draft,
    id: world.nextId(),
    status: 'New',
    createdBy: random.pick(coordinators),
    createdOn: now,
    updatedOn: now,
    closedOn: '',
    comments: [],
    ...fields,
  };
  world.add(account, ticket);
  return ticket;
}
