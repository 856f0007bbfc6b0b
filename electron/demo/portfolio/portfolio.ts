import { limits } from '../../contract/specification.ts';
import { fill, type Scene } from './fill.ts';
import { addressOf, coordinators, technicians } from './people.ts';
import { locationsOf, type Site } from './places.ts';
import { Random } from './random.ts';
import { formerSubjects, type Occasion, type Subject, subjects } from './subjects.ts';
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

type PortfolioPlan = {
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

const categoriesWithDevices = ['Cooling - Datacenter', 'Electrical', 'Planned Maintenance'];

/** What follows the request itself in a description: contacts and, where devices are concerned, their list and now and then a long log. */
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
  'Thank you for your request. It was handed to the technician on duty.',
  'Thank you, received. The shift lead is informed.',
] as const;

/** One thing that is said: by the operator, or in answer by the one who opened the ticket. */
type Line = { isReply: boolean; text: string };

/** What is said while a ticket is worked on. */
const underWay: readonly [Line, ...Line[]] = [
  { isReply: false, text: 'A technician is on site and begins with the check.' },
  { isReply: false, text: 'The work is planned for {day}, 22:00 local time.' },
  { isReply: false, text: 'A part has to be ordered from {vendor}; it is expected on {day}.' },
  { isReply: false, text: 'Before we can go on we need your written agreement. Could you confirm here?' },
  { isReply: true, text: 'Confirmed, please go ahead.' },
  { isReply: true, text: 'Thanks. Our engineer on call is {person}; please call before anything is switched.' },
  { isReply: true, text: 'Is there any news? The auditor is here on {day}.' },
];

/** The conversation of a ticket so far, oldest first, none later than `endMs`; a completed one ends with what was done. */
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
  // What happened since a young ticket was created is squeezed into the time that there was.
  const stepMs = Math.min(random.integer(30, 1_400) * 60_000, (endMs - scene.atMs) / (lines.length + 1));
  return lines.map(({ isReply, text }, index) => ({
    comment: fill(text, scene, random),
    commentedBy: isReply ? createdBy : technician,
    commentedOn: formatTime(scene.atMs + Math.floor(stepMs * (index + 0.5 + random.next() / 2))),
  }));
}
