import type { Diagnosis, Step } from '../../electron/contract/diagnosis.ts';
import { words } from '../words.ts';

/** A diagnosis as text, for whoever helps. The server's own words stay out: nobody knows what they may hold. */
export function diagnosisText({ atMs, program, system, address, steps }: Diagnosis): string {
  const facts = [
    program,
    system,
    `${words.help.diagnosis.made} ${new Date(atMs).toISOString()}`,
    `${words.help.diagnosis.address} ${address}`,
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
