/* Run by `npm run test:reproducible` in a copy of the project: builds and packs it there, then an AppImage of it. */

import { join } from 'node:path';
import { buildApp } from '../build-app.ts';
import { command } from '../command.ts';
import { provideElectron } from '../provide/electron.ts';
import { projectFolder } from '../run.ts';
import { makeAppImage, makeTools } from './appimage.ts';
import { packageApp } from './package-app.ts';

await command(async () => {
  const electron = await provideElectron(() => undefined);
  await buildApp();
  await packageApp(electron);
  const toolsFolder = join(projectFolder, 'dist/tools');
  await makeTools(toolsFolder);
  await makeAppImage({
    electron,
    version: '1.0.0',
    updatesUrl: 'https://localhost/',
    outputFolder: join(projectFolder, 'dist/appimage'),
    toolsFolder,
  });
});
