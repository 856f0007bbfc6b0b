/** The initials of a person or an account: the first letters of the first and the last word, or `?` for a blank name. */
export function initialsOf(name: string): string {
  const names = name.split(/\s+/).filter(Boolean);
  const ends = [names[0], names.length > 1 ? names.at(-1) : undefined];
  const letters = ends.map((end) => [...(end ?? '')][0] ?? '');
  return letters.join('').toUpperCase() || '?';
}
