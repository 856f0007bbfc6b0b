import { limits } from '../../contract/specification.ts';
import { type DemoComment, writeConversation } from './conversation.ts';
import { writeAppendix } from './description.ts';
import { fill, type Scene } from './fill.ts';
import { addressOf, coordinators } from './people.ts';
import { locationsOf, type Site } from './places.ts';
import { Random } from './random.ts';
import type { Subject } from './subjects/subject.ts';
import { formerSubjects, subjects } from './subjects.ts';
import { formatTime, historyMs } from './times.ts';

/** A ticket as the single call gives it (section 4), in the vendor's own spelling, white space at the ends included. */
export type DemoTicket = {
  id: string;
  title: string;
  status: string;
  site: string;
  location: string;
  requestType: string;
  category: string;
  description: string;
  customerReference: string;
  createdOn: string;
  updatedOn: string;
  closedOn: string;
  createdBy: string;
  ticketType: string;
  notificationRecipients: string;
  comments: DemoComment[];
};

export type PortfolioPlan = {
  seed: number;
  count: number;
  sites: readonly [Site, ...Site[]];
  newestId: number;
  endMs: number;
};

/** Makes `count` tickets, newest first: the same ones for the same plan. */
export function makePortfolio({ seed, count, sites, newestId, endMs }: PortfolioPlan): DemoTicket[] {
  const random = new Random(seed);
  const tickets: DemoTicket[] = [];
  const stepMs = historyMs / count;
  let id = newestId;
  for (let age = 0; age < count; age++) {
    const createdMs = endMs - Math.floor((age + random.next()) * stepMs) - 1_000;
    tickets.push(makeTicket(`WO${id}`, age, createdMs, endMs, random.pick(sites), random));
    id -= random.integer(1, 9); // the operator has other customers
  }
  return tickets;
}

function makeTicket(
  id: string,
  age: number,
  createdMs: number,
  endMs: number,
  { site }: Site,
  random: Random,
): DemoTicket {
  const location = random.chance(0.12) ? '' : random.pick(cagesOf(site));
  const scene: Scene = { location, site, atMs: createdMs, filled: new Map() };
  const isFormer = endMs - createdMs > (historyMs * 2) / 3 && random.chance(0.08);
  const subject = pickSubject(isFormer ? formerSubjects : subjects, random);
  const occasion = random.pick(subject.occasions);
  const status = statusAt(age, random);
  const createdBy = random.pick(coordinators);
  const description = [occasion.text, ...writeAppendix(subject.category, site, createdBy, random)].join('\n\n');
  const comments = writeConversation({ occasion, scene, createdBy, status, endMs }, random);
  const updatedOn = comments.at(-1)?.commentedOn ?? formatTime(createdMs);
  return {
    id,
    title: writeTitle(occasion.title, scene, random),
    status,
    site,
    location,
    requestType: subject.requestType,
    category: subject.category,
    description: fill(description, scene, random),
    customerReference: random.chance(0.45) ? `MPG-${random.integer(10_000, 99_999)}` : '',
    createdOn: formatTime(createdMs),
    updatedOn,
    closedOn: status === 'Completed' ? updatedOn : '',
    createdBy,
    ticketType: 'Customer Support',
    notificationRecipients: recipientsOf(createdBy, random),
    comments,
  };
}

const longEnding =
  ' – follow-up with the complete list of devices, serial numbers, owners, and the times at which each was lost and came back';

/** One in a hundred is as long as the field allows, and some carry white space at their ends, as the vendor's do. */
function writeTitle(text: string, scene: Scene, random: Random): string {
  const title = fill(text, scene, random);
  if (random.chance(0.01)) return `${title}${longEnding}`.slice(0, limits.title);
  return random.chance(0.03) ? `${title}  ` : title;
}

/** Some forty tickets are open, most of them new ones, a few that drag on for weeks. */
function statusAt(age: number, random: Random): string {
  if (age < 11) return random.chance(0.8) ? 'New' : 'In Progress';
  if (age < 40) return random.chance(0.6) ? 'In Progress' : 'Completed';
  if (age < 400) return random.chance(0.03) ? 'In Progress' : closedStatus(random);
  return closedStatus(random);
}

const closedStatus = (random: Random) => (random.chance(0.07) ? 'Cancelled' : 'Completed');

function pickSubject(from: readonly [Subject, ...Subject[]], random: Random): Subject {
  const [first, ...others] = from;
  return random.weighted([[first.weight, first], ...others.map((subject) => [subject.weight, subject] as const)]);
}

function recipientsOf(createdBy: string, random: Random): string {
  const people = [createdBy, ...Array.from({ length: random.integer(0, 2) }, () => random.pick(coordinators))];
  return [...new Set(people.map(addressOf))].join(', ');
}

const cages = new Map<string, [string, ...string[]]>();

/** The cages and racks of a site, which are what tickets name. */
function cagesOf(site: string): [string, ...string[]] {
  const known = cages.get(site);
  if (known) return known;
  const [first, ...others] = locationsOf(site).flatMap(({ location }) => (/Cage \d/.test(location) ? [location] : []));
  if (!first) throw new Error(`the site ${site} has no cage`);
  cages.set(site, [first, ...others]);
  return [first, ...others];
}
