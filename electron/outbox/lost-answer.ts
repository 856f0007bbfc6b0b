/*
 * What is said of a change while it is not known whether it arrived, and afterwards. What the server said in place of an
 * answer is kept until the end: it is all that the operator can be asked about.
 */

import { type Problem, ProblemError, type ProblemKind, problem } from '../contract/problem.ts';
import type { Confirmation, StoredChange } from './stored-change.ts';

/** Returns what is to be kept after another sending without an answer: silence does not replace the server's words. */
export function nextLostAnswer(before: Problem | null, cause: Problem): Problem | null {
  return before && isFault(before) && !isFault(cause) ? null : cause;
}

/** Returns the problem of a change as the window shows it, with what the server said at a sending that may have arrived. */
export function shownProblem({ state, problem: cause, lostAnswer }: StoredChange): Problem | null {
  if (!lostAnswer || state === 'refused' || state === 'sent') return cause;
  if (!isFault(lostAnswer)) return cause ?? (state === 'unconfirmed' ? lostAnswer : null);
  const { serverMessage, serverCode, httpStatus, correlationId } = lostAnswer;
  const said = {
    ...(serverMessage && { serverMessage }),
    ...(serverCode && { serverCode }),
    ...(httpStatus && { httpStatus }),
    ...(correlationId && { correlationId }),
  };
  const sentence = faultSentence(lostAnswer);
  if (!cause)
    return { ...lostAnswer, message: sentence, todo: 'Wait while Colodesk checks whether it arrived all the same.' };
  if (cause.kind === 'not-confirmed') return { ...cause, ...said };
  return { ...cause, ...said, kept: `${cause.kept} When it was sent before: ${sentence}`.trim() };
}

/** What the last search for a change came to, and what the user can do then. */
const outcomes = {
  nothing: {
    found: 'has nothing like it',
    todo: 'Check some other way whether it arrived, then send it again or discard it.',
  },
  lookalikes: {
    found: 'has nothing that equals it',
    todo: 'Look at what appeared there meanwhile: if it is this, say so. Otherwise send it again or discard it.',
  },
  denied: {
    found: 'does not let you look',
    todo: 'Check some other way whether it arrived, then send it again or discard it.',
  },
} as const;

/** Returns the problem of a change that was searched for in vain. */
export function notConfirmed(lostAnswer: Problem | null, outcome: keyof typeof outcomes): Problem {
  const { found, todo } = outcomes[outcome];
  const reason = lostAnswer && reasons[lostAnswer.kind];
  if (lostAnswer && isFault(lostAnswer) && !reason) {
    return problem('not-confirmed', { message: `${faultSentence(lostAnswer)} It ${found}.`, todo });
  }
  return problem('not-confirmed', { message: `${reason ?? 'No answer came'}, and the server ${found}.`, todo });
}

/** Returns why a change was not discarded of which the last search found lookalikes. */
export const notDiscarded = (): ProblemError =>
  new ProblemError('not-confirmed', {
    message: 'Something that may be this change is on the server.',
    kept: 'The change was not discarded.',
    todo: 'Look at it in the outbox: if it is this, say so. Otherwise discard the change once more.',
  });

const notTheServer = 'The network answered instead of the server';

const reasons: Partial<Record<ProblemKind, string>> = {
  redirected: notTheServer,
  'captive-portal': notTheServer,
  'gateway-refused': notTheServer,
  'malformed-answer': 'The answer could not be read',
};

/** Adds to a confirmation what the server said at an earlier sending. */
export function afterLostAnswer(confirmation: Confirmation, lostAnswer: Problem | null): Confirmation {
  if (!lostAnswer || !isFault(lostAnswer)) return confirmation;
  const { correlationId = null } = lostAnswer;
  const ownId = confirmation.correlationId ?? null;
  const otherId = ownId && correlationId && ownId !== correlationId ? ` Its correlation ID is ${correlationId}.` : '';
  return {
    ...confirmation,
    answer: `${confirmation.answer} Before that: ${faultSentence(lostAnswer)}${otherId}`,
    correlationId: ownId ?? correlationId,
  };
}

/** Whether the server itself answered, but not as promised. A network that answers in its place may well name an id too. */
const isFault = ({ kind, serverMessage, correlationId }: Problem): boolean =>
  kind === 'server-error' ||
  (reasons[kind] !== notTheServer && (serverMessage !== undefined || correlationId !== undefined));

function faultSentence({ kind, serverMessage, httpStatus }: Problem): string {
  const what = reasons[kind] ?? 'The server reported a fault';
  const status = httpStatus ? ` (status ${httpStatus})` : '';
  return serverMessage ? `${what}: “${serverMessage}”${status}.` : `${what}${status}.`;
}
