/* Parts of the page that are loaded when they are first shown, so that they cost nothing at the start. */

import { type ComponentType, createElement, lazy, type ReactNode, Suspense } from 'react';

/** @param meanwhile stands in the place of the part until it is loaded */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  meanwhile: ReactNode = null,
): ComponentType<Props> {
  const Part: ComponentType<Props> = lazy(async () => ({ default: await load() }));
  return (props) => <Suspense fallback={meanwhile}>{createElement(Part, props)}</Suspense>;
}
