import { expect, it } from 'vitest';
import { initialsOf } from '../../renderer/ui/initials.ts';

it.each([
  ['Meridian Payments Europe', 'ME'],
  ['ada', 'A'],
  ['  ', '?'],
  ['𝒜da von Łuk', '𝒜Ł'],
])('%s', (name, initials) => expect(initialsOf(name)).toBe(initials));
