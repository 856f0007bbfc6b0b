/* The section of the outbox screen with everything that was typed and not sent. */

import { Button } from '@mantine/core';
import type { OutboxItem } from '../../electron/contract/change.ts';
import type { Draft, DraftContent } from '../../electron/contract/draft.ts';
import { isLocalTicketId } from '../../electron/contract/ids.ts';
import { continueDraft } from '../state/continue-draft.ts';
import { discardDraft, restoreDraft, useDrafts } from '../state/drafts.ts';
import { offerUndo } from '../state/feedback.ts';
import { createOf, useOutbox } from '../state/outbox.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import shared from '../ui/shared.module.css';
import { formatSince } from '../words/time.ts';
import { words } from '../words/words.ts';
import styles from './outbox.module.css';

/** The drafts, newest first, to be continued or discarded. */
export function DraftList({ now }: { now: Date }) {
  const drafts = useDrafts((store) => store.drafts);
  const newestFirst = [...drafts.values()].sort((one, other) => other.savedAtMs - one.savedAtMs);
  return (
    <section className={styles.section} aria-labelledby="drafts-title">
      <h3 id="drafts-title">{words.outbox.draftsTitle}</h3>
      <p className={styles.note}>{newestFirst.length === 0 ? words.outbox.draftsEmpty : words.outbox.draftsLead}</p>
      {newestFirst.length > 0 && (
        <ul className={styles.log} aria-label={words.outbox.draftsList}>
          {newestFirst.map((draft) => (
            <DraftRow key={draft.key} draft={draft} now={now} />
          ))}
        </ul>
      )}
    </section>
  );
}

function DraftRow({ draft, now }: { draft: Draft; now: Date }) {
  const name = draftName(draft.content);
  const lost = useOutbox(({ items }) => lostComment(draft.content, items));

  function discard() {
    discardDraft(draft.key);
    offerUndo(words.form.draftDiscarded, () => restoreDraft(draft));
  }

  return (
    <li className={styles.row}>
      <div className={styles.text}>
        <p className={styles.what}>
          <bdi className={styles.draftName}>{name}</bdi>
          <span className={`${styles.since} ${shared.tabular}`}>
            {words.outbox.draftSaved({ when: formatSince(new Date(draft.savedAtMs), now) })}
          </span>
        </p>
        <p className={styles.content} dir="auto">
          {draftExcerpt(draft.content)}
        </p>
      </div>
      <div className={`${shared.buttonLine} ${styles.rowButtons}`}>
        {lost !== null && <CopyButton text={lost} label={words.form.comment.copy} />}
        <Button
          variant="default"
          size="compact-sm"
          aria-label={words.outbox.continueNamed({ name })}
          onClick={() => void continueDraft(draft)}
        >
          {words.outbox.continueDraft}
        </Button>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          aria-label={words.outbox.discardNamed({ name })}
          onClick={discard}
        >
          {words.outbox.discard}
        </Button>
      </div>
    </li>
  );
}

/** The name of a draft in the list: its form, and the ticket it is about or the title typed so far. */
function draftName(content: DraftContent): string {
  const text = words.outbox;
  if (content.form === 'new') {
    const title = content.fields.title.trim();
    return title === '' ? text.newDraftUntitled : text.newDraft({ title });
  }
  if (content.form === 'bulkComment') return text.bulkDraft({ count: content.ticketIds.length });
  if (content.form === 'commentText') {
    const name = content.name.trim();
    return name === '' ? text.textDraftUntitled : text.textDraft({ name });
  }
  if (isLocalTicketId(content.ticketId)) return text.draftOfUnsent[content.form];
  return text.draft[content.form]({ ticket: content.ticketId });
}

/** Returns a comment on a new ticket that has left the outbox: if it was discarded, the comment can only be used elsewhere. */
export function lostComment(content: DraftContent, items: readonly OutboxItem[]): string | null {
  if (content.form !== 'comment' || !isLocalTicketId(content.ticketId)) return null;
  return createOf(content.ticketId, items) ? null : content.comment;
}

/** The text by which the user recognises a draft. */
function draftExcerpt(content: DraftContent): string {
  switch (content.form) {
    case 'new':
      return content.fields.description.trim() || content.fields.site;
    case 'edit':
      return content.fields.title;
    case 'cancel':
      return content.reason;
    case 'comment':
    case 'bulkComment':
      return content.comment.trim();
    case 'commentText':
      return content.text.trim();
  }
}
