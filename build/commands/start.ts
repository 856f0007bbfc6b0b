/* `npm start`: builds Colodesk and opens it in a window. */

import { buildApp } from '../build-app.ts';
import { command } from '../command.ts';
import { hasDisplay } from '../desktop/display.ts';
import { openApp } from '../desktop/open.ts';
import { provideElectron } from '../provide/electron.ts';
import { provideSystem } from '../provide/system.ts';

await command(async () => {
  if (!hasDisplay()) {
    throw new Error('There is no display to open a window on. `npm run demo` shows Colodesk without one.');
  }
  await provideSystem(false);
  const { path } = await provideElectron();
  await buildApp();
  process.exitCode = await openApp(path, process.argv.slice(2));
});
