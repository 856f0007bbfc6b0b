import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { type Problem, type ProblemKind, problemsOfTheWay } from '../../electron/contract/problem.ts';
import { openHelp } from '../state/help.ts';
import { words } from '../words/words.ts';
import { CopyButton } from './copy-button.tsx';

/** What the server said about a problem, for those who have to report it. Nothing when it said nothing. */
export function ProblemFacts({ problem }: { problem: Problem }) {
  const { serverMessage, httpStatus, correlationId } = problem;
  if (!serverMessage && !httpStatus && !correlationId) return null;
  return (
    <dl className="problem-facts selectable">
      {serverMessage && <Fact name={words.problem.serverMessage}>“{serverMessage}”</Fact>}
      {httpStatus && <Fact name={words.problem.httpStatus}>{httpStatus}</Fact>}
      {correlationId && (
        <Fact name={words.problem.correlationId}>
          <span className="problem-id">{correlationId}</span>
          <CopyButton text={correlationId} label={words.problem.copyCorrelationId} />
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

/** A problem in full where it happened: what happened, what was kept, what to do, what the server said. */
export function ProblemNote({ problem, children }: { problem: Problem; children?: ReactNode }) {
  return (
    <div className="problem-note" role="alert">
      <IconAlertTriangle className="problem-icon" size={18} aria-hidden="true" />
      <div className="problem-body">
        <p className="problem-message">{problem.message}</p>
        {problem.kept && <p>{problem.kept}</p>}
        <p>{problem.todo}</p>
        <ProblemFacts problem={problem} />
        <DiagnoseButton kind={problem.kind} />
        {children && <div className="button-line">{children}</div>}
      </div>
    </div>
  );
}

/** The problems about which a diagnosis can say more. */
const kinds: readonly ProblemKind[] = [
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

/** The way from a problem to what is behind it. Nothing where a diagnosis would say nothing of it. */
export function DiagnoseButton({ kind }: { kind: ProblemKind }) {
  if (!kinds.includes(kind)) return null;
  return (
    <Button variant="default" size="compact-xs" className="diagnose" onClick={() => openHelp('diagnosis')}>
      {words.help.diagnosis.open}
    </Button>
  );
}
