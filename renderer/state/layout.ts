/* The list's columns and density, as they are now. */

import type { ListLayout } from '../../electron/contract/views.ts';
import { accountStore } from './account-store.ts';
import { useSettings } from './settings.ts';

export const useLayout = accountStore<{ readonly layout: ListLayout }>({ layout: useSettings.getState().layout });

export function setLayout(layout: ListLayout): void {
  useLayout.setState({ layout });
}
