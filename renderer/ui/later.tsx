/* Parts of the page that are loaded when they are first shown, so that they cost nothing at the start. */

import { type ComponentType, createElement, lazy, type ReactNode, Suspense, useState } from 'react';

/**
 * A part that could not be loaded throws, for the boundary around it, and is asked for again when it is next shown.
 * @param meanwhile stands in the place of the part until it is loaded
 */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  meanwhile: ReactNode = null,
): ComponentType<Props> {
  let part: ComponentType<Props> | null = null;
  const asked = (): ComponentType<Props> => {
    part ??= lazy(async () => {
      try {
        return { default: await load() };
      } catch (error) {
        part = null;
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
