/* The views with their counts, as they stand beside the list or in the menu. */

import { Tooltip, UnstyledButton } from '@mantine/core';
import {
  type Icon,
  IconAlertCircle,
  IconBookmark,
  IconChartBar,
  IconCircleCheck,
  IconInbox,
  IconMail,
  IconStack2,
  IconStar,
  IconTransfer,
  IconZzz,
} from '@tabler/icons-react';
import { type FocusEvent, type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { type BaseView, baseViews } from '../../electron/contract/query.ts';
import { focusGrid, showScreen, useScreen } from '../state/screen.ts';
import { chooseSavedView, chooseView, useShownView, useViewCounts, useViews } from '../state/views.ts';
import { initialsOf } from '../ui/initials.ts';
import shared from '../ui/shared.module.css';
import { useKeptFocus } from '../ui/use-kept-focus.ts';
import { formatCount, words } from '../words/words.ts';
import { SavedViewMenu } from './saved-view-menu.tsx';
import styles from './views.module.css';

const icons: Record<BaseView, Icon> = {
  attention: IconAlertCircle,
  open: IconInbox,
  unread: IconMail,
  starred: IconStar,
  snoozed: IconZzz,
  closed: IconCircleCheck,
  all: IconStack2,
};

/** What the views lead to besides the list. */
const screens = ['overview', 'handover'] as const;
const screenIcons: Record<(typeof screens)[number], Icon> = { overview: IconChartBar, handover: IconTransfer };

/** What is waiting for the user in them stands out, and is counted even where the views are folded. */
const urgentViews: readonly BaseView[] = ['attention', 'unread'];

type Props = { className: string | undefined; isFolded: boolean; onChosen?: () => void; children?: ReactNode };

/**
 * All views. One of them is reached with Tab, the others from there with the arrow keys.
 * @param isFolded shows icons only
 * @param children what stands below them
 */
export function ViewList({ className, isFolded, onChosen, children }: Props) {
  const shown = useShownView();
  const screen = useScreen((store) => store.screen);
  const saved = useViews(({ views }) => views);
  const counts = useViewCounts();
  const [focused, setFocused] = useState<string | null>(null);
  const list = useRef<HTMLElement>(null);
  useKeptFocus(list, focusGrid); // a removed view disappears with its menu
  const keys: readonly string[] = [...baseViews, ...screens, ...saved.map(({ id }) => id)];
  const tabStop = [focused, shown].find((key) => key !== null && keys.includes(key)) ?? keys[0];

  function onKeyDown(event: KeyboardEvent) {
    if (!(event.target instanceof HTMLElement) || event.target.dataset.view === undefined) return;
    const buttons = [...(list.current?.querySelectorAll<HTMLElement>('[data-view]') ?? [])];
    const next = buttons[indexAfterKey(event.key, buttons.indexOf(event.target), buttons.length) ?? -1];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }

  function onBlur({ relatedTarget }: FocusEvent) {
    if (!(relatedTarget instanceof Node && list.current?.contains(relatedTarget))) setFocused(null);
  }

  const itemProps = (key: string) => ({
    key,
    viewKey: key,
    isFolded,
    isCurrent: key === (screen === 'tickets' ? shown : screen),
    isTabStop: key === tabStop,
    onFocus: () => setFocused(key),
  });

  return (
    <nav
      ref={list}
      className={className}
      data-folded={isFolded || undefined}
      aria-label={words.views.region}
      onKeyDown={onKeyDown}
      onBlur={onBlur}
    >
      <div className={styles.list}>
        <ul>
          {baseViews.map((view) => {
            const { key, ...props } = itemProps(view);
            const ViewIcon = icons[view];
            return (
              <ViewItem
                key={key}
                {...props}
                name={words.views.name[view]}
                count={counts.base[view]}
                urgency={urgentViews.includes(view) && counts.base[view] ? view : undefined}
                icon={<ViewIcon size={17} stroke={1.7} aria-hidden="true" />}
                onChoose={() => {
                  chooseView(view);
                  onChosen?.();
                }}
              />
            );
          })}
        </ul>
        <ul>
          {screens.map((each) => {
            const { key, ...props } = itemProps(each);
            const ScreenIcon = screenIcons[each];
            return (
              <ViewItem
                key={key}
                {...props}
                name={words[each].title}
                count={undefined}
                icon={<ScreenIcon size={17} stroke={1.7} aria-hidden="true" />}
                onChoose={() => {
                  showScreen(each);
                  onChosen?.();
                }}
              />
            );
          })}
        </ul>
        {saved.length > 0 && (
          <>
            <h2 className={isFolded ? shared.unseen : styles.heading} data-unkept>
              {words.views.saved}
            </h2>
            <ul data-unkept>
              {saved.map((view, index) => {
                const { key, ...props } = itemProps(view.id);
                return (
                  <ViewItem
                    key={key}
                    {...props}
                    name={view.name}
                    count={counts.saved[view.id]}
                    icon={
                      isFolded ? (
                        <span className={styles.initials} aria-hidden="true">
                          {initialsOf(view.name)}
                        </span>
                      ) : (
                        <IconBookmark size={17} stroke={1.7} aria-hidden="true" />
                      )
                    }
                    menu={
                      <SavedViewMenu
                        view={view}
                        isFirst={index === 0}
                        isLast={index === saved.length - 1}
                        isTabStop={key === tabStop}
                      />
                    }
                    onChoose={() => {
                      chooseSavedView(view.id);
                      onChosen?.();
                    }}
                  />
                );
              })}
            </ul>
          </>
        )}
      </div>
      {children}
    </nav>
  );
}

type ItemProps = {
  viewKey: string;
  name: string;
  count: number | undefined;
  icon: ReactNode;
  isFolded: boolean;
  isCurrent: boolean;
  isTabStop: boolean;
  urgency?: string | undefined;
  menu?: ReactNode;
  onFocus: () => void;
  onChoose: () => void;
};

function ViewItem(props: ItemProps) {
  const { viewKey, name, count, icon, isFolded, isCurrent, isTabStop, urgency, menu, onFocus, onChoose } = props;
  const label = count === undefined ? name : words.views.counted({ name, count });
  const showsCount = count !== undefined && (!isFolded || urgency !== undefined);
  return (
    <li className={styles.item} onFocus={onFocus}>
      <Tooltip
        label={label}
        position="right"
        withinPortal={false}
        floatingStrategy="fixed" // so that the list does not clip it
        disabled={!isFolded}
        events={{ hover: true, focus: true, touch: false }}
      >
        <UnstyledButton
          className={styles.view}
          data-view={viewKey}
          data-folded={isFolded || undefined}
          data-urgency={urgency}
          aria-label={label}
          aria-current={isCurrent || undefined}
          tabIndex={isTabStop ? 0 : -1}
          onClick={onChoose}
        >
          {icon}
          {!isFolded && <bdi className={styles.name}>{name}</bdi>}
          {showsCount && (
            <span className={`${styles.count} ${shared.tabular}`} data-unkept>
              {formatCount(count)}
            </span>
          )}
        </UnstyledButton>
      </Tooltip>
      {!isFolded && menu}
    </li>
  );
}

/** Returns the row of a list that a key leads to, `null` for any other key. */
export function indexAfterKey(key: string, index: number, count: number): number | null {
  if (key === 'ArrowDown') return Math.min(index + 1, count - 1);
  if (key === 'ArrowUp') return Math.max(index - 1, 0);
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
}
