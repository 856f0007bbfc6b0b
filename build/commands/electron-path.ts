import { command } from '../command.ts';
import { provideElectron } from '../provide/electron.ts';
import { say } from '../say.ts';

await command(async () => say((await provideElectron()).path));
