/* A display for each file of end-to-end tests, so that the windows of two files never take the focus from each other. */

import { afterAll, beforeAll } from 'vitest';
import { type Display, startDisplay } from '../../build/desktop/display.ts';

let display: Display | undefined;

beforeAll(async () => {
  display = await startDisplay();
  Object.assign(process.env, display.env); // what the tests start inherits it
});

afterAll(() => display?.stop());
