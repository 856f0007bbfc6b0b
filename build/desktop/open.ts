import { spawn } from 'node:child_process';
import { endWithThisProcess } from '../outlive.ts';
import { projectFolder } from '../run.ts';
import { sandboxSwitches } from './launch.ts';

/** Opens the built application for a person, and returns its exit code after they have closed it. */
export function openApp(electronPath: string, args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(electronPath, [projectFolder, ...sandboxSwitches, ...args], { stdio: 'inherit' });
    endWithThisProcess(child);
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
