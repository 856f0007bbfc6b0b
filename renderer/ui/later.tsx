/* Parts of the page that are loaded when they are first shown, so that they cost nothing at the start. */

import { type ComponentType, createElement, lazy, type ReactNode, Suspense, useState } from 'react';
import { loadAnew, placeNow } from '../state/load-anew.ts';

/**
 * A part that could not be loaded throws, for the boundary around it. When it is next shown, the page is loaded anew with the same
 * screen, because Chromium never asks again for a script that a page could not load.
 * @param meanwhile stands in the place of the part until it is loaded
 */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  meanwhile: ReactNode = null,
): ComponentType<Props> {
  let part: ComponentType<Props> | null = null;
  let hasFailed = false;
  const asked = (): ComponentType<Props> => {
    part ??= lazy(async () => {
      try {
        return { default: await load() };
      } catch (error) {
        part = null;
        if (hasFailed && (await loadAnew(placeNow()))) return await new Promise<never>(() => {}); // until this page is gone
        hasFailed = true;
        throw error;
      }
    });
    return part;
  };
  return (props) => {
    const [Part] = useState(asked);
    return <Suspense fallback={meanwhile}>{createElement(Part, props)}</Suspense>;
  };
}
