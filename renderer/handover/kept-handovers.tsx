/* What was handed over before, each to be looked at as it was. */

import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { KeptHandover } from '../../electron/contract/handover.ts';
import {
  closeKeptHandover,
  copyKeptHandover,
  saveKeptHandoverPdf,
  showKeptHandover,
  useKeptHandovers,
} from '../state/handover.ts';
import { BusyButton } from '../ui/busy-button.tsx';
import { Dialog, DialogButtons } from '../ui/dialog.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import shared from '../ui/shared.module.css';
import { useNow } from '../ui/time.tsx';
import { formatDayAndClock, formatSince } from '../words/time.ts';
import { words } from '../words/words.ts';
import styles from './handover.module.css';
import { HandoverPage } from './handover-page.tsx';

const text = words.handover;

/** So many are listed at first. */
const fewest = 5;

export function KeptHandovers() {
  const { list, shown } = useKeptHandovers();
  const [showsAll, setShowsAll] = useState(false);
  const listed = showsAll ? list : list.slice(0, fewest);
  return (
    <section className={styles.kept} aria-labelledby="kept-handovers">
      <h3 id="kept-handovers">{text.kept}</h3>
      <p className={styles.none}>{list.length === 0 ? text.keptNone : text.keptLead}</p>
      {listed.length > 0 && (
        <ul aria-label={text.kept}>
          {listed.map((kept) => (
            <KeptRow key={kept.id} kept={kept} />
          ))}
        </ul>
      )}
      {listed.length < list.length && (
        <Button variant="default" size="xs" className={styles.more} onClick={() => setShowsAll(true)}>
          {text.keptAll({ count: list.length })}
        </Button>
      )}
      {shown && <KeptDialog {...shown} />}
    </section>
  );
}

function KeptRow({ kept }: { kept: KeptHandover }) {
  const when = formatSince(new Date(kept.keptAtMs), useNow());
  return (
    <li className={styles.keptRow}>
      <button
        type="button"
        className={`${styles.ticket} ${shared.tabular}`}
        aria-label={text.showKept({ when })}
        onClick={() => void showKeptHandover(kept)}
      >
        {when}
      </button>
      <span className={styles.keptSites}>
        {kept.scope.sites.map((site) => site || text.noSite).join(', ') || text.allSites}
      </span>
      <span className={styles.keptSentence} dir="auto">
        {kept.sentence || text.keptNoSentence}
      </span>
    </li>
  );
}

type DialogProps = NonNullable<ReturnType<typeof useKeptHandovers.getState>['shown']>;

function KeptDialog({ handover, keptAtMs }: DialogProps) {
  const { isSaving, notice, problem } = useKeptHandovers();
  useEffect(() => closeKeptHandover, []); // a ticket that is opened leaves the screen
  return (
    <Dialog
      kind="wide"
      title={text.keptTitle({ when: formatDayAndClock(new Date(keptAtMs)) })}
      onClose={closeKeptHandover}
    >
      <div className={shared.dialogBody}>
        <HandoverPage handover={handover} />
        {problem && <ProblemNote problem={problem} />}
        <p role="status">{notice}</p>
        <DialogButtons>
          <Button variant="default" onClick={closeKeptHandover}>
            {text.close}
          </Button>
          <BusyButton isBusy={isSaving} variant="default" onClick={() => void saveKeptHandoverPdf(handover.id)}>
            {text.savePdf}
          </BusyButton>
          <Button onClick={() => void copyKeptHandover(handover.id)}>{text.copyAgain}</Button>
        </DialogButtons>
      </div>
    </Dialog>
  );
}
