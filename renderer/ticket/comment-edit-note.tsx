import { Button } from '@mantine/core';
import { CopyButton } from '../parts/copy-button.tsx';
import { words } from '../words.ts';

type Props = { comment: string; whyLocked: string | null; onStop: () => void };

const text = words.form.comment;

/** Says that the box holds a comment of the outbox; on a ticket that takes none, why, and how to keep the text. */
export function CommentEditNote({ comment, whyLocked, onStop }: Props) {
  return (
    <div className="comment-edits" role="note">
      <span>{whyLocked === null ? text.edits : text.editsLocked(whyLocked)}</span>
      {whyLocked !== null && <CopyButton text={comment} label={text.copy} />}
      <Button variant="subtle" size="compact-xs" onClick={onStop}>
        {text.stopEditing}
      </Button>
    </div>
  );
}
