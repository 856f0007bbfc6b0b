import { Button, Popover } from '@mantine/core';
import type { Problem } from '../../electron/contract/problem.ts';
import { DiagnoseButton } from '../help/diagnose-button.tsx';
import { ProblemFacts } from '../parts/problem-note.tsx';
import { words } from '../words.ts';

/** What stands in the sync's way, in full, a click away. */
export function ProblemDetails({ problem }: { problem: Problem }) {
  return (
    <Popover position="top-start" width={360} trapFocus returnFocus>
      <Popover.Target>
        <Button variant="subtle" size="compact-xs" className="status-details">
          {words.status.details}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={words.status.details}>
        <div className="problem-body">
          <p className="problem-message">{problem.message}</p>
          {problem.kept && <p>{problem.kept}</p>}
          <p>{problem.todo}</p>
          <ProblemFacts problem={problem} />
          <DiagnoseButton kind={problem.kind} />
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
