import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { endWithThisProcess } from '../outlive.ts';
import { startError } from '../run.ts';

/** A child process that runs until it is stopped or until this process ends. */
export type Child = { process: ChildProcess; stop(): Promise<void> };

/** Starts a child process that must not outlive this one. */
export function startChild(command: string, args: readonly string[], options: SpawnOptions): Child {
  const child = spawn(command, args, options);
  const ended = new Promise<void>((resolve) => {
    child.once('error', () => resolve());
    child.once('exit', () => resolve());
  });
  endWithThisProcess(child);
  return {
    process: child,
    async stop() {
      child.kill();
      await ended;
    },
  };
}

/** Returns the first line that a child writes to a stream. @throws Error if it ends or writes nothing for too long */
export function firstLine({ process: child }: Child, stream: 1 | 2 | 3, limitMs = 15_000): Promise<string> {
  const source = child.stdio[stream];
  const name = child.spawnfile;
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`${name} says nothing for ${limitMs / 1000} s`)), limitMs);
    const fail = (error: Error) => {
      clearTimeout(timer);
      reject(error);
    };
    let text = '';
    source?.on('data', (chunk: unknown) => {
      text += String(chunk);
      const [line, rest] = text.split('\n', 2);
      if (line === undefined || rest === undefined) return;
      clearTimeout(timer);
      resolve(line.trim());
    });
    child.once('error', (error) => fail(startError(error, name)));
    child.once('exit', (code) => fail(new Error(`${name} ended at once (code ${code ?? 'none'})`)));
  });
}
