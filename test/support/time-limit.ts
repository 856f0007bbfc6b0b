import type { IAsyncProperty } from 'fast-check';

/**
 * The same property, for which no run begins after `limitMs`, and what has failed is shrunk no further. The run that is under
 * way is waited for: fast-check's own limits leave it behind, with its service and its clock, to the test that comes next.
 */
export function inTime<T>(limitMs: number, property: IAsyncProperty<T>): IAsyncProperty<T> {
  const endMs = performance.now() + limitMs;
  const run = property.run.bind(property);
  property.run = async (value) => (performance.now() < endMs ? await run(value) : null);
  return property;
}
