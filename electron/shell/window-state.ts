/*
 * Where the window was when it was used last: its place, its size and its zoom, in a small file.
 */

import { readFileSync, writeFileSync } from 'node:fs';
import type { Rectangle } from 'electron';

export type WindowState = {
  /** The place when it is not maximized; `null` before the first use. */
  bounds: Rectangle | null;
  isMaximized: boolean;
  zoomFactor: number;
};

export const firstState: WindowState = { bounds: null, isMaximized: false, zoomFactor: 1 };

/** Reads the state. A damaged value counts as one that was never written. It is read at once, since the window waits for it. */
export function readWindowState(file: string): WindowState {
  try {
    const { bounds, isMaximized, zoomFactor }: Record<string, unknown> = JSON.parse(readFileSync(file, 'utf8'));
    return {
      bounds: rectangleOf(bounds),
      isMaximized: isMaximized === true,
      zoomFactor: isNumber(zoomFactor) && zoomFactor >= 0.25 && zoomFactor <= 5 ? zoomFactor : 1,
    };
  } catch {
    return firstState;
  }
}

/** Writes the state at once, because the window may be closing. A disk that takes none only costs the place. */
export function writeWindowState(file: string, state: WindowState): void {
  try {
    writeFileSync(file, JSON.stringify(state));
  } catch {
    // The window opens in its first place.
  }
}

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

function rectangleOf(value: unknown): Rectangle | null {
  if (typeof value !== 'object' || value === null) return null;
  const { x, y, width, height } = value as Record<string, unknown>;
  return isNumber(x) && isNumber(y) && isNumber(width) && isNumber(height) ? { x, y, width, height } : null;
}

const preferredSize = { width: 1280, height: 820 };
const minimalSize = { width: 720, height: 480 };
/** So much of the top edge must be on a screen for the window to be moved by it. */
const grip = { width: 120, height: 40 };

/** What the window is opened with. Without `x` and `y` it stands in the middle of the first screen. */
type Placement = { x?: number; y?: number; width: number; height: number; minWidth: number; minHeight: number };

/**
 * Places the window where it was, if that is still on a screen, and otherwise in the middle of the first. It is never larger
 * than its screen. @param workAreas what each screen leaves to windows, the first screen's first
 */
export function placementOf(bounds: Rectangle | null, workAreas: readonly [Rectangle, ...Rectangle[]]): Placement {
  const home = bounds && workAreas.find((area) => isHeld(bounds, area));
  const area = home ?? workAreas[0];
  const { width, height } = bounds ?? preferredSize;
  return {
    ...(bounds && home && { x: bounds.x, y: bounds.y }),
    width: Math.min(Math.max(width, minimalSize.width), area.width),
    height: Math.min(Math.max(height, minimalSize.height), area.height),
    minWidth: Math.min(minimalSize.width, area.width),
    minHeight: Math.min(minimalSize.height, area.height),
  };
}

function isHeld(bounds: Rectangle, area: Rectangle): boolean {
  const shownWidth = Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x);
  const isTopShown = bounds.y >= area.y - 10 && bounds.y + grip.height <= area.y + area.height;
  return shownWidth >= grip.width && isTopShown;
}
