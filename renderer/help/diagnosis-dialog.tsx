import { Button, Loader } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed, IconCircleX } from '@tabler/icons-react';
import { useCallback, useEffect, useState } from 'react';
import type { Outcome } from '../../electron/contract/calls.ts';
import type { Diagnosis, Step } from '../../electron/contract/diagnosis.ts';
import { attempt } from '../parts/attempt.ts';
import { BusyButton } from '../parts/busy-button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { ProblemFacts, ProblemNote } from '../parts/problem-note.tsx';
import { words } from '../words.ts';
import { diagnosisText } from './diagnosis-text.ts';
import { closeHelp } from './help-store.ts';

/** Says step by step what works, and hands it out as a text without a secret. */
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
      <div className="help">
        <p>{words.help.diagnosis.lead}</p>
        <div role="status">
          {outcome === null && (
            <p className="help-running">
              <Loader size="xs" /> {words.help.diagnosis.running}
            </p>
          )}
        </div>
        {outcome?.ok && <Steps steps={outcome.value.steps} />}
        {outcome?.ok === false && <ProblemNote problem={outcome.problem} />}
        <div className="button-line help-buttons">
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
    <ul className="steps selectable" aria-label={words.help.diagnosis.list}>
      {steps.map(({ name, state, detail, problem }) => {
        const Icon = icons[state];
        return (
          <li key={name} className="step" data-state={state}>
            <Icon size={18} aria-hidden="true" />
            <div>
              <p className="step-name">
                {words.help.diagnosis.step[name]}: {words.help.diagnosis.state[state]}
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
