import './outbox.css';
import { Button } from '@mantine/core';
import { IconArrowLeft, IconChecks } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import { focusGrid } from '../state/focus.ts';
import { useOutbox } from '../state/outbox.ts';
import { showScreen } from '../state/screen.ts';
import { useStatus } from '../state/status.ts';
import { useKeptFocus } from '../ui/use-kept-focus.ts';
import { useNow } from '../ui/use-now.ts';
import { words } from '../words/words.ts';
import { DraftList } from './draft-list.tsx';
import { OutboxRow } from './outbox-item.tsx';
import { SentLog } from './sent-log.tsx';

/** What is not confirmed, what stands unsent in forms, and what was sent. */
export function OutboxScreen() {
  const items = useOutbox((store) => store.items);
  const connection = useStatus(({ status }) => status?.connection ?? 'connecting');
  const now = useNow();
  const screen = useRef<HTMLElement>(null);

  useEffect(() => screen.current?.focus(), []);
  useKeptFocus(screen);

  function leave() {
    flushSync(() => showScreen('tickets'));
    focusGrid();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    if (event.target instanceof Element && event.target.closest('dialog')) return;
    event.preventDefault();
    leave();
  }

  return (
    <main ref={screen} className="outbox" aria-label={words.outbox.list} tabIndex={-1} onKeyDown={onKeyDown}>
      <div className="outbox-page">
        <Button
          className="outbox-back"
          variant="subtle"
          color="gray"
          size="compact-sm"
          leftSection={<IconArrowLeft size={16} />}
          onClick={leave}
        >
          {words.outbox.backToTickets}
        </Button>
        <header className="outbox-head">
          <h2>{words.outbox.list}</h2>
          <p>{words.outbox.lead}</p>
        </header>
        {items.length === 0 && (
          <div className="outbox-empty">
            <IconChecks size={22} stroke={1.6} aria-hidden="true" />
            <div>
              <p className="outbox-empty-title">{words.outbox.empty}</p>
              <p>{words.outbox.emptyHint}</p>
            </div>
          </div>
        )}
        <ul className="changes" aria-label={words.outbox.list}>
          {items.map((item, index) => (
            <OutboxRow key={item.id} item={item} earlier={items.slice(0, index)} connection={connection} now={now} />
          ))}
        </ul>
        <DraftList now={now} />
        <SentLog now={now} />
      </div>
    </main>
  );
}
