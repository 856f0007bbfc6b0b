import { constants } from 'node:os';
import { printProgress } from './print.ts';

/**
 * Runs a command. A failure is reported by its message, without a stack trace, and the exit code is 1. One that fails or is
 * interrupted ends at once, whatever it had started and not ended yet (build/outlive.ts).
 */
export async function command(work: () => Promise<void>): Promise<void> {
  // electron-builder leaves a hook behind that ends the process with 0, whatever exit code was set. This one runs first.
  process.prependOnceListener('beforeExit', () => process.exit());
  // By itself Node tells nobody that a signal ends the process.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => process.exit(128 + constants.signals[signal]));
  }
  try {
    await work();
  } catch (error) {
    printProgress(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
    process.stdout.write('', () => process.exit()); // after what was printed before, which a pipe may still hold
  }
}
