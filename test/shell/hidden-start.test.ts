import { expect, it, vi } from 'vitest';
import { againInSight, isHiddenStart } from '../../electron/shell/hidden-start.ts';

vi.mock('electron', () => ({ app: { getLoginItemSettings: () => ({ wasOpenedAtLogin: false }) } }));

it('an application that is started again for the user shows its window, however it was started before', () => {
  const args = ['--user-data-dir=x', '--hidden', 'colodesk://ticket/WO1'];
  expect(isHiddenStart(args)).toBe(true);
  expect(againInSight(args)).toEqual(['--user-data-dir=x', 'colodesk://ticket/WO1']);
  expect(isHiddenStart(againInSight(args))).toBe(false);
});
