/** Says one line to the person at the terminal. */
export type Say = (line: string) => void;

/** On the standard output: what a command is there to tell. */
export const say: Say = (line) => void process.stdout.write(`${line}\n`);

/** On the standard error: what is said beside the result, so that the result can be captured alone. */
export const sayAside: Say = (line) => void process.stderr.write(`${line}\n`);
