/* What is offered to the user as perhaps the effect of a change, by itself; `lookalikes.test.ts` has the whole outbox do it. */

import { describe, expect, it } from 'vitest';
import type { Attachment } from '../../electron/contract/attachment.ts';
import { emptyNewTicket } from '../../electron/contract/fields.ts';
import type { TicketComment, TicketSummary } from '../../electron/contract/ticket.ts';
import { leastLikeness, likeness } from '../../electron/contract/ticket-equality.ts';
import {
  echoOfComment,
  echoOfFile,
  echoOfTicket,
  lookalikeComments,
  lookalikeFiles,
  lookalikeTickets,
} from '../../electron/outbox/lookalikes.ts';
import { aTicket, ticketId } from '../support/tickets.ts';

const at = (second: number) => `2026-01-01 10:00:${String(second).padStart(2, '0')}`;
const said = (comment: string, second = 0): TicketComment => ({
  ...{ comment, commentedBy: 'Jane', commentedOn: second < 0 ? '' : at(second) },
});
const file = (id: string, fileName: string) =>
  ({ id, fileName, createdBy: 'Jane', createdOn: at(1) }) as unknown as Attachment;

describe('a comment', () => {
  const refsOf = (text: string, found: readonly TicketComment[]) =>
    lookalikeComments(text, found).map(({ ref }) => ref);

  it('that is long is cut between two characters', () => {
    const text = `${'a'.repeat(78)}😀 and more`;
    expect(lookalikeComments(text, [said(`${text}.`, 7)])).toMatchObject([{ label: `${'a'.repeat(78)}…` }]);
  });
  it('is offered with its words, its author and its time', () => {
    expect(lookalikeComments('The door is open', [said('The door', 7), said('Another thing', 8)])).toEqual([
      {
        ...{ ref: at(7), label: 'The door', appearedOn: at(7) },
        echo: { text: 'The door', author: 'Jane', madeOn: at(7) },
      },
    ]);
  });

  it('is named by its time and, where that does not tell which it is, by its place', () => {
    expect(refsOf('Same', [said('Same', 1), said('Same', 1), said('Same', 2)])).toEqual([at(1), `${at(1)} #1`, at(2)]);
    expect(refsOf('Same', [said('Other words', 1), said('Same', 1)])).toEqual([`${at(1)} #1`]);
    expect(refsOf('Same', [said('Same', -1), said('Same', -1)])).toEqual([' #0', ' #1']);
  });

  it('is not offered if it is hardly alike', () => {
    expect(likeness('abcdxy', 'abcdzw')).toBe(leastLikeness);
    expect(refsOf('abcdxy', [said('abcdzw', 1), said('abczzw', 2)])).toEqual([at(1)]);
  });

  it('is one of five at most, the most alike first, in the order of the server if they are equal', () => {
    const found = [said('abcdzw', 1), said('abcdxy', 2), ...[3, 4, 5, 6].map((second) => said('abcdxy!', second))];
    expect(refsOf('abcdxy', found)).toEqual([2, 3, 4, 5, 6].map(at));
    expect(refsOf('abcdxy', found.slice(0, 3))).toEqual([2, 3, 1].map(at));
  });

  it.each([
    ['a \n\t b ', 'a b'],
    ['x'.repeat(80), 'x'.repeat(80)],
    ['x'.repeat(81), `${'x'.repeat(79)}…`],
    [`${'x'.repeat(78)} yz`, `${'x'.repeat(78)}…`],
  ])('shows its first words: %j', (text, label) => {
    expect(lookalikeComments(text, [said(text)]).map((one) => one.label)).toEqual([label]);
  });
});

it('a file is offered under its own name if that is alike', () => {
  expect(lookalikeFiles('plan.pdf', [file('1', 'invoice.xls'), file('2', 'plan (1).pdf')])).toEqual([
    {
      ...{ ref: '2', label: 'plan (1).pdf', appearedOn: at(1) },
      echo: { text: 'plan (1).pdf', author: 'Jane', madeOn: at(1) },
    },
  ]);
});

describe('a ticket', () => {
  const fields = { ...emptyNewTicket, title: 'Door of cage 3', site: 'AMS017' };
  const ticket = (number: number, title: string, site = 'AMS017', second = number) =>
    aTicket(number, { title, site, createdOn: at(second) });
  const refsOf = (found: readonly TicketSummary[]) => lookalikeTickets(fields, found).map(({ ref }) => ref);

  it('is offered with its id and title', () => {
    const found = ticket(1, 'Door of cage 3');
    expect(lookalikeTickets(fields, [found])).toEqual([
      {
        ...{ ref: 'WO1', label: 'WO1 Door of cage 3', appearedOn: at(1) },
        echo: { text: 'Door of cage 3', author: 'Jane Doe', madeOn: at(1) },
      },
    ]);
    expect(lookalikeTickets(fields, [ticket(2, '')])).toMatchObject([{ label: 'WO2' }]);
  });

  it('of the same site is offered whatever its title, one of another only if that is nearly the same', () => {
    const found = [ticket(1, 'Fan'), ticket(2, 'Door of cage 3', 'ams01'), ticket(3, 'Door of cage', 'PHX015')];
    expect(refsOf(found)).toEqual(['WO2', 'WO3', 'WO1']);
    expect(likeness(fields.title, 'Door of rage 4')).toBeLessThan(0.8);
    expect(refsOf([ticket(4, 'Door of rage 4', 'PHX015')])).toEqual([]);
    expect(refsOf([ticket(5, 'Door of rage 4', ' AMS017 ')])).toEqual(['WO5']);
  });

  it('of another site is offered if its title contains the other one', () => {
    const short = { ...fields, title: 'Fans' };
    const found = aTicket(6, { title: 'Some other long title with fans in it', site: 'PHX015' });
    expect(likeness(short.title, found.title)).toBe(0.8);
    expect(lookalikeTickets(short, [found]).map(({ ref }) => ref)).toEqual(['WO6']);
  });

  it('comes before an older one that is as much alike', () => {
    const found = [ticket(1, 'Fan', 'AMS017', 1), ticket(2, 'Fan', 'AMS017', 3), ticket(3, 'Fan', 'AMS017', 2)];
    expect(refsOf(found)).toEqual(['WO2', 'WO3', 'WO1']);
    expect(found.map(({ id }) => id)).toEqual([1, 2, 3].map(ticketId)); // the list that was given stays as it is
  });
});

it('an echo has what the server said of a comment, a file or a ticket', () => {
  expect(echoOfComment(said('Words', 3))).toEqual({ text: 'Words', author: 'Jane', madeOn: at(3) });
  expect(echoOfFile(file('1', 'plan.pdf'))).toEqual({ text: 'plan.pdf', author: 'Jane', madeOn: at(1) });
  const { createdOn } = aTicket(1);
  expect(echoOfTicket(aTicket(1))).toEqual({ text: 'Title 1', author: 'Jane Doe', madeOn: createdOn });
});
