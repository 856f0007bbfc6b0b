/* What is said of a change whose answer never came, and what of the server's words is kept. */

import { describe, expect, it } from 'vitest';
import { type Problem, type ProblemKind, problem } from '../../electron/contract/problem.ts';
import {
  afterLostAnswer,
  nextLostAnswer,
  notConfirmed,
  notDiscarded,
  shownProblem,
} from '../../electron/outbox/lost-answer.ts';
import { aStoredChange } from '../support/stored-change.ts';

const silence = problem('timeout');
const fault = problem('server-error', {
  ...{ serverMessage: 'System Error', serverCode: 'E1', httpStatus: 500, correlationId: 'its-id' },
});

describe('the answer that was lost', () => {
  it('is the latest, but silence does not take the place of the server’s words', () => {
    const later = problem('server-error', { serverMessage: 'Another' });
    expect(nextLostAnswer(null, silence)).toBe(silence);
    expect(nextLostAnswer(silence, fault)).toBe(fault);
    expect(nextLostAnswer(fault, later)).toBe(later);
    expect(nextLostAnswer(fault, silence)).toBeNull(); // which keeps what is there
    expect(nextLostAnswer(silence, problem('no-connection'))).toEqual(problem('no-connection'));
  });

  it.each<[ProblemKind, Partial<Problem>, boolean]>([
    ['server-error', {}, true],
    ['malformed-answer', { correlationId: 'its-id' }, true],
    ['timeout', { serverMessage: 'Gateway timeout' }, true],
    ['malformed-answer', {}, false],
    ['gateway-refused', { serverMessage: 'Blocked', correlationId: 'its-id' }, false],
    ['captive-portal', { serverMessage: 'Sign in' }, false],
    ['redirected', { correlationId: 'its-id' }, false],
    ['timeout', {}, false],
  ])('of kind %s with %j is the server’s own: %s', (kind, details, isServers) => {
    expect(nextLostAnswer(problem(kind, details), silence)).toBe(isServers ? null : silence);
  });
});

describe('the problem of a change that was sent before', () => {
  const shown = (
    lostAnswer: Problem | null,
    cause: Problem | null,
    state: 'waiting' | 'unconfirmed' | 'refused' | 'sent',
  ) => shownProblem(aStoredChange(1, 10, state, { lostAnswer, problem: cause }));

  it('is its own where no answer was lost, and once the server has answered', () => {
    const cause = problem('rejected');
    expect(shown(null, cause, 'waiting')).toBe(cause);
    expect(shown(fault, cause, 'refused')).toBe(cause);
    expect(shown(fault, null, 'sent')).toBeNull();
  });

  it('is the silence itself, while it is searched for and nothing else is wrong', () => {
    const cause = problem('no-connection');
    expect(shown(silence, null, 'unconfirmed')).toBe(silence);
    expect(shown(silence, null, 'waiting')).toBeNull();
    expect(shown(silence, cause, 'unconfirmed')).toBe(cause);
  });

  it('is what the server said, and that it is being checked', () => {
    expect(shown(fault, null, 'unconfirmed')).toEqual({
      ...fault,
      message: 'The server reported a fault: “System Error” (status 500).',
      todo: 'Wait while Colodesk checks whether it arrived all the same.',
    });
  });

  it('keeps the server’s words beside what it met later', () => {
    const said = { serverMessage: 'System Error', serverCode: 'E1', httpStatus: 500, correlationId: 'its-id' };
    const offline = problem('no-connection');
    const before = 'When it was sent before: The server reported a fault: “System Error” (status 500).';
    expect(shown(fault, offline, 'waiting')).toEqual({ ...offline, ...said, kept: before });
    const kept = { ...offline, kept: 'It was kept.' };
    expect(shown(fault, kept, 'waiting')).toEqual({ ...kept, ...said, kept: `It was kept. ${before}` });
    const undecided = problem('not-confirmed');
    expect(shown(fault, undecided, 'unconfirmed')).toEqual({ ...undecided, ...said });
    expect(shown(problem('server-error'), undecided, 'unconfirmed')).toEqual(undecided);
  });

  it.each<[ProblemKind, Partial<Problem>, string]>([
    ['server-error', {}, 'The server reported a fault.'],
    ['server-error', { httpStatus: 502 }, 'The server reported a fault (status 502).'],
    ['server-error', { serverMessage: 'Oh' }, 'The server reported a fault: “Oh”.'],
    ['malformed-answer', { serverMessage: 'Oh' }, 'The answer could not be read: “Oh”.'],
    ['malformed-answer', { correlationId: 'a', httpStatus: 200 }, 'The answer could not be read (status 200).'],
  ])('of kind %s with %j reads “%s”', (kind, details, message) => {
    expect(shown(problem(kind, details), null, 'unconfirmed')?.message).toBe(message);
  });
});

describe('a change that was searched for in vain', () => {
  it.each<[Problem | null, 'nothing' | 'lookalikes' | 'denied', string]>([
    [null, 'nothing', 'No answer came, and the server has nothing like it.'],
    [silence, 'lookalikes', 'No answer came, and the server has nothing that equals it.'],
    [silence, 'denied', 'No answer came, and the server does not let you look.'],
    [
      problem('redirected'),
      'nothing',
      'The network answered instead of the server, and the server has nothing like it.',
    ],
    [
      problem('captive-portal'),
      'nothing',
      'The network answered instead of the server, and the server has nothing like it.',
    ],
    [
      problem('gateway-refused', { serverMessage: 'Blocked' }),
      'nothing',
      'The network answered instead of the server, and the server has nothing like it.',
    ],
    [
      problem('malformed-answer', { correlationId: 'a' }),
      'nothing',
      'The answer could not be read, and the server has nothing like it.',
    ],
    [fault, 'nothing', 'The server reported a fault: “System Error” (status 500). It has nothing like it.'],
    [fault, 'denied', 'The server reported a fault: “System Error” (status 500). It does not let you look.'],
  ])('after %j with the outcome %s says “%s”', (lostAnswer, outcome, message) => {
    const { kind, message: said, todo } = notConfirmed(lostAnswer, outcome);
    expect([kind, said]).toEqual(['not-confirmed', message]);
    expect(todo).toContain(outcome === 'lookalikes' ? 'Look at what appeared there' : 'Check some other way');
  });

  it('is not discarded where something may be it', () => {
    expect(notDiscarded().problem).toMatchObject({ kind: 'not-confirmed', kept: 'The change was not discarded.' });
  });
});

describe('the confirmation of a change that met a fault before', () => {
  const confirmation = { serverRef: 'ref', answer: 'Found.' };

  it('is as it is where nothing was said', () => {
    expect(afterLostAnswer(confirmation, null)).toBe(confirmation);
    expect(afterLostAnswer(confirmation, silence)).toBe(confirmation);
  });

  it('tells what was said, and the id of it', () => {
    const answer = 'Found. Before that: The server reported a fault: “System Error” (status 500).';
    expect(afterLostAnswer(confirmation, fault)).toEqual({ ...confirmation, answer, correlationId: 'its-id' });
    const same = { ...confirmation, correlationId: 'its-id' };
    expect(afterLostAnswer(same, fault)).toEqual({ ...same, answer });
    const other = { ...confirmation, correlationId: 'own-id' };
    expect(afterLostAnswer(other, fault)).toEqual({ ...other, answer: `${answer} Its correlation ID is its-id.` });
    const nameless = problem('server-error');
    expect(afterLostAnswer(other, nameless)).toEqual({
      ...other,
      answer: 'Found. Before that: The server reported a fault.',
    });
    expect(afterLostAnswer(confirmation, nameless).correlationId).toBeNull();
  });
});
