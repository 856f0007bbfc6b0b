/** Short enough for every file system, and for a folder's path before it on Windows. */
const maxNameBytes = 180;
const maxExtensionBytes = 20;

/** Names that mean devices on Windows, with any extension too. */
const devices = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])\s*(\.|$)/i;

/**
 * A name for a file on this computer, made of what the server calls it. What the server sends is hostile: a name may try
 * to be a path, a device, a hidden file, or, with invisible characters that turn the writing direction round, to look as
 * if it had another ending than it has.
 */
export function safeFileName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const plain = last
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '') // controls, invisible and direction marks, halves of characters
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/g, ' ');
  const short = trimmed(shortened(trimmed(plain)));
  if (short === '') return 'attachment';
  return devices.test(short) ? `_${short}` : short;
}

/** Windows drops spaces and dots at the end; with a dot in front a file is hidden elsewhere. */
const trimmed = (name: string) => name.replace(/^[\s.]+|[\s.]+$/g, '');

/** Cuts the middle out, so to speak: the extension says what the file is. */
function shortened(name: string): string {
  if (Buffer.byteLength(name) <= maxNameBytes) return name;
  const dot = name.lastIndexOf('.');
  const ending = dot > 0 ? name.slice(dot) : '';
  const extension = Buffer.byteLength(ending) <= maxExtensionBytes ? ending : '';
  const stem = name.slice(0, name.length - extension.length);
  return trimmed(firstBytes(stem, maxNameBytes - Buffer.byteLength(extension))) + extension;
}

/** As many whole characters as fit. */
function firstBytes(text: string, limit: number): string {
  let taken = '';
  let bytes = 0;
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    bytes += Buffer.byteLength(segment);
    if (bytes > limit) break;
    taken += segment;
  }
  return taken;
}
