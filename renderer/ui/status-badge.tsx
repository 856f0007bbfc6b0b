const toneByStatus: Record<string, string> = {
  New: 'new',
  'In Progress': 'progress',
  Completed: 'completed',
  Cancelled: 'cancelled',
};

/** A ticket's status in words, with a colour for those that the specification knows. */
export function StatusBadge({ status }: { status: string }) {
  if (status === '') return null;
  return (
    <span className="badge" data-tone={toneByStatus[status] ?? 'other'} title={status}>
      <span className="badge-dot" aria-hidden="true" />
      <span className="badge-text">{status}</span>
    </span>
  );
}
