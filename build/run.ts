import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** The folder that holds `package.json`. */
export const projectFolder = join(import.meta.dirname, '..');

/** How a program ended; the code is `null` when a signal ended it. */
export type Ending = { code: number | null; output: string };

type RunOptions = { env?: Record<string, string>; input?: string; onOutput?: (text: string) => void };

/** Runs a program in the project's folder and keeps what it writes, both streams in the order of writing. */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<Ending> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: projectFolder,
      env: { ...process.env, ...options.env },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    let output = '';
    const keep = (text: string) => {
      output += text;
      options.onOutput?.(text);
    };
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', keep);
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
    child.stdin.on('error', () => undefined); // a program that reads no input may close it first
    child.stdin.end(options.input ?? '');
  });
}

/** Runs a program that must succeed. @throws Error with what it wrote */
export async function runOrThrow(command: string, args: readonly string[], options: RunOptions = {}): Promise<string> {
  const { code, output } = await run(command, args, options);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code ?? 'a signal'}:\n${output.trim()}`);
  return output;
}

/** A development dependency's JavaScript program, run by this Node: no shell, the same on each system. */
export const tool = (file: string) => join(projectFolder, 'node_modules', file);
