/* `npm run --silent electron:path`: prints the path of the Electron program, which is provided first if it is missing. */

import { command } from '../command.ts';
import { print } from '../print.ts';
import { provideElectron } from '../provide/electron.ts';

await command(async () => print((await provideElectron()).path));
