/* Fills in the details (racks, dates, people, vendors) of the texts in `subjects.ts`. */

import { coordinators } from './people.ts';
import type { Random } from './random.ts';
import { formatTime } from './times.ts';

const vendors = [
  'Halvorsen Networks',
  'Brightloom',
  'Castellan Fibre',
  'Nordwind Telecom',
  'Ostrava Systems',
  'Pellucid Storage',
] as const;
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** The setting of a ticket, and how its slots were filled so far, so that title, description and comments agree. */
export type Scene = { location: string; site: string; atMs: number; filled: Map<string, string> };

/** Fills in the `{slots}` of a text. */
export function fill(text: string, scene: Scene, random: Random): string {
  return text.replace(/\{(\w+)\}/g, (slot, name: string) => {
    const value = scene.filled.get(name) ?? slots[name]?.(scene, random) ?? slot;
    scene.filled.set(name, value);
    return value;
  });
}

const cageOf = (location: string) => /^(.*Cage [\d.]+)/.exec(location)?.[1] ?? 'Cage 2.01';

const slots: Record<string, (scene: Scene, random: Random) => string> = {
  cage: ({ location }) => cageOf(location),
  rack: ({ location }, random) =>
    location.includes('Rack') ? location : `${cageOf(location)} Rack ${String(random.integer(1, 9)).padStart(2, '0')}`,
  hall: ({ location }) => `Data Hall ${/DH(\d)/.exec(location)?.[1] ?? '1'}`,
  room: (_scene, random) => `O-${random.integer(1, 3)}.${random.integer(10, 29)}`,
  temp: (_scene, random) => `${random.integer(27, 34)}.${random.integer(0, 9)}`,
  percent: (_scene, random) => String(random.integer(61, 97)),
  count: (_scene, random) => String(random.integer(2, 14)),
  unit: (_scene, random) => `${random.pick(['A', 'B', 'C'])}-${random.integer(1, 12)}`,
  feed: (_scene, random) => random.pick(['A', 'B']),
  phase: (_scene, random) => String(random.integer(1, 3)),
  port: (_scene, random) => `${random.integer(1, 48)}/${random.integer(49, 96)}`,
  fibre: (_scene, random) => random.pick(['single-mode OS2', 'multi-mode OM4', 'Cat 6A copper']),
  vendor: (_scene, random) => random.pick(vendors),
  person: (_scene, random) => random.pick(coordinators),
  reference: (_scene, random) => `MPG-${random.integer(10_000, 99_999)}`,
  tracking: ({ site }, random) => `${site.slice(0, 3)}-${random.integer(100_000, 999_999)}`,
  clock: (_scene, random) =>
    `${String(random.integer(0, 23)).padStart(2, '0')}:${String(random.integer(0, 59)).padStart(2, '0')}`,
  day: ({ atMs }, random) => dayName(atMs + random.integer(2, 18) * 86_400_000),
  month: ({ atMs }) => months[new Date(atMs).getUTCMonth()] ?? 'January',
};

function dayName(timeMs: number): string {
  const [, month = '01', day = '01'] = formatTime(timeMs).slice(0, 10).split('-');
  return `${Number(day)} ${months[Number(month) - 1]}`;
}
