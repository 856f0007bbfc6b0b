import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { endWithThisProcess } from './outlive.ts';

/** The folder that holds `package.json`. */
export const projectFolder = join(import.meta.dirname, '..');

/** The result of a program; the code is `null` if a signal ended it. */
export type RunResult = { code: number | null; output: string };

type RunOptions = { cwd?: string; env?: Record<string, string>; input?: string; onOutput?: (text: string) => void };

/** Runs a program, in the project's folder unless another is named, and collects both of its output streams in the order of writing. */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<RunResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: options.cwd ?? projectFolder,
      env: { ...process.env, ...options.env },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    endWithThisProcess(child);
    let output = '';
    const keep = (text: string) => {
      output += text;
      options.onOutput?.(text);
    };
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', keep);
    child.once('error', (error) => reject(startError(error, command)));
    child.once('close', (code) => resolve({ code, output }));
    child.stdin.on('error', () => undefined); // a program that reads no input may close the stream first
    child.stdin.end(options.input ?? '');
  });
}

/** Says of a program that does not start what a person can do about it. */
export function startError(error: Error & { code?: string }, program: string): Error {
  return error.code === 'ENOENT' ? new Error(`${program} is not installed, or is in no folder of PATH.`) : error;
}

/** Runs a program that must succeed, and returns its output. @throws Error with the output if it fails */
export async function runOrThrow(command: string, args: readonly string[], options: RunOptions = {}): Promise<string> {
  const { code, output } = await run(command, args, options);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code ?? 'a signal'}:\n${output.trim()}`);
  return output;
}

/** Returns the path of a development dependency's JavaScript program, to be run by Node: no shell, on every system alike. */
export const tool = (file: string) => join(projectFolder, 'node_modules', file);
