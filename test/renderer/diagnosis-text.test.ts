import { expect, it } from 'vitest';
import type { Step } from '../../electron/contract/diagnosis.ts';
import { problem } from '../../electron/contract/problem.ts';
import { diagnosisText, resultWords } from '../../renderer/help/diagnosis-dialog.tsx';

it('says what works and what does not, without the server’s own words', () => {
  const refused = problem('no-permission', {
    serverMessage: 'who knows what',
    httpStatus: 404,
    correlationId: 'c-1',
  });
  const text = diagnosisText({
    atMs: Date.UTC(2026, 0, 2),
    program: 'Colodesk 1',
    system: 'linux x64',
    address: 'https://tickets.example',
    steps: [
      { name: 'disk', state: 'works', detail: 'A file was written.', problem: null, tookMs: 3 },
      { name: 'permission', state: 'failed', detail: refused.message, problem: refused, tookMs: 20 },
    ],
  });
  expect(text).toContain('Run at 2026-01-02T00:00:00.000Z');
  expect(text).toContain('Works: Disk (3 ms)\n    A file was written.');
  expect(text).toContain('Fails: Permission for the tickets (20 ms)');
  expect(text).toContain('no-permission, HTTP 404, c-1');
  expect(text).not.toContain('who knows what');
});

it('tells a screen reader that all works, or which steps fail', () => {
  const works: Step = { name: 'disk', state: 'works', detail: 'A file was written.', problem: null, tookMs: 3 };
  const fails: Step = { ...works, name: 'dns', state: 'failed', detail: 'The name is unknown.' };
  expect(resultWords([works])).toBe('Diagnostics: Works');
  expect(resultWords([works, fails, { ...works, name: 'tls', state: 'skipped' }])).toBe(
    'Server name (DNS): Fails. The name is unknown.',
  );
});
