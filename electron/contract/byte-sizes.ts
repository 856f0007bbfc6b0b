/* Sizes of files as both processes write them. */

/** The largest unit first, with its size in bytes. */
const units = [
  ['megabyte', 1_000_000],
  ['kilobyte', 1_000],
  ['byte', 1],
] as const;

/** `2.4 MB`, `135 bytes`: as a locale writes it, with one decimal at most. */
export function bytesIn(locale: string, bytes: number): string {
  const [unit, unitBytes] = units.find(([, unitBytes]) => bytes >= unitBytes) ?? units[2];
  const unitDisplay = unit === 'byte' ? 'long' : 'short'; // its short form has no plural
  const format = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay, maximumFractionDigits: 1 });
  return format.format(bytes / unitBytes);
}
