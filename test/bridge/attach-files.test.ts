import { expect, it, vi } from 'vitest';
import { attachAll } from '../../electron/attach-files.ts';
import type { AttachResult } from '../../electron/contract/attachment.ts';
import type { Outcome } from '../../electron/contract/calls.ts';
import { problem } from '../../electron/contract/problem.ts';
import { maxPastedBytes } from '../../electron/contract/specification.ts';

const taken = (added: number): Outcome<AttachResult> => ({ ok: true, value: { added, refused: [] } });
const dropped = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ path: `/folder/${index}.txt`, fileName: `${index}.txt` }));

it('joins dropped and pasted files, and tells what was refused of each', async () => {
  const paths: string[][] = [];
  const names: string[] = [];
  const refused = [{ fileName: '1.txt', problem: problem('file-empty') }];
  const outcome = await attachAll(
    dropped(2),
    [new File(['picture'], 'image.png'), new File(['text'], '')],
    async (given) => {
      paths.push(given);
      return { ok: true, value: { added: 1, refused } };
    },
    async (fileName, bytes) => {
      names.push(`${fileName} ${bytes.byteLength}`);
      return taken(1);
    },
  );
  expect(paths).toEqual([['/folder/0.txt', '/folder/1.txt']]);
  expect(names).toEqual(['image.png 7', 'pasted 4']);
  expect(outcome).toEqual({ ok: true, value: { added: 3, refused } });
});

it('goes on when one call fails, and names the files that it was about', async () => {
  const full = problem('disk-full');
  const outcome = await attachAll(
    dropped(101),
    [new File(['x'], 'a.png')],
    async (given) => (given.length === 100 ? { ok: false, problem: full } : taken(given.length)),
    async () => taken(1),
  );
  if (!outcome.ok) throw new Error('an outcome that names files was expected');
  expect(outcome.value.added).toBe(2);
  expect(outcome.value.refused).toHaveLength(100);
  expect(outcome.value.refused[99]).toEqual({ fileName: '99.txt', problem: full });
});

it.each(['paths', 'bytes'] as const)(
  'ends where the account is open no longer, and tells what was taken (%s)',
  async (at) => {
    const closed = { ok: false, problem: problem('no-open-account') } as const;
    const asked: string[] = [];
    const outcome = await attachAll(
      at === 'paths' ? dropped(250) : dropped(1),
      [new File(['x'], 'a.png'), new File(['x'], 'b.png')],
      async (given) => {
        asked.push(`${given.length} paths`);
        return asked.length === 1 ? taken(given.length) : closed;
      },
      async (fileName) => {
        asked.push(fileName);
        return closed;
      },
    );
    expect(asked).toEqual(at === 'paths' ? ['100 paths', '100 paths'] : ['1 paths', 'a.png']);
    expect(outcome).toEqual({
      ok: true,
      value: { added: at === 'paths' ? 100 : 1, refused: [], stopped: closed.problem },
    });
  },
);

it('refuses what cannot be read and what is too large, before it is read, and takes the others', async () => {
  const gone = Object.assign(new File(['x'], 'gone.txt'), {
    arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotFoundError')),
  });
  const isRead = vi.fn();
  const large = Object.defineProperty(new File(['x'], 'large.bin'), 'size', { value: maxPastedBytes + 1 });
  const outcome = await attachAll(
    [],
    [gone, Object.assign(large, { arrayBuffer: isRead }), new File(['x'], 'a.png')],
    async () => taken(0),
    async () => taken(1),
  );
  expect(isRead).not.toHaveBeenCalled();
  expect(outcome).toMatchObject({
    ok: true,
    value: {
      added: 1,
      refused: [
        { fileName: 'gone.txt', problem: { kind: 'file-unreadable' } },
        { fileName: 'large.bin', problem: { kind: 'paste-too-large' } },
      ],
    },
  });
});
