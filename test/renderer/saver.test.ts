import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { DraftContent } from '../../electron/contract/draft.ts';
import { ticketIdSchema } from '../../electron/contract/ids.ts';
import { Saver } from '../../renderer/state/saver.ts';

const ticketId = ticketIdSchema.parse('WO1');
const comment = (text: string): DraftContent => ({ form: 'comment', ticketId, comment: text, changeId: null });

/** What a saver wrote, and how its disk answers. */
let written: [string, DraftContent | null][] = [];
let answers: boolean[] = [];
const saver = () =>
  new Saver<DraftContent | null>((key, content) => {
    written.push([key, content]);
    return Promise.resolve(answers.shift() ?? true);
  });

beforeEach(() => {
  written = [];
  answers = [];
  vi.useFakeTimers();
  return () => void vi.useRealTimers();
});

describe('Saver', () => {
  it('has on the disk within half a second what is typed without a pause', async () => {
    const drafts = saver();
    for (let key = 0; key < 30; key++) {
      drafts.put('a', comment('x'.repeat(key)));
      await vi.advanceTimersByTimeAsync(50);
    }
    expect(written.length).toBeGreaterThanOrEqual(3);
    expect(written.length).toBeLessThanOrEqual(4);
    await vi.advanceTimersByTimeAsync(500);
    expect(written.at(-1)).toEqual(['a', comment('x'.repeat(29))]);
  });
  it('writes the newest of each draft once, at once when asked to', async () => {
    const drafts = saver();
    drafts.put('a', comment('1'));
    drafts.put('a', comment('2'));
    drafts.put('b', null);
    expect(await drafts.flush()).toBe(true);
    expect(written).toEqual([
      ['a', comment('2')],
      ['b', null],
    ]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(written).toHaveLength(2);
  });
  it('tries again what could not be written, unless something newer was typed', async () => {
    const drafts = saver();
    answers = [false];
    drafts.put('a', comment('1'));
    expect(await drafts.flush()).toBe(false);
    expect(await drafts.flush()).toBe(true);
    expect(written).toEqual([
      ['a', comment('1')],
      ['a', comment('1')],
    ]);
  });
  it('leaves alone what another call has taken', async () => {
    const drafts = saver();
    drafts.put('a', comment('1'));
    drafts.forget('a');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(written).toEqual([]);
  });
});
