/* Texts for comments, under names of the user's own: written, changed and removed here, used at the comment box. */

import { Button, Textarea, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { CommentTextTemplate } from '../../electron/contract/draft.ts';
import { limits, longestTemplateName, longestTyped } from '../../electron/contract/specification.ts';
import {
  loadCommentTexts,
  makeRoom,
  removeCommentText,
  saveCommentText,
  useCommentTexts,
} from '../state/comment-texts.ts';
import { closeDialog } from '../state/dialogs.ts';
import { discardDraft, draftKeys, saveDraft, useDrafts } from '../state/drafts.ts';
import { variableNames } from '../state/template-values.ts';
import { CloseLine, Dialog } from '../ui/dialog.tsx';
import { fieldNote } from '../ui/field-note.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import shared from '../ui/shared.module.css';
import { UndoBar } from '../ui/undo-bar.tsx';
import { useKeptFocus } from '../ui/use-kept-focus.ts';
import { words } from '../words/words.ts';
import { KeptList } from './kept-list.tsx';
import styles from './templates-dialog.module.css';

const text = words.form.commentText;

type Typed = { readonly name: string; readonly text: string };
const nothingTyped: Typed = { name: '', text: '' };

/** @param draftKey the draft to go on with; without one, that which was left here */
export function CommentTextsDialog({ draftKey: key = draftKeys.commentText }: { draftKey: string | undefined }) {
  const { texts, problem } = useCommentTexts();
  const draft = useDrafts(({ drafts }) => drafts.get(key)?.content);
  /** What the boxes hold while nothing else is typed: the text that is edited, or nothing. */
  const [begun, setBegun] = useState(nothingTyped);
  const typed = draft?.form === 'commentText' ? draft : begun;
  const body = useRef<HTMLDivElement>(null);
  const textBox = useRef<HTMLTextAreaElement>(null);
  useEffect(() => void loadCommentTexts(), []);
  useKeptFocus(body); // a removed text disappears with its buttons

  /** What is typed is a draft until it is kept: the dialog can be closed by a key. */
  function type({ name, text: content }: Typed) {
    const isKept = texts.some((kept) => kept.name === name && kept.text === content);
    if (isKept || (name === '' && content === '')) {
      setBegun({ name, text: content });
      discardDraft(key);
    } else saveDraft(key, { form: 'commentText', name, text: content });
  }

  function edit({ name, text: kept }: CommentTextTemplate) {
    makeRoom(key);
    setBegun({ name, text: kept });
    textBox.current?.focus();
  }

  async function save() {
    const { drafts } = useDrafts.getState();
    if (!(await saveCommentText(typed.name.trim(), typed.text))) return;
    const isTypedOn = useDrafts.getState().drafts.get(key) !== drafts.get(key);
    if (!isTypedOn) type(nothingTyped);
  }

  return (
    <Dialog title={text.title} kind="wide" onClose={closeDialog}>
      <div ref={body} className={`${shared.dialogBody} ${styles.templates}`} tabIndex={-1}>
        <p>{texts.length === 0 ? text.none : text.lead}</p>
        {problem && <ProblemNote problem={problem} />}
        <KeptList
          label={text.list}
          items={texts}
          noteOf={(kept) => kept.text.split('\n', 1)[0] ?? ''}
          action={text.edit}
          actionNamed={(name) => text.editNamed({ name })}
          removeNamed={(name) => text.removeNamed({ name })}
          onAction={edit}
          onRemove={(kept) => void removeCommentText(kept)}
        />
        <UndoBar /> {/* the one of the window cannot be reached under a modal dialog */}
        <SaveText
          typed={typed}
          names={texts.map(({ name }) => name)}
          textBox={textBox}
          onType={type}
          onSave={() => void save()}
        />
        <CloseLine label={words.form.template.close} onClose={closeDialog} />
      </div>
    </Dialog>
  );
}

type SaveTextProps = {
  typed: Typed;
  names: readonly string[];
  textBox: React.RefObject<HTMLTextAreaElement | null>;
  onType: (typed: Typed) => void;
  onSave: () => void;
};

function SaveText({ typed, names, textBox, onType, onSave }: SaveTextProps) {
  const [errors, setErrors] = useState<Partial<Typed>>({});

  function save() {
    const found = errorsIn(typed);
    setErrors(found);
    if (found.name === undefined && found.text === undefined) onSave();
  }

  function type(part: Partial<Typed>) {
    onType({ name: typed.name, text: typed.text, ...part });
    setErrors({});
  }

  return (
    <form
      className={styles.save}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <TextInput
        className={styles.whole}
        label={text.name}
        value={typed.name}
        error={errors.name}
        description={names.includes(typed.name.trim()) ? text.replaces : text.nameHint}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        autoComplete="off"
        dir="auto"
        data-autofocus
        onChange={({ currentTarget }) => type({ name: currentTarget.value })}
      />
      <Textarea
        ref={textBox}
        className={styles.whole}
        label={text.text}
        value={typed.text}
        error={errors.text}
        description={fieldNote(typed.text, limits.comment, text.variablesHint(variableNames()))}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        rows={4}
        dir="auto"
        maxLength={longestTyped}
        onChange={({ currentTarget }) => type({ text: currentTarget.value })}
      />
      <Button type="submit" variant="default">
        {text.save}
      </Button>
    </form>
  );
}

/** Returns what is wrong with a text to be kept. It may be longer than a comment: variables make it shorter or longer. */
export function errorsIn({ name, text: content }: Typed): Partial<Typed> {
  const wanted = name.trim();
  return {
    ...(wanted === '' && { name: text.nameNeeded }),
    ...(wanted.length > longestTemplateName && {
      name: words.form.template.nameTooLong({ limit: longestTemplateName }),
    }),
    ...(content.trim() === '' && { text: text.textNeeded }),
  };
}
