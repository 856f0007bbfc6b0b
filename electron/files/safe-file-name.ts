/**
 * Turns the server's name for a file into a name that is safe on this computer. The server's names are not trusted: one
 * may try to be a path, a device or a hidden file, or use invisible characters that reverse the writing direction to
 * disguise its extension.
 */
export function safeFileName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const plain = last
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '') // control, invisible and direction characters, lone surrogates
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/g, ' ');
  const short = trimmed(shortened(trimmed(plain)));
  if (short === '') return 'attachment';
  return devices.test(short) ? `_${short}` : short;
}

/** Names a file that Colodesk makes. A slash in a title stands between words, not between folders. */
export function ownFileName(title: string, extension: string): string {
  const name = safeFileName(`${title.replace(/[/\\]/g, '_')}.${extension}`);
  return name === extension ? `Colodesk.${extension}` : name; // nothing of the title can stand in a name
}

/** Fits every file system, and leaves room for the folder's path on Windows. */
const maxNameBytes = 180;
const maxExtensionBytes = 20;

/** Names that Windows reserves for devices, with or without an extension. */
const devices = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])\s*(\.|$)/i;

/** Windows drops spaces and dots at the end of a name; elsewhere a leading dot hides the file. */
const trimmed = (name: string) => name.replace(/^[\s.]+|[\s.]+$/g, '');

/** Shortens the part before the extension, because the extension says what kind of file it is. */
function shortened(name: string): string {
  if (Buffer.byteLength(name) <= maxNameBytes) return name;
  const dot = name.lastIndexOf('.');
  const ending = dot > 0 ? name.slice(dot) : '';
  const extension = Buffer.byteLength(ending) <= maxExtensionBytes ? ending : '';
  const stem = name.slice(0, name.length - extension.length);
  return trimmed(firstBytes(stem, maxNameBytes - Buffer.byteLength(extension))) + extension;
}

/** The start of a text that fits into `maxBytes` of UTF-8 without splitting a visible character. */
function firstBytes(text: string, maxBytes: number): string {
  let taken = '';
  let bytes = 0;
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    bytes += Buffer.byteLength(segment);
    if (bytes > maxBytes) break;
    taken += segment;
  }
  return taken;
}
