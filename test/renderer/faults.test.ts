import { beforeEach, describe, expect, it, vi } from 'vitest';
import { pageFaultSchema } from '../../electron/contract/fault.ts';
import { listenToFaults, reportFault } from '../../renderer/state/faults.ts';

const report = vi.fn();
const listeners = new Map<string, (event: object) => void>();
const reports = () => report.mock.calls.map(([fault]) => pageFaultSchema.parse(fault));

beforeEach(() => {
  report.mockReset().mockResolvedValue({ ok: true, value: null });
  const addEventListener = (event: string, listener: (event: object) => void) => listeners.set(event, listener);
  vi.stubGlobal('window', { addEventListener, desk: { system: { reportFault: report } } });
});

/** An error as Chromium makes it. */
function errorAt(message: string, places: readonly string[], name = 'TypeError'): Error {
  const error = new Error(message);
  error.name = name;
  const lines = places.map((place) => `    at Object.lock (app://colodesk/assets/${place})`);
  error.stack = [`${name}: ${message}`, ...lines].join('\n');
  return error;
}

describe('what the log is told of a fault', () => {
  it('is its name and its places in our scripts', () => {
    const stack = '\n    at Ce (app://colodesk/assets/start-DVmEYz_E.js:1:20)\n    at main (<anonymous>)';
    reportFault('boundary', errorAt('x', ['a-1.js:12:3', 'b_2.js:4:56']), stack);
    expect(reports()).toEqual([
      {
        caught: 'boundary',
        name: 'TypeError',
        places: ['a-1.js:12:3', 'b_2.js:4:56'],
        components: ['start-DVmEYz_E.js:1:20'],
      },
    ]);
  });

  it('has nothing of its message, and no name but that of an error', () => {
    const message = 'Door of cage 1.02\n    at Door (app://colodesk/assets/Cage.js:1:2)\n';
    reportFault('script', errorAt(message, ['c.js:1:1'], 'Door of cage'));
    reportFault('script', errorAt('secret', ['x/../Door.js:1:1', 'Door of cage.js:1:1', `${'d'.repeat(61)}.js:1:1`]));
    reportFault('promise', 'Door of cage 1.02');
    expect(reports().map(({ name, places }) => ({ name, places }))).toEqual([
      { name: 'Error', places: ['c.js:1:1'] },
      { name: 'TypeError', places: [] },
      { name: 'Error', places: [] },
    ]);
    expect(JSON.stringify(report.mock.calls)).not.toMatch(/Door|Cage|secret/);
  });

  it('is short, however deep it was', () => {
    const deep = Array.from({ length: 200 }, (_, line) => `deep.js:${line}:1`);
    reportFault('script', errorAt('x', deep));
    expect(reports()[0]?.places).toEqual(deep.slice(0, 10));
  });

  it('comes from scripts and promises, but not from remarks without an error', () => {
    listenToFaults();
    listeners.get('error')?.({ error: null, message: 'ResizeObserver loop completed with undelivered notifications.' });
    listeners.get('error')?.({ error: errorAt('x', ['e.js:1:1']) });
    listeners.get('unhandledrejection')?.({ reason: errorAt('x', ['f.js:1:1']) });
    expect(reports().map(({ caught, places }) => [caught, ...places])).toEqual([
      ['script', 'e.js:1:1'],
      ['promise', 'f.js:1:1'],
    ]);
  });

  it('is told once, and ends after twenty', () => {
    for (let time = 0; time < 3; time++) reportFault('script', errorAt(`${time}`, ['same.js:1:1']));
    expect(reports()).toHaveLength(1);
    for (let line = 0; line < 100; line++) reportFault('script', errorAt('x', [`many.js:${line}:1`]));
    expect(reports().length).toBeLessThanOrEqual(20);
    report.mockReset();
    reportFault('script', errorAt('x', ['late.js:1:1']));
    expect(report).not.toHaveBeenCalled();
  });
});
