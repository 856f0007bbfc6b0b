/** Prints one line for the person at the terminal. */
export type Print = (line: string) => void;

/** Prints to the standard output: the result of a command. */
export const print: Print = (line) => void process.stdout.write(`${line}\n`);

/** Prints to the standard error: progress, which stays out of the way when the result is captured. */
export const printProgress: Print = (line) => void process.stderr.write(`${line}\n`);
