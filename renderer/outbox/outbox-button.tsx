import { Button } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useOutbox } from '../state/outbox.ts';
import { showScreen, useScreen } from '../state/screen.ts';
import { words } from '../words/words.ts';

/** The way to the outbox, with the number of changes in it. */
export function OutboxButton() {
  const items = useOutbox((store) => store.items);
  const isShown = useScreen(({ screen }) => screen === 'outbox');
  const needsUser = items.some((item) => item.state === 'refused' || item.needsDecision);
  return (
    <Button
      className="header-button"
      variant="default"
      size="sm"
      aria-pressed={isShown}
      data-attention={needsUser || undefined}
      leftSection={<IconSend size={16} aria-hidden="true" />}
      onClick={() => showScreen(isShown ? 'tickets' : 'outbox')}
    >
      {words.outbox.button(items.length)}
    </Button>
  );
}
