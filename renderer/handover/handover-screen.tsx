/* What the next shift should know: chosen, read through, and handed over. Escape returns to the tickets. */

import { Button, Checkbox, Textarea } from '@mantine/core';
import { IconCopy, IconFileTypePdf } from '@tabler/icons-react';
import { useEffect } from 'react';
import { longestHandoverSentence } from '../../electron/contract/handover.ts';
import {
  copyHandover,
  notedTickets,
  openHandover,
  saveHandoverPdf,
  tickNotes,
  typeSentence,
  useHandover,
  watchHandover,
} from '../state/handover.ts';
import { flushTyped } from '../state/saver.ts';
import { BusyButton } from '../ui/busy-button.tsx';
import { fieldNote } from '../ui/field-note.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { ScreenHead } from '../ui/screen-head.tsx';
import shared from '../ui/shared.module.css';
import { useKeptFocus } from '../ui/use-kept-focus.ts';
import { useScreenFrame } from '../ui/use-screen-frame.ts';
import { words } from '../words/words.ts';
import styles from './handover.module.css';
import { HandoverPage } from './handover-page.tsx';
import { KeptHandovers } from './kept-handovers.tsx';
import { ScopeFields } from './scope-fields.tsx';

const text = words.handover;

export function HandoverScreen() {
  const { handover, problem, busy } = useHandover();
  const { leave, frame } = useScreenFrame('dialog, [role="listbox"], [aria-expanded="true"]');

  useKeptFocus(frame.ref);
  useEffect(() => {
    void openHandover();
    return watchHandover();
  }, []);

  return (
    <main {...frame} className={styles.screen} aria-label={text.title}>
      <div className={styles.page}>
        <ScreenHead title={text.title} back={text.back} onBack={leave}>
          <p>{text.lead}</p>
        </ScreenHead>
        <ScopeFields />
        <Sentence />
        <AllNotes />
        <div className={shared.buttonLine}>
          <BusyButton
            isBusy={busy === 'copy'}
            disabled={handover === null}
            leftSection={<IconCopy size={16} />}
            onClick={() => void copyHandover()}
          >
            {text.copy}
          </BusyButton>
          <BusyButton
            isBusy={busy === 'pdf'}
            disabled={handover === null}
            variant="default"
            leftSection={<IconFileTypePdf size={16} />}
            onClick={() => void saveHandoverPdf()}
          >
            {text.savePdf}
          </BusyButton>
        </div>
        {problem && (
          <ProblemNote problem={problem}>
            <Button variant="default" size="compact-xs" onClick={() => void openHandover()}>
              {words.problem.retry}
            </Button>
          </ProblemNote>
        )}
        {handover ? (
          <section className={styles.preview} aria-label={text.preview}>
            <HandoverPage handover={handover} canTickNotes />
          </section>
        ) : (
          !problem && <p className={styles.loading}>{text.loading}</p>
        )}
        <KeptHandovers />
      </div>
    </main>
  );
}

function Sentence() {
  const sentence = useHandover((store) => store.sentence);
  return (
    <Textarea
      label={text.sentence}
      description={fieldNote(sentence, longestHandoverSentence, text.sentenceHint)}
      inputWrapperOrder={['label', 'input', 'description']}
      value={sentence}
      maxLength={longestHandoverSentence}
      rows={2}
      dir="auto"
      onChange={({ currentTarget }) => typeSentence(currentTarget.value)}
      onBlur={() => void flushTyped()}
    />
  );
}

/** Private notes stay here unless they are ticked, all of them or each by itself. */
function AllNotes() {
  const handover = useHandover((store) => store.handover);
  const notesOf = useHandover((store) => store.notesOf);
  const noted = handover ? notedTickets(handover) : [];
  if (noted.length === 0) return null;
  const tickedCount = noted.filter((id) => notesOf.has(id)).length;
  return (
    <Checkbox
      size="xs"
      label={text.notes({ count: noted.length })}
      checked={tickedCount === noted.length}
      indeterminate={tickedCount > 0 && tickedCount < noted.length}
      onChange={({ currentTarget }) => tickNotes(noted, currentTarget.checked)}
    />
  );
}
