/* The diagram in build/docs/architecture.md draws the imports between folders that exist, all of them and no others. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type Import, readImports } from '../../build/import-graph.ts';
import { projectFolder } from '../../build/run.ts';

/** The node of the diagram that a file belongs to; `undefined` for the contract, which is left out. */
function nodeOf(file: string): string | undefined {
  const [process, folder, ...rest] = file.split('/');
  if (process === 'electron') {
    if (folder === 'words') return 'mainWords';
    if (rest.length > 0) return folder === 'contract' ? undefined : folder;
    return ['attach-files.ts', 'held-input.ts'].includes(folder ?? '') ? 'preload' : folder?.replace(/\.ts$/, '');
  }
  if (rest.length === 0) return 'top';
  return folder === 'ui' || folder === 'state' || folder === 'words' ? folder : 'features';
}

/** The arrows between nodes, such as `shell --> session`. */
function arrowsOf(imports: readonly Import[]): string[] {
  const arrows = imports.flatMap(({ from, to }) => {
    const [start, end] = [nodeOf(from), nodeOf(to)];
    return start && end && start !== end ? [`${start} --> ${end}`] : [];
  });
  return [...new Set(arrows)].sort();
}

/** The solid arrows of the Mermaid diagram in a text. */
function drawnArrows(markdown: string): string[] {
  const diagram = /^```mermaid\n(.*?)^```$/ms.exec(markdown)?.[1] ?? '';
  return [...diagram.matchAll(/^\s*(\w+ --> \w+)$/gm)].map(([, arrow = '']) => arrow).sort();
}

it('draws every import between folders, and none that is not there', async () => {
  const drawn = drawnArrows(await readFile(join(projectFolder, 'build/docs/architecture.md'), 'utf8'));
  expect(drawn.length).toBeGreaterThan(20);
  expect(drawn).toEqual(arrowsOf(await readImports(projectFolder)));
}, 300_000);

it('tells folders apart, and leaves out the contract', () => {
  const imports = [
    { from: 'electron/shell/window.ts', to: 'electron/session/session.ts' },
    { from: 'electron/shell/menu.ts', to: 'electron/session/session.ts' },
    { from: 'electron/shell/menu.ts', to: 'electron/shell/window.ts' },
    { from: 'electron/main.ts', to: 'electron/contract/calls.ts' },
    { from: 'electron/main.ts', to: 'electron/application.ts' },
    { from: 'renderer/app.tsx', to: 'renderer/inbox/ticket-list.tsx' },
    { from: 'renderer/inbox/ticket-list.tsx', to: 'renderer/state/ticket-list.ts' },
  ];
  expect(arrowsOf(imports)).toEqual([
    'features --> state',
    'main --> application',
    'shell --> session',
    'top --> features',
  ]);
});

it('reads solid arrows only, and only inside the diagram', () => {
  const text = 'a --> b\n```mermaid\nflowchart TB\n  shell --> session\n  state -. "calls" .-> preload\n```\nc --> d\n';
  expect(drawnArrows(text)).toEqual(['shell --> session']);
});
