import { CloseButton } from '@mantine/core';
import { useFault } from '../state/problems.ts';
import { words } from '../words/words.ts';
import { ProblemNote } from './problem-note.tsx';

/** The problem of the last action that failed, until it is dismissed or the next one works. */
export function FaultBanner() {
  const { problem, dismiss } = useFault();
  if (!problem) return null;
  return (
    <div className="fault-banner">
      <ProblemNote problem={problem} />
      <CloseButton aria-label={words.status.dismiss} onClick={dismiss} />
    </div>
  );
}
