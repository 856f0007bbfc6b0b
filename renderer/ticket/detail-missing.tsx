import { Skeleton } from '@mantine/core';
import { hindranceOf } from '../status/status-sentence.ts';
import { useStatus } from '../status/status-store.ts';
import { words } from '../words.ts';

/** Stands where description and comments will be, and says whether they are on their way. */
export function DetailMissing() {
  const connection = useStatus(({ status }) => status?.connection ?? 'connecting');
  const isHindered = useStatus(({ status }) => status !== null && hindranceOf(status) !== null);
  return (
    <section className="ticket-part">
      <h3>{words.ticket.description}</h3>
      {connection === 'online' || connection === 'connecting' ? (
        <div className="ticket-fetching" role="note">
          <span className="unseen">{words.ticket.fetching}</span>
          <Skeleton height={10} width="92%" />
          <Skeleton height={10} width="78%" />
          <Skeleton height={10} width="85%" />
        </div>
      ) : (
        <p className="pane-note">
          {connection === 'offline' && !isHindered ? words.ticket.notFetchedOffline : words.ticket.notFetchedTrouble}
        </p>
      )}
    </section>
  );
}
