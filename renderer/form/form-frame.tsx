/*
 * The frame of both forms: it fills the place of the reading pane with a title, the fields and the buttons, and hears the keys:
 * Escape leaves the form and keeps its draft, Ctrl+Enter (⌘ Return) submits it.
 */

import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import { useIsSubmitted } from '../state/drafts.ts';
import { useForm } from '../state/form.ts';
import { closeForm, detachForm, discardForm, startOver } from '../state/form-actions.ts';
import { focusScreen } from '../state/screen.ts';
import { hasLeftOutbox } from '../state/submit.ts';
import { BusyButton } from '../ui/busy-button.tsx';
import paneStyles from '../ui/pane.module.css';
import { ProblemNote } from '../ui/problem-note.tsx';
import { useNow } from '../ui/time.tsx';
import { useKeptFocus } from '../ui/use-kept-focus.ts';
import { formatSince } from '../words/time.ts';
import { words } from '../words/words.ts';
import styles from './form.module.css';

type Props = {
  title: string;
  submitWord: string;
  /** The DOM id of the field that gets the focus when the form opens. */
  firstFieldId: string;
  tools?: ReactNode;
  onSubmit: () => void;
  children: ReactNode;
};

export function FormFrame({ title, submitWord, firstFieldId, tools, onSubmit, children }: Props) {
  const { open, problem } = useForm();
  const isBusy = useIsSubmitted(open?.key ?? '');
  const pane = useRef<HTMLElement>(null);
  const note = useRef<HTMLDivElement>(null);
  useKeptFocus(pane); // `Start over`, for example, disappears with its line

  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the form opens; afterwards the user decides where the focus is
  useEffect(() => {
    document.getElementById(firstFieldId)?.focus();
  }, []);
  useEffect(() => {
    if (problem) note.current?.scrollIntoView({ block: 'nearest' });
  }, [problem]);

  function onKeyDown(event: KeyboardEvent) {
    if (event.defaultPrevented || event.nativeEvent.isComposing || isInDialog(event.target)) return;
    if (event.key === 'Escape') {
      // An open list of options handles Escape itself.
      if (event.target instanceof HTMLElement && event.target.getAttribute('aria-expanded') === 'true') return;
      event.preventDefault();
      leaveTo(closeForm);
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      onSubmit();
    }
  }

  return (
    <section
      ref={pane}
      data-work-area
      className={`${paneStyles.pane} ${styles.pane}`}
      aria-label={title}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <div className={`${paneStyles.bar} ${styles.bar}`}>
        <h2 className={styles.title}>{title}</h2>
        <div className={styles.tools}>
          {tools}
          <Tooltip label={words.form.leave}>
            <ActionIcon variant="subtle" color="gray" aria-label={words.form.leave} onClick={() => leaveTo(closeForm)}>
              <IconX size={17} />
            </ActionIcon>
          </Tooltip>
        </div>
      </div>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        <div className={styles.body}>
          <RestoredNote />
          {problem && (
            <div ref={note}>
              <ProblemNote problem={problem}>
                {hasLeftOutbox(problem) && (
                  <Button size="xs" variant="default" onClick={detachForm}>
                    {words.form.makeNew}
                  </Button>
                )}
              </ProblemNote>
            </div>
          )}
          {children}
        </div>
        <div className={`${paneStyles.foot} ${styles.foot}`}>
          <Button variant="default" disabled={isBusy} onClick={() => leaveTo(discardForm)}>
            {words.form.discard}
          </Button>
          <span className={styles.keys}>{words.form.keptHint}</span>
          <Tooltip label={words.form.keyHint({ key: submitKeys() })}>
            <BusyButton type="submit" isBusy={isBusy}>
              {submitWord}
            </BusyButton>
          </Tooltip>
        </div>
      </form>
    </section>
  );
}

/** The keys that submit the form, as this system writes them. */
function submitKeys(): string {
  return navigator.userAgent.includes('Mac') ? '⌘ Return' : 'Ctrl+Enter';
}

/** React passes the keys of a dialog that the form opened on to the form, but the dialog handles them itself. */
function isInDialog(target: EventTarget): boolean {
  return target instanceof Element && target.closest('dialog') !== null;
}

/** Closes the form and moves the focus to the reading pane or the list. */
function leaveTo(leave: () => void) {
  flushSync(leave);
  focusScreen();
}

/** Says that the form was opened with a draft, and offers to start over. */
function RestoredNote() {
  const restoredAtMs = useForm(({ open }) => open?.restoredAtMs ?? null);
  const now = useNow();
  if (restoredAtMs === null) return null;
  return (
    <div className={styles.restored} role="note">
      <span>{words.form.restored({ when: formatSince(new Date(restoredAtMs), now) })}</span>
      <Button variant="subtle" size="compact-xs" onClick={startOver}>
        {words.form.startOver}
      </Button>
    </div>
  );
}
