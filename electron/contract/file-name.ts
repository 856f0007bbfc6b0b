/* Files’ names as they are shown and printed. */

/** Characters that show nothing themselves; not the joiners, which emoji and some scripts are written with. */
const invisible = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]|(?![\u200C\u200D])\p{Cf}/gu;

/** Returns a file's name without the invisible characters that can disguise its extension; `''` if there is nothing else in it. */
export const visibleFileName = (fileName: string): string => fileName.replace(invisible, '').trim();
