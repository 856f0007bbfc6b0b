/* A ticket’s files: looking at them, and keeping them for offline. */

export const files = {} as const;
