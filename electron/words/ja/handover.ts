/* The words of the hand-over, as it is copied and saved. */

export const handover = {} as const;
