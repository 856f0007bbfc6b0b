/* The server's words as a person can read them: without markup, repetition, and the id that stands among them. */

/** Longer texts are cut before they are searched: a server can send any amount. */
const maxSearched = 4_000;

const entities: Readonly<Record<string, string>> = {
  ...{ lt: '<', gt: '>', amp: '&', nbsp: ' ' },
  ...{ quot: '"', '#34': '"', apos: "'", '#39': "'" },
};

/** What begins a tag, a comment or a declaration, up to its end; `5 < 6` is none. */
const tag = /<[a-z/!?][^>]*(>|$)/gi;

/** Control characters, and those that turn the direction of the text around them. */
const invisible = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/** Returns a text in one line, without markup. */
export function plainText(text: string): string {
  let plain = text.slice(0, maxSearched).replace(/&(#?\w{2,4});/g, (entity, name) => entities[name] ?? entity);
  while (plain.search(tag) >= 0) plain = plain.replace(tag, ' '); // what is left around a tag can be one again
  return plain
    .replace(invisible, ' ')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/\s+/g, ' ')
    .trim();
}

/** `correlationid : 7f…`, in any of its spellings. A digit tells an id from a word. */
const namedId =
  /\b(?:x[-_])?correlation[\s_-]?id["']?\s{0,9}(?:[:=#]|is\b)?\s{0,9}["'[(]?([\w-]{0,60}\d[\w-]{0,60})["'\])]?/i;

/** Separates a text from the correlation id inside it. */
export function splitOffId(text: string): { words: string; id: string } {
  const found = namedId.exec(text);
  if (!found) return { words: plainText(text), id: '' };
  const before = plainText(text.slice(0, found.index)).replace(/[\s,;|([{-]{1,9}$/, '');
  const after = plainText(text.slice(found.index + found[0].length)).replace(/^[\s,;|.)\]}-]+/, '');
  return { words: `${before} ${after}`.trim(), id: found[1] ?? '' };
}

const meaningless = /^(n\/?a|null|none|undefined)?$/i;

/** What counts when texts are compared. */
const essence = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Nobody reads more than that. */
const maxJoined = 500;

/** Joins sentences; one that another contains is left out. */
export function joined(sentences: readonly string[]): string {
  return sentences.reduce((all, sentence) => {
    const [known, added] = [essence(all), essence(sentence)];
    if (all.length > maxJoined || added === '' || meaningless.test(sentence) || known.includes(added)) return all;
    if (added.includes(known)) return sentence;
    return `${all}${/[.!?:]$/.test(all) ? '' : '.'} ${sentence}`;
  }, '');
}
