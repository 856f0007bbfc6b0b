import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { draftKeys, useDrafts } from '../state/drafts.ts';
import { openNewTicket } from '../state/open-form.ts';
import { words } from '../words/words.ts';

/** Opens the form of a new ticket. A dot says that one was begun. */
export function NewTicketButton() {
  const hasDraft = useDrafts(({ drafts }) => drafts.has(draftKeys.newTicket));
  return (
    <Button
      className="header-button"
      size="sm"
      aria-label={words.form.newTicket}
      aria-keyshortcuts="n"
      title={hasDraft ? words.form.newTicketHasDraft : undefined}
      data-draft={hasDraft || undefined}
      leftSection={<IconPlus size={16} aria-hidden="true" />}
      onClick={openNewTicket}
    >
      {words.form.newTicket}
    </Button>
  );
}
