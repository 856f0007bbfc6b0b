import './form.css';
import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import { focusScreen } from '../state/focus.ts';
import { useForm } from '../state/form.ts';
import { detachForm, discardForm, leaveForm, startOver } from '../state/form-actions.ts';
import { BusyButton } from '../ui/busy-button.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { useKeptFocus } from '../ui/use-kept-focus.ts';
import { formatSince } from '../words/time.ts';
import { words } from '../words/words.ts';

type Props = {
  title: string;
  submitWord: string;
  /** Where the keyboard goes first. */
  firstFieldId: string;
  tools?: ReactNode;
  onSubmit: () => void;
  children: ReactNode;
};

const sendKey = navigator.userAgent.includes('Mac') ? '⌘ Return' : 'Ctrl+Enter';

/** What the forms have in common: the place of the reading pane, a heading, the buttons, the keys. */
export function FormFrame({ title, submitWord, firstFieldId, tools, onSubmit, children }: Props) {
  const { isBusy, problem } = useForm();
  const pane = useRef<HTMLElement>(null);
  const note = useRef<HTMLDivElement>(null);
  useKeptFocus(pane); // `Start over`, say, goes with its line

  // biome-ignore lint/correctness/useExhaustiveDependencies: only when it opens; later the keyboard is the user's
  useEffect(() => {
    document.getElementById(firstFieldId)?.focus();
  }, []);
  useEffect(() => {
    if (problem) note.current?.scrollIntoView({ block: 'nearest' });
  }, [problem]);

  function onKeyDown(event: KeyboardEvent) {
    if (event.defaultPrevented || event.nativeEvent.isComposing || isInDialog(event.target)) return;
    if (event.key === 'Escape') {
      // An open list of choices takes the key for itself.
      if (event.target instanceof HTMLElement && event.target.getAttribute('aria-expanded') === 'true') return;
      event.preventDefault();
      leaveTo(leaveForm);
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      onSubmit();
    }
  }

  return (
    <section ref={pane} className="pane form-pane" aria-label={title} tabIndex={-1} onKeyDown={onKeyDown}>
      <div className="pane-bar">
        <h2 className="form-title">{title}</h2>
        <div className="form-tools">
          {tools}
          <Tooltip label={words.form.leave}>
            <ActionIcon variant="subtle" color="gray" aria-label={words.form.leave} onClick={() => leaveTo(leaveForm)}>
              <IconX size={17} />
            </ActionIcon>
          </Tooltip>
        </div>
      </div>
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        <div className="form-body">
          <Restored />
          {problem && (
            <div ref={note}>
              <ProblemNote problem={problem}>
                {problem.kind === 'change-sent' && (
                  <Button size="xs" variant="default" onClick={detachForm}>
                    {words.form.makeNew}
                  </Button>
                )}
              </ProblemNote>
            </div>
          )}
          {children}
        </div>
        <div className="form-foot">
          <Button variant="default" disabled={isBusy} onClick={() => leaveTo(discardForm)}>
            {words.form.discard}
          </Button>
          <span className="form-keys">{words.form.keptHint}</span>
          <Tooltip label={words.form.keyHint(sendKey)}>
            <BusyButton type="submit" isBusy={isBusy}>
              {submitWord}
            </BusyButton>
          </Tooltip>
        </div>
      </form>
    </section>
  );
}

/** A dialog that the form opened answers to its own keys, which React hands on to the form. */
function isInDialog(target: EventTarget): boolean {
  return target instanceof Element && target.closest('dialog') !== null;
}

/** Closes the form; the keyboard goes on where the reading pane or the list is. */
function leaveTo(leave: () => void) {
  flushSync(leave);
  focusScreen();
}

/** Says that the form was not empty when it was opened. */
function Restored() {
  const restoredAtMs = useForm(({ open }) => open?.restoredAtMs ?? null);
  if (restoredAtMs === null) return null;
  return (
    <div className="form-restored" role="note">
      <span>{words.form.restored(formatSince(new Date(restoredAtMs), new Date()))}</span>
      <Button variant="subtle" size="compact-xs" onClick={startOver}>
        {words.form.startOver}
      </Button>
    </div>
  );
}
