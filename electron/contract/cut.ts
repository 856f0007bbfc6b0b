/* Texts that are too long for their place. */

/**
 * Returns the first `length` UTF-16 units of a text; a character that they would split is left out, since half of one can neither be
 * shown nor stored.
 */
export const cut = (text: string, length: number): string => text.slice(0, length).replace(/\p{Surrogate}$/u, '');
