import { Button } from '@mantine/core';
import type { Draft, DraftContent } from '../../electron/contract/draft.ts';
import { isLocalTicketId } from '../../electron/contract/ids.ts';
import { continueDraft } from '../state/continue-draft.ts';
import { dropDraft, restoreDraft, useDrafts } from '../state/drafts.ts';
import { offerUndo } from '../state/undo.ts';
import { formatSince } from '../words/time.ts';
import { words } from '../words/words.ts';

/** What was typed and not sent, newest first: to go on with, or to throw away. */
export function DraftList({ now }: { now: Date }) {
  const drafts = useDrafts((store) => store.drafts);
  const newestFirst = [...drafts.values()].sort((one, other) => other.savedAtMs - one.savedAtMs);
  return (
    <section className="outbox-part" aria-labelledby="drafts-title">
      <h3 id="drafts-title">{words.outbox.draftsTitle}</h3>
      <p className="outbox-note">{newestFirst.length === 0 ? words.outbox.draftsEmpty : words.outbox.draftsLead}</p>
      {newestFirst.length > 0 && (
        <ul className="log" aria-label={words.outbox.draftsList}>
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

  function discard() {
    dropDraft(draft.key);
    offerUndo(words.form.draftDiscarded, () => restoreDraft(draft));
  }

  return (
    <li className="log-row">
      <div className="log-text">
        <p className="log-what">
          <bdi className="draft-name">{name}</bdi>
          <span className="change-since tabular">
            {words.outbox.draftSaved(formatSince(new Date(draft.savedAtMs), now))}
          </span>
        </p>
        <p className="change-content" dir="auto">
          {draftExcerpt(draft.content)}
        </p>
      </div>
      <div className="button-line log-buttons">
        <Button
          variant="default"
          size="compact-sm"
          aria-label={words.outbox.continueNamed(name)}
          onClick={() => void continueDraft(draft)}
        >
          {words.outbox.continueDraft}
        </Button>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          aria-label={words.outbox.discardNamed(name)}
          onClick={discard}
        >
          {words.outbox.discard}
        </Button>
      </div>
    </li>
  );
}

/** What a draft is called in a list: its form, and the ticket or the title in it. */
function draftName(content: DraftContent): string {
  const form = words.outbox.draft[content.form];
  if (content.form === 'new') return `${form}: ${content.fields.title.trim() || words.outbox.draftUntitled}`;
  return `${form} ${isLocalTicketId(content.ticketId) ? words.outbox.localTicket : content.ticketId}`;
}

/** The beginning of what was typed. */
function draftExcerpt(content: DraftContent): string {
  switch (content.form) {
    case 'new':
      return content.fields.description.trim() || content.fields.site;
    case 'edit':
      return content.fields.title;
    case 'cancel':
      return content.reason;
    case 'comment':
      return content.comment.trim();
  }
}
