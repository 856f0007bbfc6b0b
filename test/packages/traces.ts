/* What is on a file system, and what has changed on it. */

import { runOrThrow } from '../../build/run.ts';

/** What only exists while a system runs. */
const passing = ['proc', 'sys', 'dev', 'tmp', 'run', 'mnt'].flatMap((name) => ['!', '-path', `./${name}/*`]);

/** Returns each file and folder of a system with its mode, owner and content. */
export async function filesOf(root: string): Promise<Map<string, string>> {
  const find = (...args: string[]) => runOrThrow('find', ['.', ...passing, ...args], { cwd: root });
  const found = new Map<string, string>();
  for (const line of (await find('-printf', '%P\t%y %m %U:%G %l\n')).split('\n')) {
    const [path = '', about = ''] = line.split('\t');
    found.set(path, about);
  }
  // Links are compared by their targets, files also by their content.
  for (const line of (await find('-type', 'f', '-exec', 'sha1sum', '{}', '+')).split('\n')) {
    const [, sum = '', path = ''] = /^(\w+) {2}\.\/(.*)$/.exec(line) ?? [];
    found.set(path, `${found.get(path)} ${sum}`);
  }
  return found;
}

/** Returns the paths that were added, removed or changed, in order. */
export function changesBetween(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths].filter((path) => before.get(path) !== after.get(path)).sort();
}
