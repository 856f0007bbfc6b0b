import type { ListColumn } from '../../electron/contract/views.ts';

/** How the grid draws its rows at the moment. */
export type GridGeometry = { readonly columns: readonly ListColumn[]; readonly rowPx: number };

let drawn: GridGeometry | null = null;

/** Notes how the grid is drawn, for a picture of its rows. */
export function noteGeometry(geometry: GridGeometry): void {
  drawn = geometry;
}

export const drawnGeometry = (): GridGeometry | null => drawn;
