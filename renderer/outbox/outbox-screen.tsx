/*
 * The outbox screen: the changes that the server has not confirmed, the drafts, and the log of what was sent. Escape returns to
 * the tickets.
 */

import { IconAlertTriangle, IconChecks } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { OutboxItem } from '../../electron/contract/change.ts';
import { outboxEntries, useOutbox } from '../state/outbox.ts';
import { useStatus } from '../state/status.ts';
import { ScreenHead } from '../ui/screen-head.tsx';
import { useNow } from '../ui/time.tsx';
import { useKeptFocus } from '../ui/use-kept-focus.ts';
import { useScreenFrame } from '../ui/use-screen-frame.ts';
import { words } from '../words/words.ts';
import { ChangeGroupRow } from './change-group.tsx';
import { DraftList } from './draft-list.tsx';
import styles from './outbox.module.css';
import { OutboxRow } from './outbox-row.tsx';
import { SentLog } from './sent-log.tsx';

export function OutboxScreen() {
  const { items, groups, unreadable } = useOutbox();
  const status = useStatus((store) => store.status);
  const now = useNow();
  const { leave, frame } = useScreenFrame('dialog');

  useKeptFocus(frame.ref);

  const places = useMemo(() => new Map(items.map(({ id }, index) => [id, index])), [items]);
  const renderItem = (item: OutboxItem) => (
    <OutboxRow key={item.id} item={item} earlier={items.slice(0, places.get(item.id))} status={status} now={now} />
  );

  return (
    <main {...frame} className={styles.screen} aria-label={words.outbox.list}>
      <div className={styles.page}>
        <ScreenHead title={words.outbox.list} back={words.outbox.backToTickets} onBack={leave}>
          <p>{words.outbox.lead}</p>
        </ScreenHead>
        {unreadable > 0 && (
          <p className={styles.unreadable} role="status">
            <IconAlertTriangle size={18} aria-hidden="true" />
            {words.outbox.unreadable({ count: unreadable })}
          </p>
        )}
        {items.length === 0 && unreadable === 0 && (
          <div className={styles.empty}>
            <IconChecks size={22} stroke={1.6} aria-hidden="true" />
            <div>
              <p className={styles.emptyTitle}>{words.outbox.empty}</p>
              <p>{words.outbox.emptyHint}</p>
            </div>
          </div>
        )}
        <ul className={styles.changes} aria-label={words.outbox.list}>
          {outboxEntries(items, groups).map((entry) =>
            entry.group === null ? (
              renderItem(entry.item)
            ) : (
              <ChangeGroupRow key={entry.group.id} group={entry.group} items={entry.items} renderItem={renderItem} />
            ),
          )}
        </ul>
        <DraftList now={now} />
        <SentLog now={now} />
      </div>
    </main>
  );
}
