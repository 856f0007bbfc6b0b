import { describe, expect, it } from 'vitest';
import type { OutboxItem } from '../../electron/contract/change.ts';
import { type Problem, type ProblemKind, problem } from '../../electron/contract/problem.ts';
import {
  actionsOf,
  contentWords,
  discardQuestion,
  outboxAnnouncement,
  outboxSentence,
  pendingWords,
  percentOf,
  problemOfChange,
  reasonWords,
  unsentWords,
} from '../../renderer/state/change-words.ts';
import {
  localId,
  outboxItem,
  someCancel,
  someComment,
  someCreate,
  someFile,
  someTicketId,
  someUpdate,
} from '../support/outbox-items.ts';

const comment = outboxItem(2, someComment());
const online = { connection: 'online', problem: null } as const;
const offline = { connection: 'offline', problem: problem('no-connection') } as const;

describe('why a change is where it is', () => {
  it.each<[string, OutboxItem, OutboxItem[], Parameters<typeof reasonWords>[2], string]>([
    ['alone', comment, [], online, 'Goes out in a moment.'],
    ['offline', comment, [], offline, 'Goes out once there is a network.'],
    [
      'behind another',
      comment,
      [outboxItem(1, someUpdate)],
      online,
      'Goes out after an earlier change to this ticket.',
    ],
    [
      'behind one to decide about',
      comment,
      [outboxItem(1, someUpdate, { state: 'unconfirmed', needsDecision: true })],
      online,
      'Goes out once you have decided about an earlier change to this ticket.',
    ],
    [
      'after a refused one, which holds nothing up',
      comment,
      [outboxItem(1, someUpdate, { state: 'refused' })],
      online,
      'Goes out in a moment.',
    ],
    [
      'on top of a refused edit',
      outboxItem(2, { kind: 'update', ticketId: someTicketId, fields: { title: 'Ours' }, base: { title: 'Door!' } }),
      [outboxItem(1, someUpdate, { state: 'refused' })],
      online,
      'Goes out once you have decided about an earlier change to this ticket.',
    ],
    [
      'behind an equal new ticket',
      outboxItem(2, someCreate),
      [outboxItem(1, someCreate)],
      online,
      'Goes out after an earlier new ticket of the same words.',
    ],
    [
      'behind an equal new ticket to decide about',
      outboxItem(2, someCreate),
      [outboxItem(1, someCreate, { state: 'unconfirmed', needsDecision: true })],
      online,
      'Goes out once you have decided about an earlier new ticket of the same words.',
    ],
    ['for another ticket', comment, [outboxItem(1, someCreate)], online, 'Goes out in a moment.'],
    ['before its ticket', outboxItem(2, someComment(localId(1))), [], offline, 'Goes out once its ticket is created.'],
    ['sending', outboxItem(1, someCancel, { state: 'sending' }), [], online, 'On its way to the server.'],
    [
      'sending a file',
      outboxItem(1, someFile, { state: 'sending', progress: { doneBytes: 999, totalBytes: 1000 } }),
      [],
      online,
      'On its way to the server: 99%.',
    ],
  ])('%s', (_, item, earlier, status, sentence) => expect(reasonWords(item, earlier, status)).toBe(sentence));

  it('says what a problem is and what to do', () => {
    const waits = reasonWords(outboxItem(1, someUpdate, { problem: problem('rate-limited') }), [], online);
    expect(waits).toContain('limiting requests');
    const refused = reasonWords(
      outboxItem(1, someUpdate, { state: 'refused', problem: problem('conflict') }),
      [],
      online,
    );
    expect(refused).toContain('Compare both versions');
  });
  it('says of what is unconfirmed that it is looked for, until the user has to decide', () => {
    expect(reasonWords(outboxItem(1, someCreate, { state: 'unconfirmed' }), [], online)).toContain(
      'checking whether it arrived',
    );
    const lost = outboxItem(1, someCreate, {
      state: 'unconfirmed',
      needsDecision: true,
      problem: problem('not-confirmed'),
    });
    expect(reasonWords(lost, [], online)).toContain('nothing like it');
  });
  it('says of a fault what the server said, and of a search in vain what the problem says', () => {
    const fault = problem('server-error', { message: 'The server reported a fault: “No.”', serverMessage: 'No.' });
    const looked = outboxItem(1, someComment(), { state: 'unconfirmed', problem: fault });
    expect(reasonWords(looked, [], online)).toContain('reported a fault: “No.”');
    const unreachable = outboxItem(1, someComment(), { state: 'unconfirmed', problem: problem('no-connection') });
    expect(reasonWords(unreachable, [], online)).toContain('checking whether it arrived');
    const alike = outboxItem(1, someComment(), {
      state: 'unconfirmed',
      needsDecision: true,
      problem: problem('not-confirmed', { message: 'Nothing that equals it.', todo: 'Look.', kept: 'Before: No.' }),
    });
    expect(reasonWords(alike, [], online)).toBe('Nothing that equals it. Before: No. Look.');
  });
  it('says of what waits for a sign-in or a network the same as the foot of the window, whatever it met before', () => {
    const waits = outboxItem(1, someComment(), { problem: problem('no-connection') });
    const refusal = problem('unauthorized', { serverMessage: 'The client secret has expired.' });
    const refused = { connection: 'refused', problem: refusal } as const;
    expect(reasonWords(waits, [], refused)).toContain('no longer accepts this sign-in');
    expect(problemOfChange(waits, refused)).toBe(refusal);
    expect(reasonWords(waits, [], offline)).toContain('cannot be reached');
    const proxy = { connection: 'offline', problem: problem('proxy-auth') } as const;
    expect(reasonWords(waits, [], proxy)).toContain('proxy requires');
    // A list that fails holds up no change, and what was refused has its own reason.
    const trouble = { connection: 'trouble', problem: problem('server-error') } as const;
    expect(reasonWords(outboxItem(1, someComment()), [], trouble)).toBe('Goes out in a moment.');
    const own = outboxItem(1, someComment(), { state: 'refused', problem: problem('ticket-closed') });
    expect(reasonWords(own, [], refused)).toContain('is closed');
  });
});

it.each([
  [someCreate, 'AMS017 · Parking'],
  [someUpdate, 'Title, Description'],
  [someComment(), 'Any news?'],
  [someFile, 'door.jpg'],
  [someCancel, 'Duplicate request'],
] as const)('says what a change holds', (change, content) => expect(contentWords(outboxItem(1, change))).toBe(content));

describe('what can be done with a change', () => {
  it('is to edit what came from a form, as long as it has not left', () => {
    expect(actionsOf(outboxItem(1, someCreate))).toContain('edit');
    expect(actionsOf(outboxItem(1, someFile))).not.toContain('edit');
    expect(actionsOf(outboxItem(1, someCreate, { state: 'unconfirmed' }))).toEqual(['discard']);
    expect(actionsOf(outboxItem(1, someComment(), { state: 'sending' }))).toEqual(['discard']);
  });
  it('is not to send what hangs on a ticket that does not exist yet', () => {
    expect(actionsOf(outboxItem(2, someComment(localId(1))))).toEqual(['edit', 'discard']);
    expect(actionsOf(outboxItem(1, someCreate))).toContain('send');
  });
  it('is not to send what waits for a decision about an earlier change to the same ticket', () => {
    const undecided = outboxItem(1, someComment(), { state: 'unconfirmed', needsDecision: true });
    expect(actionsOf(comment, [undecided])).toEqual(['edit', 'discard']);
    const undecidedTicket = outboxItem(1, someCreate, { state: 'unconfirmed', needsDecision: true });
    expect(actionsOf(comment, [undecidedTicket])).toContain('send');
    expect(actionsOf(outboxItem(2, someCreate), [undecidedTicket])).toEqual(['edit', 'discard']);
  });
  it('is to send again only what was looked for long enough', () => {
    const lost = outboxItem(1, someComment(), { state: 'unconfirmed', needsDecision: true });
    expect(actionsOf(lost)).toEqual(['send-again', 'discard']);
  });
  it('is nothing once it is sent', () => expect(actionsOf(outboxItem(1, someCreate, { state: 'sent' }))).toEqual([]));
});

it('asks before more than one change is thrown away, and before what may have arrived', () => {
  expect(discardQuestion(outboxItem(1, someCreate))).toBeNull();
  expect(discardQuestion(outboxItem(1, someCreate, { dependents: 2 }))).toContain('2 more changes depend on it');
  expect(discardQuestion(outboxItem(1, someComment(), { state: 'unconfirmed' }))).toContain('may have reached');
  const undecided = outboxItem(1, someComment(), { state: 'unconfirmed', needsDecision: true });
  expect(discardQuestion(undecided)).toContain('does not check again');
});

it('sums up what waits, for the status bar and for a ticket', () => {
  expect(outboxSentence([])).toBe('');
  const items = [
    comment,
    outboxItem(3, someFile, { state: 'sending' }),
    outboxItem(4, someCancel, { state: 'unconfirmed' }),
    outboxItem(5, someUpdate, { state: 'refused' }),
  ];
  expect(outboxSentence(items)).toBe('2 changes to send · 1 unconfirmed · 1 refused');
  expect(outboxAnnouncement(items)).toBe('1 change in the outbox needs your decision.');
  expect(outboxAnnouncement([comment])).toBe('');
  expect(pendingWords([comment])).toBe('1 change not confirmed yet');
  expect(pendingWords(items)).toBe('4 changes not confirmed yet, 1 refused');
  expect(pendingWords([...items, outboxItem(6, someUpdate, { state: 'refused' })])).toContain(', 2 refused');
  expect(pendingWords([outboxItem(1, someCreate, { state: 'refused' })])).toBe('1 change refused');
});

it.each([
  ['waiting', 'Not sent yet'],
  ['sending', 'Sending'],
  ['unconfirmed', 'Unconfirmed'],
  ['refused', 'Refused'],
] as const)('says of a ticket whose creation is %s: %s', (state, said) => {
  expect(unsentWords(outboxItem(1, someCreate, { state }))).toBe(said);
});

it.each<[ProblemKind, Partial<Problem>, boolean]>([
  ['rejected', { httpStatus: 400 }, false],
  ['not-permitted', { httpStatus: 401 }, false],
  ['rejected', { serverMessage: 'No.' }, true],
  ['not-permitted', { serverMessage: 'No.' }, true],
])('%s with %j refers to the server’s message: %s', (kind, details, refers) => {
  expect(problem(kind, details).todo.includes('server’s message')).toBe(refers);
});

it('says 100 % only when all is sent', () => {
  expect(percentOf({ doneBytes: 999_999, totalBytes: 1_000_000 })).toBe(99);
  expect(percentOf({ doneBytes: 5, totalBytes: 5 })).toBe(100);
  expect(percentOf({ doneBytes: 0, totalBytes: 0 })).toBe(0);
});
