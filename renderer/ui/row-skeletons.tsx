import './inbox.css';

/** Quiet bars where rows will be. Their widths vary, so that they look like text and not like a table of bars. */
export function RowSkeletons({ count }: { count: number }) {
  return (
    <div className="row-skeletons" aria-hidden="true">
      {Array.from({ length: count }, (_, row) => row).map((row) => (
        <div key={row} className="row-skeleton">
          <i style={{ width: '5.5rem' }} />
          <i style={{ width: `${34 + ((row * 17) % 40)}%` }} />
          <i style={{ width: '4.5rem', marginInlineStart: 'auto' }} />
          <i style={{ width: '3rem' }} />
        </div>
      ))}
    </div>
  );
}
