/* The button at a box for a comment that inserts one of the user's own texts, with its variables filled in. */

import { ActionIcon, Menu } from '@mantine/core';
import { IconTextPlus } from '@tabler/icons-react';
import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { createPortal, flushSync } from 'react-dom';
import type { CommentTextTemplate } from '../../electron/contract/draft.ts';
import { fillVariables, type VariableValues } from '../../electron/contract/template-text.ts';
import { loadCommentTexts, useCommentTexts } from '../state/comment-texts.ts';
import { openDialog } from '../state/dialogs.ts';
import { loadSettings } from '../state/settings.ts';
import { knownValues, variablesToAsk } from '../state/template-values.ts';
import { words } from '../words/words.ts';
import { Dialog } from './dialog.tsx';
import { VariablesForm } from './variables-form.tsx';

const text = words.form.commentText;

type Props = {
  /** The ticket's; `''` for a comment on tickets of several sites, in which it is asked for. */
  site: string;
  isDisabled?: boolean;
  /** Takes the text, and moves the focus to where it was inserted. */
  onInsert: (text: string) => void;
};

export function InsertText({ site, isDisabled = false, onInsert }: Props) {
  const texts = useCommentTexts((store) => store.texts);
  const target = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [asking, setAsking] = useState<CommentTextTemplate | null>(null);
  const variablesOf = (kept: CommentTextTemplate) => variablesToAsk([kept.text], knownValues(site));

  function insert(kept: CommentTextTemplate, asked: VariableValues) {
    onInsert(fillVariables(kept.text, { ...knownValues(site), ...asked }));
  }

  function choose(kept: CommentTextTemplate) {
    if (variablesOf(kept).length === 0) insert(kept, {});
    else setAsking(kept);
  }

  /** Escape closes the menu, and not the dialog around it. */
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Escape' || !isOpen) return;
    event.preventDefault();
    setOpen(false);
    target.current?.focus();
  }

  return (
    <div onKeyDownCapture={onKeyDown}>
      <Menu
        opened={isOpen}
        onChange={setOpen}
        position="top-end"
        onOpen={() => {
          void loadCommentTexts();
          void loadSettings(); // your name, for the variables
        }}
      >
        <Menu.Target>
          <ActionIcon
            ref={target}
            variant="subtle"
            color="gray"
            size={36}
            aria-label={text.insert}
            title={text.insert}
            disabled={isDisabled}
          >
            <IconTextPlus size={18} />
          </ActionIcon>
        </Menu.Target>
        {/* The chosen item disappears with the menu: a dialog returns the focus to the button. */}
        <Menu.Dropdown aria-label={text.insert} onClickCapture={() => target.current?.focus()}>
          {texts.map((kept) => (
            <Menu.Item key={kept.id} onClick={() => choose(kept)}>
              <bdi>{kept.name}</bdi>
            </Menu.Item>
          ))}
          {texts.length > 0 && <Menu.Divider />}
          <Menu.Item onClick={() => openDialog({ name: 'commentTexts' })}>{text.manage}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {asking &&
        createPortal(
          // Not inside the form that the button may be part of: a form within a form is never sent, and keys are not for both.
          // biome-ignore lint/a11y/noStaticElementInteractions: it only keeps events from what is around it
          <div onKeyDown={(event) => event.stopPropagation()} onSubmit={(event) => event.stopPropagation()}>
            <Dialog title={text.insert} onClose={() => setAsking(null)}>
              <VariablesForm
                name={asking.name}
                variables={variablesOf(asking)}
                onFilled={(values) => {
                  flushSync(() => setAsking(null)); // the dialog gives the focus back before the comment box takes it
                  insert(asking, values);
                }}
                onBack={() => setAsking(null)}
              />
            </Dialog>
          </div>,
          document.body,
        )}
    </div>
  );
}

/** Puts the cursor of a box at its end when it appears, where a text goes that is inserted before the box was entered. */
export function useCursorAtEnd(box: RefObject<HTMLTextAreaElement | null>): void {
  useLayoutEffect(() => {
    const length = box.current?.value.length ?? 0;
    box.current?.setSelectionRange(length, length);
  }, [box]);
}

/**
 * Puts a text into a box in the place of what is selected there, and the cursor behind it.
 * @param type takes the whole text as it is then
 */
export function insertInto(box: HTMLTextAreaElement | null, inserted: string, type: (text: string) => void): void {
  if (!box) return;
  const { value, selectionStart: from, selectionEnd } = box;
  flushSync(() => type(value.slice(0, from) + inserted + value.slice(selectionEnd)));
  box.focus();
  box.setSelectionRange(from + inserted.length, from + inserted.length);
}
