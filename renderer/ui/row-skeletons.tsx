import styles from './row-skeletons.module.css';

/** Grey bars in place of rows that are not there yet. Their widths vary, so that they look like text. */
export function RowSkeletons({ count, className }: { count: number; className?: string | undefined }) {
  return (
    <div className={className} aria-hidden="true">
      {Array.from({ length: count }, (_, row) => row).map((row) => (
        <div key={row} className={styles.row}>
          <i style={{ width: '5.5rem' }} />
          <i style={{ width: `${34 + ((row * 17) % 40)}%` }} />
          <i style={{ width: '4.5rem', marginInlineStart: 'auto' }} />
          <i style={{ width: '3rem' }} />
        </div>
      ))}
    </div>
  );
}
