/* The hand-over to the next shift. */

export const handover = {
  title: 'Hand-over',
} as const;
