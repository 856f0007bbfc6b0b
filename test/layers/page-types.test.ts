/* The main process has no page: `document` there must not even compile. Only the preload, which runs in the page, may know it. */

import { join } from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { projectFolder } from '../../build/run.ts';

/** The names of the files that the compiler reads for a project. */
function filesOf(config: string): string[] {
  const path = join(projectFolder, config);
  const { fileNames, options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(path, ts.sys.readFile).config,
    ts.sys,
    join(path, '..'),
  );
  const files = ts.createProgram(fileNames, options).getSourceFiles();
  return files.map(({ fileName }) => fileName);
}

it('only the preload is compiled with the types of a page', () => {
  const ofPage = /\/(lib\.dom\.d|electron\/preload|electron\/held-input)\.ts$/;
  expect(filesOf('electron/tsconfig.json').filter((file) => ofPage.test(file))).toEqual([]);
  expect(filesOf('electron/tsconfig.preload.json').filter((file) => ofPage.test(file))).toHaveLength(3);
}, 60_000);
