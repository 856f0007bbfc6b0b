/* The views at the left of the list. In a narrow window they are behind a button above it. */

import { ActionIcon, Popover, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import { useState } from 'react';
import { useSettings } from '../state/settings.ts';
import { toggleViews, useShownName, useShownView, useViewCounts } from '../state/views.ts';
import shared from '../ui/shared.module.css';
import { formatCount, words } from '../words/words.ts';
import { ViewList } from './view-list.tsx';
import styles from './views.module.css';

/** The views beside the list; folded, their icons only. */
export function Views() {
  const isFolded = useSettings(({ foldsViews }) => foldsViews);
  const FoldIcon = isFolded ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse;
  const label = isFolded ? words.views.unfold : words.views.fold;
  return (
    <ViewList className={styles.side} isFolded={isFolded}>
      <ActionIcon
        className={styles.fold}
        variant="subtle"
        color="gray"
        aria-label={label}
        aria-expanded={!isFolded}
        title={label}
        onClick={toggleViews}
      >
        <FoldIcon size={18} stroke={1.7} />
      </ActionIcon>
    </ViewList>
  );
}

/**
 * The button that opens the views where there is no room beside the list. It says which one the list shows, and in another than
 * `Needs attention` how many tickets do.
 */
export function ViewsMenu() {
  const [isOpen, setOpen] = useState(false);
  const name = useShownName();
  const isAttentionShown = useShownView() === 'attention';
  const count = useViewCounts(({ base }) => base.attention ?? 0);
  const isCounted = count > 0 && !isAttentionShown;
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-start" width={270} trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton
          className={styles.target}
          aria-label={words.views.open({ shown: name })}
          aria-description={isCounted ? words.views.counted({ name: words.views.name.attention, count }) : undefined}
          onClick={() => setOpen((wasOpen) => !wasOpen)}
        >
          <bdi className={styles.shown} title={name}>
            {name}
          </bdi>
          {isCounted && (
            <span className={`${styles.waiting} ${shared.tabular}`} data-unkept>
              {formatCount(count)}
            </span>
          )}
          <IconChevronDown size={14} aria-hidden="true" />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className={styles.dropdown}>
        <ViewList className={undefined} isFolded={false} onChosen={() => setOpen(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}
