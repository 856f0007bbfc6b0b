import { ProblemNote } from '../parts/problem-note.tsx';
import { useStatus } from '../status/status-store.ts';
import { emptyKind } from './empty-kind.ts';
import { EmptyList } from './empty-list.tsx';
import { narrows } from './query-store.ts';
import { RowSkeletons } from './row-skeletons.tsx';
import { useSlice } from './slice-store.ts';
import { TicketGrid } from './ticket-grid.tsx';

/** The list, or what is to be said where there is none. */
export function TicketList({ isNarrow }: { isNarrow: boolean }) {
  const matching = useSlice((state) => state.matching);
  const problem = useSlice((state) => state.problem);
  const query = useSlice((state) => state.query);
  const status = useStatus((store) => store.status);

  if (matching === null) {
    return (
      <div className="list-skeleton">{problem ? <ProblemNote problem={problem} /> : <RowSkeletons count={20} />}</div>
    );
  }
  return (
    <>
      {problem && <ProblemNote problem={problem} />}
      <TicketGrid isNarrow={isNarrow} matching={matching} />
      {matching === 0 && <EmptyList kind={emptyKind(status, query !== null && narrows(query))} status={status} />}
    </>
  );
}
