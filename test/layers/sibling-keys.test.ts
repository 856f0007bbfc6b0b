/* React's keys of elements that stand beside each other. */

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseSync } from 'vite';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { projectFolder } from '../../build/run.ts';

const nodeSchema = z.looseObject({ type: z.string() });
type Node = z.infer<typeof nodeSchema>;

const elementSchema = z.object({ openingElement: z.object({ attributes: z.array(z.unknown()) }) });
const keySchema = z.object({
  name: z.object({ name: z.literal('key') }),
  value: z.object({ start: z.int(), end: z.int() }),
});

/** Returns the keys that children of one element share: when such a key changes, React takes only one of the children away. */
function sharedKeys(fileName: string, code: string): string[] {
  return nodesIn(parseSync(fileName, code).program).flatMap(({ children }) => {
    if (!Array.isArray(children)) return [];
    const keys = children.flatMap((child) => [
      ...new Set(elementsOf(child).flatMap((element) => keysOf(element, code))),
    ]);
    return keys.filter((key, index) => keys.indexOf(key) !== index);
  });
}

/** Returns all nodes of a syntax tree. */
function nodesIn(value: unknown): Node[] {
  if (typeof value !== 'object' || value === null) return [];
  const node = nodeSchema.safeParse(value).data;
  return [...(node ? [node] : []), ...Object.values(value).flatMap(nodesIn)];
}

/** Returns the elements that may be a child, also behind conditions. */
function elementsOf(child: unknown): Node[] {
  const node = nodeSchema.safeParse(child).data;
  if (node?.type === 'JSXExpressionContainer') return elementsOf(node.expression);
  if (node?.type === 'LogicalExpression') return elementsOf(node.right);
  if (node?.type === 'ConditionalExpression') return [...elementsOf(node.consequent), ...elementsOf(node.alternate)];
  return node?.type === 'JSXElement' ? [node] : [];
}

/** Returns the key of an element as it is written, if there is one. */
function keysOf(element: Node, code: string): string[] {
  return elementSchema.parse(element).openingElement.attributes.flatMap((attribute) => {
    const key = keySchema.safeParse(attribute).data?.value;
    return key ? [code.slice(key.start, key.end)] : [];
  });
}

it('no two elements beside each other have the same key', async () => {
  const keysIn = (jsx: string) => sharedKeys('a.tsx', `const a = ${jsx};`);
  expect(keysIn('<p><i key={id} /><b key={id} /></p>')).toEqual(['{id}']);
  expect(keysIn('<><i key={id} />{isBold && <b key={id} />}</>')).toEqual(['{id}']);
  expect(keysIn('<>{isBold ? <b key={id} /> : <i key={id} />}<i key={"i" + id}><b key={id} /></i></>')).toEqual([]);
  const folder = join(projectFolder, 'renderer');
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.tsx'));
  expect(names.length).toBeGreaterThan(0);
  for (const name of names) expect(sharedKeys(name, await readFile(join(folder, name), 'utf8')), name).toEqual([]);
});
