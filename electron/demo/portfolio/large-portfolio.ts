/*
 * The tickets of a very large account, which are made when they are looked at: a million whole ones would take gigabytes. Only
 * those that something changed are kept.
 */

import { type DemoTicket, makeTicket, type PortfolioPlan, statusAt, ticketFields } from './portfolio.ts';
import { Random } from './random.ts';
import { historyMs } from './times.ts';

/** From so many tickets on they are made when they are looked at. */
export const largeFrom = 200_000;

/** Ids in between belong to other customers. */
const idStep = 5;

/** Makes `count` tickets, newest first, and always the same ones for the same plan. */
export function makeLargePortfolio(plan: PortfolioPlan): DemoTicket[] {
  const prototype = prototypeFor(plan);
  const tickets: DemoTicket[] = [];
  for (let age = 0; age < plan.count; age++) {
    const ticket = Object.create(prototype) as Seed & DemoTicket;
    ticket.id = `WO${plan.newestId - age * idStep}`;
    ticket.age = age;
    ticket.status = statusOf(plan, age); // lists are filtered by it, and must not make every ticket for that
    tickets.push(ticket);
  }
  return tickets;
}

/** What is kept of each ticket, and all of it once it was changed. */
type Seed = { id: string; age: number; status: string; changed?: DemoTicket };

/** Each field makes the whole ticket; a row reads all fields of one ticket, so the last one is remembered. */
function prototypeFor(plan: PortfolioPlan): object {
  let last: { age: number; whole: DemoTicket } | null = null;
  const wholeOf = (seed: Seed): DemoTicket => {
    if (seed.changed) return seed.changed;
    if (last?.age !== seed.age) last = { age: seed.age, whole: makeOne(plan, seed) };
    return last.whole;
  };
  const prototype = {};
  for (const field of ticketFields) {
    if (field === 'id' || field === 'status') continue; // each ticket's own
    Object.defineProperty(prototype, field, {
      get(this: Seed) {
        return wholeOf(this)[field];
      },
      set(this: Seed, value: never) {
        this.changed ??= { ...wholeOf(this) };
        this.changed[field] = value;
      },
    });
  }
  return prototype;
}

function makeOne(plan: PortfolioPlan, { id, age, status }: Seed): DemoTicket {
  const random = new Random(plan.seed + age * 3 + 1);
  const createdMs = plan.endMs - Math.floor((age + random.next()) * (historyMs / plan.count)) - 1_000;
  return makeTicket({ id, age, createdMs, endMs: plan.endMs, site: random.pick(plan.sites), status }, random);
}

const statusOf = ({ seed }: PortfolioPlan, age: number) => statusAt(age, new Random(seed + age * 3));
