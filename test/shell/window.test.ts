import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectFolder } from '../../build/run.ts';

const read = (file: string) => readFile(join(projectFolder, file), 'utf8');

it('behind the page lies the page’s own ground', async () => {
  const [, light, dark] = /--ground: light-dark\((#\w+), (#\w+)\)/.exec(await read('renderer/tokens.css')) ?? [];
  expect(await read('electron/shell/window.ts')).toContain(`{ light: '${light}', dark: '${dark}' }`);
});
