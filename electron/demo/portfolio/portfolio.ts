/* Makes the tickets of an account: three years of them, alike at every start on the same day. */

import { cancelReasons, limits, openStatuses } from '../../contract/specification.ts';
import { fill, type Scene } from './fill.ts';
import { addressOf, coordinators, technicians } from './people.ts';
import { locationsOf, type Site } from './places.ts';
import { Random } from './random.ts';
import { formerSubjects } from './rare-subjects.ts';
import type { Occasion } from './subject.ts';
import { subjects } from './subjects.ts';
import { formatTime, historyMs } from './times.ts';

/** A ticket as the single call returns it (section 4); like the vendor's, some have white space around their texts. */
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
  /** `''` unless the ticket is cancelled; the call then sends `null`. */
  cancelReason: string;
  comments: DemoComment[];
};

/** The fields of a ticket, in the order of the specification. */
export const ticketFields = [
  'id',
  'title',
  'status',
  'site',
  'location',
  'requestType',
  'category',
  'description',
  'customerReference',
  'createdOn',
  'updatedOn',
  'closedOn',
  'createdBy',
  'ticketType',
  'notificationRecipients',
  'cancelReason',
  'comments',
] as const satisfies readonly (keyof DemoTicket)[];

/** What a portfolio is made from. */
export type PortfolioPlan = {
  seed: number;
  count: number;
  sites: readonly [Site, ...Site[]];
  newestId: number;
  endMs: number;
};

/** Makes `count` tickets, newest first, and always the same ones for the same plan. */
export function makePortfolio({ seed, count, sites, newestId, endMs }: PortfolioPlan): DemoTicket[] {
  const random = new Random(seed);
  const tickets: DemoTicket[] = [];
  const stepMs = historyMs / count;
  let id = newestId;
  for (let age = 0; age < count; age++) {
    const createdMs = endMs - Math.floor((age + random.next()) * stepMs) - 1_000;
    tickets.push(makeTicket({ id: `WO${id}`, age, createdMs, endMs, site: random.pick(sites) }, random));
    id -= random.integer(1, 9); // ids in between belong to other customers
  }
  return tickets;
}

type Outline = {
  id: string;
  /** How many tickets are newer. */
  age: number;
  createdMs: number;
  endMs: number;
  site: Site;
  /** Chosen if missing. */
  status?: string;
};

/** Makes one ticket. */
export function makeTicket(outline: Outline, random: Random): DemoTicket {
  const { id, age, createdMs, endMs } = outline;
  const { site } = outline.site;
  const location = random.chance(0.12) ? '' : random.pick(cagesOf(site));
  const scene: Scene = { location, site, atMs: createdMs, filled: new Map() };
  const isFormer = endMs - createdMs > (historyMs * 2) / 3 && random.chance(0.08);
  const subject = random.weighted(isFormer ? formerSubjects : subjects);
  const occasion = random.pick(subject.occasions);
  const status = outline.status ?? statusAt(age, random);
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
    closedOn: openStatuses.includes(status) ? '' : updatedOn,
    createdBy,
    ticketType: 'Customer Support',
    notificationRecipients: recipientsOf(createdBy, random),
    cancelReason: status === 'Cancelled' ? (cancelReasons[age % cancelReasons.length] ?? '') : '',
    comments,
  };
}

const longEnding =
  ' – follow-up with the complete list of devices, serial numbers, owners, and the times at which each was lost and came back';

/** One title in a hundred is as long as the field allows, and some end in white space, as the vendor's do. */
function writeTitle(text: string, scene: Scene, random: Random): string {
  const title = fill(text, scene, random);
  if (random.chance(0.01)) return `${title}${longEnding}`.slice(0, limits.title);
  return random.chance(0.03) ? `${title}  ` : title;
}

/** Leaves some forty tickets open: mostly young ones, and a few that drag on for weeks. */
export function statusAt(age: number, random: Random): string {
  if (age < 11) return random.chance(0.8) ? 'New' : 'In Progress';
  if (age < 40) return random.chance(0.6) ? 'In Progress' : 'Completed';
  if (age < 400) return random.chance(0.03) ? 'In Progress' : closedStatus(random);
  return closedStatus(random);
}

const closedStatus = (random: Random) => (random.chance(0.07) ? 'Cancelled' : 'Completed');

function recipientsOf(createdBy: string, random: Random): string {
  const people = [createdBy, ...Array.from({ length: random.integer(0, 2) }, () => random.pick(coordinators))];
  return [...new Set(people.map(addressOf))].join(', ');
}

const cages = new Map<string, [string, ...string[]]>();

/** Returns the cages and racks of a site, which are the locations that tickets name. */
function cagesOf(site: string): [string, ...string[]] {
  const known = cages.get(site);
  if (known) return known;
  const [first, ...others] = locationsOf(site).flatMap(({ location }) => (/Cage \d/.test(location) ? [location] : []));
  if (!first) throw new Error(`the site ${site} has no cage`);
  cages.set(site, [first, ...others]);
  return [first, ...others];
}

const categoriesWithDevices = ['Cooling - Datacenter', 'Electrical', 'Planned Maintenance'];

/** Writes the end of a description: contacts and, for some categories, a list of devices and now and then a long log. */
function writeAppendix(category: string, site: string, createdBy: string, random: Random): string[] {
  const paragraphs: string[] = [];
  if (random.chance(0.5)) {
    paragraphs.push(`Contact: ${createdBy}\nEscalation: operations bridge, +44 20 7946 0${random.integer(100, 999)}`);
  }
  if (!categoriesWithDevices.includes(category)) return paragraphs;
  if (random.chance(0.4)) paragraphs.push(`Affected:\n${devices(site, random)}`);
  if (random.chance(0.08)) paragraphs.push(`Excerpt of our monitoring:\n${log(random)}`);
  return paragraphs;
}

function devices(site: string, random: Random): string {
  const lines = Array.from({ length: random.integer(2, 9) }, (_, index) => {
    const name = `${site.toLowerCase()}-${random.pick(['db', 'sw', 'hsm', 'gw', 'esx'])}${random.integer(1, 40)}`;
    const serial = random.integer(0x100000, 0xffffff).toString(16).toUpperCase();
    return `${index + 1}. ${name}, rack unit ${random.integer(1, 42)}, serial ${serial}`;
  });
  return lines.join('\n');
}

function log(random: Random): string {
  let second = random.integer(0, 40_000);
  const lines = Array.from({ length: random.integer(15, 120) }, () => {
    second += random.integer(1, 300);
    const time = new Date(second * 1_000).toISOString().slice(11, 19);
    return `${time} ${random.pick(['WARN', 'ERROR', 'INFO'])} sensor ${random.integer(1, 40)} reads ${random.integer(19, 34)}.${random.integer(0, 9)}`;
  });
  return lines.join('\n');
}

type DemoComment = { comment: string; commentedBy: string; commentedOn: string };

const received = [
  'Thank you for your request. It has been passed to the technician on duty.',
  'Thank you, received. The shift lead has been informed.',
] as const;

/** A comment by the operator, or a reply by the person who opened the ticket. */
type Line = { isReply: boolean; text: string };

/** Comments made while a ticket is being worked on. */
const underWay: readonly [Line, ...Line[]] = [
  { isReply: false, text: 'A technician is on site and is starting the check.' },
  { isReply: false, text: 'The work is planned for {day}, 22:00 local time.' },
  { isReply: false, text: 'A part has to be ordered from {vendor}; it is expected on {day}.' },
  { isReply: false, text: 'Before we can continue, we need your written approval. Could you confirm here?' },
  { isReply: true, text: 'Confirmed, please go ahead.' },
  { isReply: true, text: 'Thanks. Our engineer on call is {person}; please call before anything is switched.' },
  { isReply: true, text: 'Is there any news? The auditor is here on {day}.' },
];

/** Writes a ticket's comments so far, oldest first and none later than `endMs`; a completed ticket's end with what was done. */
function writeConversation(
  {
    occasion,
    scene,
    createdBy,
    status,
    endMs,
  }: { occasion: Occasion; scene: Scene; createdBy: string; status: string; endMs: number },
  random: Random,
): DemoComment[] {
  if (status === 'New') return [];
  const remarks = new Set(Array.from({ length: random.integer(0, 3) }, () => random.pick(underWay)));
  const lines: Line[] = [
    { isReply: false, text: random.pick(received) },
    ...remarks,
    ...(status === 'Completed' ? [{ isReply: false, text: occasion.done }] : []),
  ];
  const technician = random.pick(technicians);
  // The comments of a young ticket are squeezed into the time since it was created.
  const stepMs = Math.min(random.integer(30, 1_400) * 60_000, (endMs - scene.atMs) / (lines.length + 1));
  return lines.map(({ isReply, text }, index) => ({
    comment: fill(text, scene, random),
    commentedBy: isReply ? createdBy : technician,
    commentedOn: formatTime(scene.atMs + Math.floor(stepMs * (index + 0.5 + random.next() / 2))),
  }));
}
