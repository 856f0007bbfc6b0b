/* The overview: charts over the cached tickets. */

export const overview = {
  title: 'Overview',
} as const;
