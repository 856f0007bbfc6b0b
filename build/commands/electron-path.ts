import { provideElectron } from '../provide/electron.ts';
import { say } from '../say.ts';

const { path } = await provideElectron();
say(path);
