/*
 * Other people's texts inside our own sentences. A name in Hebrew or Arabic, or one with control characters that turn the
 * writing around, would otherwise reorder the words beside it. Views that show a text alone use `<bdi>` or `dir="auto"`.
 */

/** What turns the writing around: letters that are written from right to left, and the control characters for direction. */
const fromRightToLeft =
  /[\u0590-\u08FF\u200F\u202A-\u202E\u2066-\u2069\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/** The control characters for direction, which could also end the isolation early; with those around a text isolated already. */
const directionControls = /\u2068[^\u202A-\u202E\u2066-\u2069]*\u2069|[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/**
 * Returns a text as part of a sentence of ours: isolated if it could reorder that sentence, otherwise unchanged. Names that
 * are isolated in it, such as those of a list, stay so.
 */
export function inSentence(text: string): string {
  if (!fromRightToLeft.test(text)) return text;
  return `\u2068${text.replace(directionControls, (found) => (found.length > 1 ? found : ''))}\u2069`;
}
