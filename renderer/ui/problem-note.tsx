/*
 * Problems as the user meets them: a note where a problem happened, a banner for the last action that failed, and the elements of
 * a problem for other frames.
 */

import { Button, CloseButton } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { type Problem, type ProblemKind, problemsOfTheWay } from '../../electron/contract/problem.ts';
import { sentencesOf } from '../state/change-words.ts';
import { dismissProblem, useProblemBanner } from '../state/feedback.ts';
import { openHelp } from '../state/screen.ts';
import { words } from '../words/words.ts';
import { CopyButton } from './copy-button.tsx';
import styles from './problem-note.module.css';
import shared from './shared.module.css';

type Props = { problem: Problem; className?: string | undefined; children?: ReactNode };

/**
 * A problem in full where it happened: what happened, what was kept, what to do, and what the server said. The children
 * are buttons that help.
 */
export function ProblemNote({ problem, className = '', children }: Props) {
  return (
    <div className={`${styles.note} ${className}`} role="alert">
      <IconAlertTriangle className={styles.icon} size={18} aria-hidden="true" />
      <ProblemBody problem={problem}>
        <DiagnoseButton kind={problem.kind} />
        {children && <div className={`${shared.buttonLine} ${styles.buttons}`}>{children}</div>}
      </ProblemBody>
    </div>
  );
}

/** The problem of the last action that failed, until it is dismissed or the next action succeeds. */
export function FaultBanner({ className = '' }: { className?: string | undefined }) {
  const { problem } = useProblemBanner();
  if (!problem) return null;
  return (
    <div className={`${styles.banner} ${className}`}>
      <ProblemNote problem={problem} />
      <CloseButton aria-label={words.status.dismiss} onClick={dismissProblem} />
    </div>
  );
}

/** A fault in the policy file of the computer's administrator, and in which field it is. */
export function PolicyFaultNote({ fault }: { fault: string }) {
  return (
    <div className={styles.note} role="note">
      <IconAlertTriangle className={styles.icon} size={18} aria-hidden="true" />
      <div className={styles.body}>
        <p className={styles.message}>{words.policy.fault}</p>
        <p>{words.policy.faultTodo}</p>
        <p className={`${shared.selectable} ${styles.id}`}>{fault}</p>
      </div>
    </div>
  );
}

/** The sentences of a problem and the server's facts, without a frame. */
export function ProblemBody({ problem, children }: { problem: Problem; children: ReactNode }) {
  return (
    <div className={styles.body}>
      <p className={styles.message}>{problem.message}</p>
      {problem.kept && <p>{problem.kept}</p>}
      <p>{problem.todo}</p>
      <ProblemFacts problem={problem} />
      {children}
    </div>
  );
}

/** A problem in small, beside the thing that it is about. */
export function ProblemLines({ problem }: { problem: Problem }) {
  return (
    <div className={styles.lines}>
      <p>{sentencesOf(problem)}</p>
      <ProblemFacts problem={problem} />
    </div>
  );
}

/** The server's words about a problem unless its sentences quote them, its HTTP status and correlation id. */
export function ProblemFacts({ problem }: { problem: Problem }) {
  const { message, kept, serverMessage = '', correlationId } = problem;
  const isQuoted = serverMessage !== '' && `${message} ${kept}`.includes(serverMessage);
  const [quote, httpStatus] = isQuoted ? ['', undefined] : [serverMessage, problem.httpStatus];
  if (!quote && !httpStatus && !correlationId) return null;
  return (
    <dl className={`${styles.facts} ${shared.selectable}`}>
      {quote && <Fact name={words.problem.serverMessage}>“{quote}”</Fact>}
      {httpStatus && <Fact name={words.problem.httpStatus}>{httpStatus}</Fact>}
      {correlationId && (
        <Fact name={words.problem.correlationId}>
          <CorrelationId id={correlationId} />
        </Fact>
      )}
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd dir="auto">{children}</dd>
    </div>
  );
}

/** The id under which the operator finds a request in its logs, with a button that copies it. */
export function CorrelationId({ id }: { id: string }) {
  return (
    <>
      <span className={styles.id}>{id}</span>
      <CopyButton text={id} label={words.problem.copyCorrelationId} />
    </>
  );
}

/** The problems about which a diagnosis can say more. */
const diagnosableKinds: readonly ProblemKind[] = [
  ...problemsOfTheWay,
  'wrong-credentials',
  'unauthorized',
  'no-permission',
  'account-gone',
  'timeout',
  'disk-full',
  'disk-error',
  'keychain-missing',
  'keychain-locked',
  'keychain-refused',
];

/** Opens the diagnosis. Nothing is rendered for a problem about which a diagnosis says nothing. */
export function DiagnoseButton({ kind }: { kind: ProblemKind }) {
  if (!diagnosableKinds.includes(kind)) return null;
  return (
    <Button variant="default" size="compact-xs" className={styles.diagnose} onClick={() => openHelp('diagnosis')}>
      {words.help.diagnosis.open}
    </Button>
  );
}
