import { join } from 'node:path';
import { build } from 'vite';
import { expect, it } from 'vitest';
import { projectFolder, run } from '../../build/run.ts';
import { openDatabase } from '../support/cache.ts';
import { ownFolder } from '../support/folder.ts';

/** Windows takes seconds to start one. */
const processes = process.platform === 'win32' ? 15 : 50;
const lanes = [0, 1, 2];
const rows = 12_000;

/** Bundles the process once, because it starts many times. The bundle lies where it finds the native module. */
async function bundledProcess(): Promise<string> {
  const outDir = join(projectFolder, 'out/test/ending-process');
  await build({
    configFile: false,
    logLevel: 'silent',
    ssr: { noExternal: true },
    build: {
      ssr: join(projectFolder, 'test/support/ending-process.ts'),
      outDir,
      rollupOptions: { external: ['libsql'], output: { entryFileNames: 'main.mjs' } },
    },
  });
  return join(outDir, 'main.mjs');
}

it('a process that ends in the middle of a transaction neither aborts nor leaves half of it', async () => {
  const program = await bundledProcess();
  const folder = await ownFolder();
  const ways = ['by closing', 'by exiting', 'by itself', 'in a checkpoint', 'by exiting'];
  /** Returns what went wrong. */
  const end = async (number: number): Promise<string | null> => {
    const path = join(folder, `${number}.db`);
    const how = ways[number % ways.length] ?? '';
    const { code, output } = await run(process.execPath, [program, path, how, String(rows)]);
    if (code !== 0) return `${how}: ${code} ${output}`;
    const file = openDatabase(path);
    const [check, counted] = [file.first('PRAGMA integrity_check'), file.first('SELECT count(*) AS count FROM word')];
    await file.close();
    if (check?.integrity_check !== 'ok') return `${how}: ${check?.integrity_check}`;
    return counted?.count === 0 || counted?.count === rows ? null : `${how}: ${counted?.count} rows`;
  };
  const outcomes = lanes.map(async (lane) => {
    const wrong: (string | null)[] = [];
    for (let number = lane; number < processes; number += lanes.length) wrong.push(await end(number));
    return wrong;
  });
  expect((await Promise.all(outcomes)).flat()).toEqual(Array.from({ length: processes }, () => null));
}, 120_000);
