/* What an action on many tickets would do: to how many, and to which not and why. */

import { isLocalTicketId } from '../../electron/contract/ids.ts';
import { type BulkPreview, maxTicketsAtOnce } from '../../electron/contract/ticket-actions.ts';
import { groupsOf, type ObstacleGroup } from '../state/bulk.ts';
import shared from '../ui/shared.module.css';
import { words } from '../words/words.ts';
import styles from './bulk.module.css';

const text = words.list.bulk;

export function Preview({ preview }: { preview: BulkPreview | null }) {
  return (
    <div className={`${styles.preview} ${shared.tabular}`} aria-live="polite">
      {preview ? <Findings preview={preview} /> : <p className={styles.quiet}>{text.checking}</p>}
    </div>
  );
}

function Findings({ preview }: { preview: BulkPreview }) {
  const count = preview.able.length;
  const isTooMany = count > maxTicketsAtOnce;
  return (
    <>
      <p className={styles.able} data-wrong={count === 0 || isTooMany || undefined}>
        {isTooMany
          ? text.tooMany({ count, limit: maxTicketsAtOnce })
          : count === 0
            ? text.noneAble
            : text.able({ count })}
      </p>
      {preview.unable.length > 0 && (
        <details open className={styles.unable}>
          <summary>{text.unable({ count: preview.unable.length })}</summary>
          <ul>
            {groupsOf(preview).map((group) => (
              <Group key={group.obstacle} {...group} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

const namedTickets = 5;

function Group({ obstacle, tickets }: ObstacleGroup) {
  const more = tickets.length - namedTickets;
  return (
    <li>
      <strong>{text.reason({ reason: text.reasons[obstacle], count: tickets.length })}</strong>
      <ul>
        {tickets.slice(0, namedTickets).map(({ id, title }) => (
          <li key={id}>
            {!isLocalTicketId(id) && <span className={styles.id}>{id}</span>}
            <bdi>{title || words.inbox.untitled}</bdi>
          </li>
        ))}
        {more > 0 && <li className={styles.quiet}>{text.more({ count: more })}</li>}
      </ul>
    </li>
  );
}
