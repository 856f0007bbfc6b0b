/* A display of its own for each file of tests where there is no real one: two files at a time would take each other's focus. */

import { afterAll } from 'vitest';
import { startDisplay } from '../../build/desktop/display.ts';

const display = await startDisplay();
Object.assign(process.env, display.env); // the processes that the tests start inherit it
afterAll(display.stop);
