import { expect, it } from 'vitest';
import { packageFolder } from '../../build/licences.ts';

it.each([
  ['/app/node_modules/react/index.js', '/app/node_modules/react'],
  ['/app/node_modules/@mantine/core/esm/x.mjs?commonjs', '/app/node_modules/@mantine/core'],
  ['\0/app/node_modules/a/node_modules/b/x.js', '/app/node_modules/a/node_modules/b'],
  ['C:\\app\\node_modules\\zod\\x.js', 'C:\\app\\node_modules\\zod'],
  ['/app/electron/main.ts', undefined],
  ['\0vite/preload-helper.js', undefined],
])('%s belongs to %s', (id, folder) => {
  expect(packageFolder(id)).toBe(folder);
});
