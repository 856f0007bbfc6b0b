import { Button } from '@mantine/core';
import type { Draft } from '../../electron/contract/draft.ts';
import { formatSince } from '../parts/time.ts';
import { offerUndo } from '../parts/undo-store.ts';
import { words } from '../words.ts';
import { continueDraft } from './continue-draft.ts';
import { dropDraft, useDrafts } from './draft-store.ts';
import { draftExcerpt, draftName } from './draft-words.ts';
import { restoreDraft } from './restore-draft.ts';

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
