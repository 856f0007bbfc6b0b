/*
 * Keeps a fault in one part of the page from emptying the window: a part that cannot be loaded, or that throws while it is drawn, is
 * replaced by a note with the ways on. What was typed is written to the disk at once.
 */

import { Button } from '@mantine/core';
import { Component, type ErrorInfo, type ReactNode, useEffect, useRef } from 'react';
import { problem } from '../../electron/contract/problem.ts';
import { reportFault } from '../state/faults.ts';
import { showProblem } from '../state/feedback.ts';
import { loadAnew } from '../state/load-anew.ts';
import { flushTyped } from '../state/saver.ts';
import { words } from '../words/words.ts';
import styles from './boundary.module.css';
import { ProblemNote } from './problem-note.tsx';

type Props = {
  children: ReactNode;
  /** What the part shows; another one is drawn afresh. */
  subject?: string | null | undefined;
  /** Closes the part instead, as a dialog; a banner then tells that it could not be shown. */
  onFault?: (() => void) | undefined;
  /** More ways on than to try again and to load the page anew. */
  waysOn?: ReactNode;
};

type State = { readonly isFaulty: boolean; readonly subject: Props['subject'] };

/** Only a class can catch what its children throw. */
export class Boundary extends Component<Props, State> {
  override state: State = { isFaulty: false, subject: this.props.subject };

  static getDerivedStateFromError(): Partial<State> {
    return { isFaulty: true };
  }

  static getDerivedStateFromProps({ subject }: Props, state: State): State | null {
    return subject === state.subject ? null : { isFaulty: false, subject };
  }

  override componentDidCatch(error: unknown, { componentStack }: ErrorInfo): void {
    reportFault('boundary', error, componentStack);
    void flushTyped();
    if (!this.props.onFault) return;
    showProblem(fault());
    this.props.onFault();
  }

  override render(): ReactNode {
    if (!this.state.isFaulty) return this.props.children;
    if (this.props.onFault) return null;
    return <Fault onRetry={() => this.setState({ isFaulty: false })}>{this.props.waysOn}</Fault>;
  }
}

const fault = () => ({ ...problem('internal'), ...words.problem.fault });

/** Takes the keyboard, since what had it may have gone. */
function Fault({ onRetry, children }: { onRetry: () => void; children: ReactNode }) {
  const place = useRef<HTMLElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <main ref={place} className={styles.fault} tabIndex={-1} data-work-area>
      <ProblemNote problem={fault()}>
        <Button size="xs" onClick={onRetry}>
          {words.problem.retry}
        </Button>
        {children}
        <Button size="xs" variant="default" onClick={() => void loadAnew()}>
          {words.problem.loadAnew}
        </Button>
      </ProblemNote>
    </main>
  );
}
