/*
 * What a screen reader says without being asked. The text comes once it has rested, so that counts that follow each key are said
 * once, and it goes when it was said: otherwise it is said again when a dialog that hid the page closes.
 */

import { useEffect, useState } from 'react';
import shared from './shared.module.css';

const restMs = 400;
/** Long enough for a reader to take the text up. */
const keptMs = 3_000;

/** Always in the page: a region that comes with its text is not read. */
export function Announcement({ text, occasion = 0 }: { text: string; occasion?: number }) {
  const [said, setSaid] = useState('');
  // biome-ignore lint/correctness/useExhaustiveDependencies: another occasion says the same words again
  useEffect(() => {
    setSaid('');
    if (text === '') return;
    const start = setTimeout(() => setSaid(text), restMs);
    const end = setTimeout(() => setSaid(''), restMs + keptMs);
    return () => {
      clearTimeout(start);
      clearTimeout(end);
    };
  }, [text, occasion]);
  return (
    <span className={shared.unseen} aria-live="polite">
      {said}
    </span>
  );
}
