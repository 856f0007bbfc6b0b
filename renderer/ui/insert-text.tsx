/* The button at the comment box that inserts one of the user's own texts, with its variables filled in. */

import { ActionIcon, Menu } from '@mantine/core';
import { IconTextPlus } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { CommentTextTemplate } from '../../electron/contract/draft.ts';
import { fillVariables, type VariableValues } from '../../electron/contract/template-text.ts';
import { loadCommentTexts, useCommentTexts } from '../state/comment-texts.ts';
import { openDialog } from '../state/dialogs.ts';
import { loadSettings } from '../state/settings.ts';
import { knownValues, variablesToAsk } from '../state/template-values.ts';
import { useTicket } from '../state/ticket.ts';
import { Dialog } from '../ui/dialog.tsx';
import { VariablesForm } from '../ui/variables-form.tsx';
import { words } from '../words/words.ts';

const text = words.form.commentText;

/** @param onInsert takes the text, and moves the focus to where it was inserted */
export function InsertText({ isDisabled, onInsert }: { isDisabled: boolean; onInsert: (text: string) => void }) {
  const texts = useCommentTexts((store) => store.texts);
  const site = useTicket(({ ticket }) => ticket?.summary.site ?? '');
  const target = useRef<HTMLButtonElement>(null);
  const [asking, setAsking] = useState<CommentTextTemplate | null>(null);
  const variablesOf = (kept: CommentTextTemplate) => variablesToAsk([kept.text], knownValues(site));

  function insert(kept: CommentTextTemplate, asked: VariableValues) {
    onInsert(fillVariables(kept.text, { ...knownValues(site), ...asked }));
  }

  function choose(kept: CommentTextTemplate) {
    if (variablesOf(kept).length === 0) insert(kept, {});
    else setAsking(kept);
  }

  return (
    <>
      <Menu
        position="top-end"
        withinPortal={false}
        withInitialFocusPlaceholder={false}
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
      {asking && (
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
      )}
    </>
  );
}
