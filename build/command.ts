import { sayAside } from './say.ts';

/** Runs a command's work; what goes wrong is said in words, without a stack trace, and the command ends with 1. */
export async function command(work: () => Promise<void>): Promise<void> {
  // A hook that electron-builder leaves behind ends the process with 0, whatever exit code was set: this one comes before it.
  process.prependOnceListener('beforeExit', () => process.exit());
  try {
    await work();
  } catch (error) {
    sayAside(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
