import { expect, it } from 'vitest';
import { countInView } from '../../renderer/inbox/filter-bar.tsx';

it.each([
  ['attention', 1, undefined, '1 needs attention'],
  ['attention', 5, undefined, '5 need attention'],
  ['open', 48, undefined, '48 open tickets'],
  ['open', 12, 48, '12 of 48 open tickets'],
  ['open', 12, 11, '12 open tickets'],
  ['closed', 1, 3, '1 of 3 recently closed tickets'],
] as const)('%s: %d that match of %s is told as %s', (view, matching, held, told) => {
  expect(countInView(view, matching, held)).toBe(told);
});
