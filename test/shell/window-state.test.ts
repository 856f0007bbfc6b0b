import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { firstState, placementOf, readWindowState, writeWindowState } from '../../electron/shell/window-state.ts';
import { ownFolder } from '../support/folder.ts';

const first = { x: 0, y: 0, width: 1920, height: 1040 };
const second = { x: 1920, y: 0, width: 2560, height: 1400 };

it('is read as it was written', async () => {
  const file = join(await ownFolder(), 'window.json');
  const state = { bounds: { x: -5, y: 10, width: 900, height: 600 }, isMaximized: true, zoomFactor: 1.2 };
  writeWindowState(file, state);
  expect(readWindowState(file)).toEqual(state);
});

it.each([
  '',
  'null',
  '[]',
  '{"bounds":{"x":"0","y":0,"width":1,"height":1},"zoomFactor":900,"isMaximized":"yes"}',
  '{"bounds":7,"zoomFactor":null}',
])('what is damaged counts as new: %s', async (text) => {
  const file = join(await ownFolder(), 'window.json');
  writeFileSync(file, text);
  expect(readWindowState(file)).toEqual(firstState);
});

it('a folder that takes no file costs no more than the place', async () => {
  const file = join(await ownFolder(), 'no such folder', 'window.json');
  writeWindowState(file, firstState);
  expect(readWindowState(file)).toEqual(firstState);
});

it('fits a screen of 1366 × 768 at 150 % the first time', () => {
  const area = { x: 0, y: 0, width: 910, height: 480 };
  expect(placementOf(null, [area])).toEqual({ width: 910, height: 480, minWidth: 720, minHeight: 480 });
  const smaller = { x: 0, y: 0, width: 640, height: 400 };
  expect(placementOf(null, [smaller])).toEqual({ width: 640, height: 400, minWidth: 640, minHeight: 400 });
  expect(placementOf(null, [first])).toMatchObject({ width: 1280, height: 820 });
});

it('stands where it was, on whichever screen', () => {
  const bounds = { x: 2000, y: 100, width: 1500, height: 900 };
  expect(placementOf(bounds, [first, second])).toMatchObject(bounds);
});

it.each([
  ['the screen is gone', { x: 2000, y: 100, width: 1500, height: 900 }],
  ['its title is above the screen', { x: 100, y: -300, width: 1500, height: 900 }],
  ['its title is below the screen', { x: 100, y: 1020, width: 1500, height: 900 }],
  ['only its edge is on the screen', { x: 1900, y: 100, width: 1500, height: 900 }],
])('stands in the middle of the first screen when %s', (_case, bounds) => {
  const placement = placementOf(bounds, [first]);
  expect(placement).not.toHaveProperty('x');
  expect(placement).toMatchObject({ width: 1500, height: 900 });
});

it('is not larger than the screen that it comes back to', () => {
  const bounds = { x: 100, y: 100, width: 3000, height: 2000 };
  expect(placementOf(bounds, [first])).toMatchObject({ x: 100, y: 100, width: 1920, height: 1040 });
});
