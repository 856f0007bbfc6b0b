import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ownFileName, safeFileName } from '../../electron/files/safe-file-name.ts';

it.each([
  ['report.pdf', 'report.pdf'],
  ['  Prüfung 2026  .pdf ', 'Prüfung 2026 .pdf'],
  ['تقرير.pdf', 'تقرير.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['..\\..\\Windows\\System32\\evil.dll', 'evil.dll'],
  ['/etc/', 'attachment'],
  ['C:\\temp\\a.txt', 'a.txt'],
  ['C:a.txt', 'C_a.txt'],
  ['a.txt:stream', 'a.txt_stream'],
  ['..', 'attachment'],
  ['.', 'attachment'],
  ['', 'attachment'],
  ['   ', 'attachment'],
  ['.bashrc', 'bashrc'],
  ['a.txt. . .', 'a.txt'],
  ['CON', '_CON'],
  ['con.txt', '_con.txt'],
  ['Nul.tar.gz', '_Nul.tar.gz'],
  ['COM1 .txt', '_COM1 .txt'],
  ['lpt9', '_lpt9'],
  ['COM¹.log', '_COM¹.log'],
  ['CONIN$', '_CONIN$'],
  ['context.txt', 'context.txt'],
  ['invoice\u202Efdp.exe', 'invoicefdp.exe'],
  ['a\u2066b\u2069.txt', 'ab.txt'],
  ['a\u200B\uFEFF.txt', 'a.txt'],
  ['a\u0000b\r\nc\u0007.txt', 'abc.txt'],
  ['a\u2028b.txt', 'ab.txt'],
  ['half \uD83D.txt', 'half .txt'],
  ['what? "why" <b>|*.txt', 'what_ _why_ _b___.txt'],
])('%j becomes %j', (name, safe) => {
  expect(safeFileName(name)).toBe(safe);
});

it.each([
  ['WO1 · Swap 10/100 switch', 'pdf', 'WO1 · Swap 10_100 switch.pdf'],
  ['C:\\temp is full', 'pdf', 'C__temp is full.pdf'],
  ['EU/US', 'csv', 'EU_US.csv'],
  ['...', 'csv', 'Colodesk.csv'],
  ['\u200B', 'pdf', 'Colodesk.pdf'],
])('the title %j keeps all its words as a file of type %s', (title, extension, name) => {
  expect(ownFileName(title, extension)).toBe(name);
});

it('keeps the extension of a name that is too long, and no half of a character', () => {
  const safe = safeFileName(`${'🧑‍🔧'.repeat(200)}.pdf`);
  expect(safe).toMatch(/\.pdf$/);
  expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(180);
  expect(safe).not.toMatch(/\p{Cs}/u);
  expect(Buffer.byteLength(safeFileName(`a.${'x'.repeat(300)}`))).toBeLessThanOrEqual(180);
});

it('is harmless whatever the server says, and stays the same when asked again', () => {
  const nasty = fc.string({
    unit: fc.constantFrom(...'ab.. /\\:*?"<>|\u0000\u202e\u200f\ud83d\u00b9$CONcom1lptNUL🧑‍🔧é'),
  });
  fc.assert(
    fc.property(fc.oneof(nasty, fc.string({ unit: 'binary' })), (name) => {
      const safe = safeFileName(name);
      expect(safe).not.toMatch(/[/\\<>:"|?*\p{Cc}\p{Cf}\p{Cs}]/u);
      expect(safe).not.toMatch(/^[\s.]|[\s.]$/);
      expect(safe).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i);
      expect(Buffer.byteLength(safe)).toBeGreaterThan(0);
      expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(181);
      expect(safeFileName(safe)).toBe(safe);
    }),
    { numRuns: 2_000 },
  );
});
