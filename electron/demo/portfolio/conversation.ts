import { fill, type Scene } from './fill.ts';
import { technicians } from './people.ts';
import type { Random } from './random.ts';
import type { Occasion } from './subjects/subject.ts';
import { formatTime } from './times.ts';

export type DemoComment = { comment: string; commentedBy: string; commentedOn: string };

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
export function writeConversation(
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
