import type { TestProject } from 'vitest/node';
import { startDisplay } from '../../build/desktop/display.ts';
import { packedProgram } from '../../build/package/package-app.ts';
import { provideElectron } from '../../build/provide/electron.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The Electron program that the application runs in. */
    electronPath: string;
    /** The packed application's program. */
    packedProgram: string;
  }
}

/** One display and one Electron program for all end-to-end tests; the application must have been built and packed. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { path } = await provideElectron(() => undefined);
  const display = await startDisplay();
  Object.assign(process.env, display.env); // the tests' processes inherit it
  project.provide('electronPath', path);
  project.provide('packedProgram', packedProgram());
  return display.stop;
}
