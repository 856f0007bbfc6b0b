/*
 * The diagnosis: checks step by step what works between this computer and the operator, and offers the result as a text for
 * support that holds no secret.
 */

import { Button, Loader } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed, IconCircleX } from '@tabler/icons-react';
import { useCallback, useEffect, useState } from 'react';
import type { Outcome } from '../../electron/contract/calls.ts';
import type { Diagnosis, Step } from '../../electron/contract/diagnosis.ts';
import { attempt } from '../state/feedback.ts';
import { closeHelp } from '../state/screen.ts';
import { Announcement } from '../ui/announcement.tsx';
import { BusyButton } from '../ui/busy-button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ProblemFacts, ProblemNote } from '../ui/problem-note.tsx';
import shared from '../ui/shared.module.css';
import { words } from '../words/words.ts';
import styles from './help.module.css';

export function DiagnosisDialog() {
  const [outcome, setOutcome] = useState<Outcome<Diagnosis> | null>(null);
  const [isCopied, setCopied] = useState(false);

  const run = useCallback(async () => {
    setOutcome(null);
    setCopied(false);
    setOutcome(await window.desk.system.diagnose());
  }, []);

  useEffect(() => {
    void run();
  }, [run]);

  async function copy(diagnosis: Diagnosis) {
    setCopied(await attempt(window.desk.system.copyDiagnosis({ text: diagnosisText(diagnosis) })));
  }

  return (
    <Dialog title={words.help.diagnosis.title} onClose={closeHelp}>
      <div className={styles.help}>
        <p>{words.help.diagnosis.lead}</p>
        <div role="status">
          {outcome === null && (
            <p className={styles.running}>
              <Loader size="xs" /> {words.help.diagnosis.running}
            </p>
          )}
        </div>
        <Announcement text={outcome?.ok ? resultWords(outcome.value.steps) : ''} />
        {outcome?.ok && <Steps steps={outcome.value.steps} />}
        {outcome?.ok === false && <ProblemNote problem={outcome.problem} />}
        <div className={`${shared.buttonLine} ${styles.buttons}`}>
          {outcome?.ok && (
            <Button variant="default" onClick={() => void copy(outcome.value)}>
              {isCopied ? words.help.diagnosis.copied : words.help.diagnosis.copy}
            </Button>
          )}
          <BusyButton variant="default" isBusy={outcome === null} onClick={() => void run()}>
            {words.help.diagnosis.again}
          </BusyButton>
          <Button data-autofocus onClick={closeHelp}>
            {words.help.close}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

const icons = { works: IconCircleCheck, failed: IconCircleX, skipped: IconCircleDashed };

function Steps({ steps }: { steps: readonly Step[] }) {
  return (
    <ul className={`${styles.steps} ${shared.selectable}`} aria-label={words.help.diagnosis.list}>
      {steps.map(({ name, state, detail, problem }) => {
        const Icon = icons[state];
        return (
          <li key={name} className={styles.step} data-state={state}>
            <Icon size={18} aria-hidden="true" />
            <div>
              <p className={styles.stepName}>
                {words.help.diagnosis.stepState({
                  step: words.help.diagnosis.step[name],
                  state: words.help.diagnosis.state[state],
                })}
              </p>
              <p>{detail}</p>
              {problem && <p>{problem.todo}</p>}
              {problem && <ProblemFacts problem={problem} />}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

/** What a screen reader says when the checks, which take a while, are done: the list that appears is not read aloud. */
export function resultWords(steps: readonly Step[]): string {
  const { title, step, state, stepState } = words.help.diagnosis;
  const failed = steps.filter((each) => each.state === 'failed');
  if (failed.length === 0) return stepState({ step: title, state: state.works });
  return failed
    .map(({ name, detail }) => `${stepState({ step: step[name], state: state.failed })}. ${detail}`)
    .join(' ');
}

/** A diagnosis as text for support. It leaves out what the server said, because that may hold anything. */
export function diagnosisText({ atMs, program, system, address, steps }: Diagnosis): string {
  const facts = [
    program,
    system,
    words.help.diagnosis.made({ time: new Date(atMs).toISOString() }),
    words.help.diagnosis.address({ address }),
  ];
  return [...facts, '', ...steps.map(stepText), ''].join('\n');
}

function stepText({ name, state, detail, problem, tookMs }: Step): string {
  const lines = [`${words.help.diagnosis.state[state]}: ${words.help.diagnosis.step[name]} (${tookMs} ms)`, detail];
  if (problem) {
    const { kind, httpStatus, correlationId } = problem;
    const ids = [kind, httpStatus && `HTTP ${httpStatus}`, correlationId].filter(Boolean);
    lines.push(problem.todo, ids.join(', '));
  }
  return lines.join('\n    ');
}
