import { sayAside } from './say.ts';

/** Runs a command's work; what goes wrong is said in words, without a stack trace, and the command ends with 1. */
export async function command(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    sayAside(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
