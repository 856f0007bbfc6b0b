import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { Badge, showOnIcon } from '../../electron/shell/badge.ts';
import { drawn } from '../../electron/shell/drawn-icons.ts';

const app = vi.hoisted(() => ({ setBadgeCount: vi.fn() }));
const added = vi.hoisted(() => vi.fn<(part: { width: number; buffer: Buffer }) => void>());
vi.mock('electron', () => ({
  app,
  nativeImage: { createEmpty: () => ({ addRepresentation: added }) },
}));
beforeEach(() => void app.setBadgeCount.mockClear());

function ownBadge() {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const account = { count: 0 };
  const count = vi.fn(async () => account.count);
  const show = vi.fn();
  let paint = () => {};
  const mayCount = new Promise<void>((resolve) => {
    paint = resolve;
  });
  return { account, count, show, paint, badge: new Badge({ count, show, mayCount }) };
}

it('counts once a second at most, and shows only a number that is another', async () => {
  const { account, count, show, paint, badge } = ownBadge();
  paint();
  account.count = 3;
  for (let change = 0; change < 50; change++) {
    badge.noteChange();
    await vi.advanceTimersByTimeAsync(100);
  }
  await vi.advanceTimersByTimeAsync(1_000);
  expect(count.mock.calls.length).toBeGreaterThan(2);
  expect(count.mock.calls.length).toBeLessThan(7);
  expect(show.mock.calls).toEqual([[3]]);
  badge.repeat();
  account.count = 0;
  badge.noteChange();
  await vi.advanceTimersByTimeAsync(1_000);
  badge.repeat();
  expect(show.mock.calls).toEqual([[3], [3], [0]]);
});

it('counts nothing before the first screen is drawn', async () => {
  const { account, count, show, paint, badge } = ownBadge();
  account.count = 3;
  badge.noteChange();
  await vi.advanceTimersByTimeAsync(5_000);
  badge.noteChange();
  expect(count).not.toHaveBeenCalled();
  paint();
  await vi.advanceTimersByTimeAsync(0);
  expect(show.mock.calls).toEqual([[3]]);
  expect(count).toHaveBeenCalledOnce();
});

it('says it with a number, or on Windows with a drawn one and words', () => {
  const window = { setOverlayIcon: vi.fn() };
  for (const count of [2, 1, 0]) showOnIcon(count, window as never, 'win32');
  expect(window.setOverlayIcon.mock.calls).toEqual([
    [expect.anything(), '2 tickets need attention'],
    [expect.anything(), '1 ticket needs attention'],
    [null, ''],
  ]);
  expect(app.setBadgeCount).not.toHaveBeenCalled();
  showOnIcon(2, undefined, 'linux');
  showOnIcon(0, undefined, 'darwin');
  expect(app.setBadgeCount.mock.calls).toEqual([[2], [0]]);
});

it('draws each number of up to two digits into the dot, and a larger one not at all', () => {
  const isWhite = (pixels: Buffer, at: number) => pixels.readUInt32LE(at) === 0xffffffff;
  const drawingOf = (count: number) => {
    added.mockClear();
    showOnIcon(count, { setOverlayIcon: vi.fn() } as never, 'win32');
    const [part] = added.mock.calls.map(([each]) => each).filter(({ width }) => width === 16);
    const pixels = part?.buffer ?? Buffer.alloc(0);
    return Array.from({ length: pixels.length / 4 }, (_, pixel) => (isWhite(pixels, pixel * 4) ? '#' : '.')).join('');
  };
  const drawings = Array.from({ length: 99 }, (_, index) => drawingOf(index + 1));
  expect(new Set(drawings).size).toBe(99);
  expect(drawings.every((drawing) => drawing.includes('#'))).toBe(true);
  expect(drawingOf(100)).not.toContain('#');
});

it('draws the last shape on top, smooth at its edge and nothing beside it', () => {
  const square = { x: 0, y: 0, width: 32, height: 32, radius: 0, colour: [10, 20, 30] as const };
  const dot = { x: 8, y: 8, width: 16, height: 16, radius: 8, colour: [200, 100, 50] as const };
  const pixelAt = (pixels: Buffer, column: number, row: number) => [
    ...pixels.subarray((row * 16 + column) * 4).subarray(0, 4),
  ];
  const both = drawn([square, dot], 16);
  expect(both).toHaveLength(16 * 16 * 4);
  expect([pixelAt(both, 8, 8), pixelAt(both, 0, 0)]).toEqual([
    [50, 100, 200, 255],
    [30, 20, 10, 255],
  ]);
  const alone = drawn([dot], 16);
  expect(pixelAt(alone, 0, 0)).toEqual([0, 0, 0, 0]);
  expect(pixelAt(alone, 5, 5)[3]).toBeGreaterThan(0);
  expect(pixelAt(alone, 5, 5)[3]).toBeLessThan(255);
});
