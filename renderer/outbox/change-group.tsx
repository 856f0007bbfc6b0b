/* The changes that one action made to many tickets, as one entry of the outbox that opens to the single ones. */

import { Button } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import type { ChangeGroup, OutboxItem } from '../../electron/contract/change.ts';
import { contentWords, groupWords, needsUser } from '../state/change-words.ts';
import { discardGroup, useDiscardingGroups } from '../state/confirmations.ts';
import { BusyButton } from '../ui/busy-button.tsx';
import shared from '../ui/shared.module.css';
import { words } from '../words/words.ts';
import styles from './outbox.module.css';

type Props = {
  group: ChangeGroup;
  /** Those of its changes that are not confirmed. */
  items: readonly OutboxItem[];
  /** Shows one of them as an entry of the list. */
  renderItem: (item: OutboxItem) => React.ReactNode;
};

/** Open from the start if any of the changes needs the user. */
export function ChangeGroupRow({ group, items, renderItem }: Props) {
  const hasProblem = items.some(needsUser);
  const [isOpen, setOpen] = useState(hasProblem);
  const isDiscarding = useDiscardingGroups(({ ids }) => ids.has(group.id));
  const sentence = groupWords(group, items);
  const canDiscard = items.some(({ state }) => state === 'waiting' || state === 'refused');
  const [first] = items;
  const listId = `group-${group.id}`;
  return (
    <li className={styles.change} data-state={hasProblem ? 'refused' : undefined}>
      <div className={styles.changeHead}>
        <strong>{sentence}</strong>
      </div>
      {first && (
        <p className={styles.content} dir="auto">
          {contentWords(first)}
        </p>
      )}
      <div className={`${shared.buttonLine} ${styles.buttons}`}>
        <Button
          variant="default"
          size="xs"
          aria-expanded={isOpen}
          aria-controls={listId}
          leftSection={
            isOpen ? (
              <IconChevronDown size={14} aria-hidden="true" />
            ) : (
              <IconChevronRight size={14} aria-hidden="true" />
            )
          }
          onClick={() => setOpen(!isOpen)}
        >
          {words.outbox.group.show({ count: items.length })}
        </Button>
        {canDiscard && (
          <BusyButton isBusy={isDiscarding} variant="default" size="xs" onClick={() => void discardGroup(group.id)}>
            {words.outbox.group.discard}
          </BusyButton>
        )}
      </div>
      <ul id={listId} className={styles.members} aria-label={sentence} hidden={!isOpen}>
        {isOpen && items.map(renderItem)}
      </ul>
    </li>
  );
}
