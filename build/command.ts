import { printProgress } from './print.ts';

/** Runs a command. A failure is reported by its message, without a stack trace, and the exit code is 1. */
export async function command(work: () => Promise<void>): Promise<void> {
  // electron-builder leaves a hook behind that ends the process with 0, whatever exit code was set. This one runs first.
  process.prependOnceListener('beforeExit', () => process.exit());
  try {
    await work();
  } catch (error) {
    printProgress(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
