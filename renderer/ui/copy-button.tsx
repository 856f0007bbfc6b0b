import { ActionIcon, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { showProblem } from '../state/feedback.ts';
import { words } from '../words/words.ts';
import styles from './copy-button.module.css';

/** Copies a text and confirms it for a moment. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const [copiedText, setCopiedText] = useState<string | null>(null);
  const isCopied = copiedText === text;

  useEffect(() => {
    if (copiedText === null) return;
    const timer = setTimeout(() => setCopiedText(null), confirmationMs);
    return () => clearTimeout(timer);
  }, [copiedText]);

  async function copy() {
    const outcome = await window.desk.system.copyText({ text });
    if (outcome.ok) setCopiedText(text);
    else showProblem(outcome.problem);
  }

  return (
    <span className={styles.copy}>
      <Tooltip label={label} disabled={isCopied}>
        <ActionIcon variant="subtle" color="gray" size="sm" aria-label={label} onClick={() => void copy()}>
          {isCopied ? <IconCheck size={15} className={styles.done} /> : <IconCopy size={15} />}
        </ActionIcon>
      </Tooltip>
      <span className={styles.word} aria-live="polite">
        {isCopied ? words.ticket.copied : ''}
      </span>
    </span>
  );
}

const confirmationMs = 1_600;
