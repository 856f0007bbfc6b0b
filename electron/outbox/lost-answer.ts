/*
 * What is said of a change while it is not known whether it arrived, and afterwards. What the server said in place of an
 * answer is kept until the end: it is all that the operator can be asked about.
 */

import { type Problem, ProblemError, type ProblemKind, problem } from '../contract/problem.ts';
import { words } from '../words/words.ts';
import { withSentences } from './changed-texts.ts';
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
  if (!cause) return { ...lostAnswer, message: sentence, todo: words().lostAnswer.isChecked };
  if (cause.kind === 'not-confirmed') return { ...cause, ...said };
  const before = words().lostAnswer.sentBefore({ sentence });
  return { ...cause, ...said, kept: cause.kept === '' ? before : withSentences(cause.kept, [before]) };
}

/** Returns the problem of a change that was searched for in vain. @param outcome what the last search came to */
export function notConfirmed(lostAnswer: Problem | null, outcome: 'nothing' | 'lookalikes' | 'denied'): Problem {
  const { found, foundAfterFault, todo } = words().lostAnswer[outcome];
  const reason = reasons[lostAnswer?.kind ?? 'internal'] ?? 'none';
  if (lostAnswer && isFault(lostAnswer) && reason === 'none') {
    return problem('not-confirmed', { message: withSentences(faultSentence(lostAnswer), [foundAfterFault]), todo });
  }
  return problem('not-confirmed', { message: found({ reason }), todo });
}

/** Returns why a change was not discarded of which the last search found lookalikes. */
export const notDiscarded = (): ProblemError => new ProblemError('not-confirmed', words().lostAnswer.notDiscarded);

/** What came in place of an answer, as the messages name it. */
const reasons: { readonly [K in ProblemKind]?: 'notTheServer' | 'unreadable' } = {
  redirected: 'notTheServer',
  'captive-portal': 'notTheServer',
  'gateway-refused': 'notTheServer',
  'malformed-answer': 'unreadable',
};

/** Adds to a confirmation what the server said at an earlier sending. */
export function afterLostAnswer(confirmation: Confirmation, lostAnswer: Problem | null): Confirmation {
  if (!lostAnswer || !isFault(lostAnswer)) return confirmation;
  const { correlationId = null } = lostAnswer;
  const ownId = confirmation.correlationId ?? null;
  const texts = words().lostAnswer;
  const before = texts.beforeThat({ sentence: faultSentence(lostAnswer) });
  const isOther = ownId && correlationId && ownId !== correlationId;
  return {
    ...confirmation,
    answer: withSentences(confirmation.answer, isOther ? [before, texts.otherId({ id: correlationId })] : [before]),
    correlationId: ownId ?? correlationId,
  };
}

/** Whether the server itself answered, but not as promised. A network that answers in its place may well name an id too. */
const isFault = ({ kind, serverMessage, correlationId }: Problem): boolean =>
  kind === 'server-error' ||
  (reasons[kind] !== 'notTheServer' && (serverMessage !== undefined || correlationId !== undefined));

function faultSentence({ kind, serverMessage: said, httpStatus }: Problem): string {
  const texts = words().lostAnswer;
  const reason = reasons[kind] ?? 'none';
  if (!httpStatus) return said ? texts.faultSaid({ reason, said }) : texts.fault({ reason });
  const status = String(httpStatus);
  return said ? texts.faultSaidWithStatus({ reason, said, status }) : texts.faultWithStatus({ reason, status });
}
