/*
 * Writes a Windows library that has one export, forwarded to a function of another library. Wine 8 lacks
 * `bcryptprimitives.dll`, which libsql's program imports one function from.
 */

const fileAlignment = 0x200;
const sectionAlignment = 0x1000;
/** Where the only section begins in memory; addresses inside the file count from the image's start. */
const sectionRva = sectionAlignment;

/** Returns the bytes of a 64-bit library of that name, whose `exported` function is `target`, such as `advapi32.Name`. */
export function forwardingDll(name: string, exported: string, target: string): Buffer {
  const section = exportSection(name, exported, target);
  const headers = headersFor(section.length);
  const file = Buffer.alloc(fileAlignment + roundUp(section.length, fileAlignment));
  headers.copy(file);
  section.copy(file, fileAlignment);
  return file;
}

/** The export directory, its three tables of one entry each, and their texts. An address inside it is a forward by its text. */
function exportSection(name: string, exported: string, target: string): Buffer {
  const tables = 40;
  const texts = tables + 4 + 4 + 2;
  const [nameAt, exportedAt, targetAt] = [texts, texts + name.length + 1, texts + name.length + exported.length + 2];
  const section = Buffer.alloc(targetAt + target.length + 1);
  section.writeUInt32LE(sectionRva + nameAt, 12);
  section.writeUInt32LE(1, 16); // the first ordinal
  section.writeUInt32LE(1, 20); // number of functions
  section.writeUInt32LE(1, 24); // number of names
  section.writeUInt32LE(sectionRva + tables, 28);
  section.writeUInt32LE(sectionRva + tables + 4, 32);
  section.writeUInt32LE(sectionRva + tables + 8, 36);
  section.writeUInt32LE(sectionRva + targetAt, tables);
  section.writeUInt32LE(sectionRva + exportedAt, tables + 4);
  section.write(`${name}\0${exported}\0${target}\0`, texts, 'latin1');
  return section;
}

function headersFor(sectionSize: number): Buffer {
  const headers = Buffer.alloc(fileAlignment);
  const pe = 0x40;
  headers.write('MZ', 0, 'latin1');
  headers.writeUInt32LE(pe, 0x3c);
  headers.write('PE\0\0', pe, 'latin1');
  headers.writeUInt16LE(0x8664, pe + 4); // x64
  headers.writeUInt16LE(1, pe + 6); // sections
  headers.writeUInt16LE(0xf0, pe + 20); // size of the optional header
  headers.writeUInt16LE(0x2022, pe + 22); // a library that can be used, with large addresses
  const optional = pe + 24;
  headers.writeUInt16LE(0x20b, optional); // 64 bits
  headers.writeBigUInt64LE(0x180000000n, optional + 24); // preferred address
  headers.writeUInt32LE(sectionAlignment, optional + 32);
  headers.writeUInt32LE(fileAlignment, optional + 36);
  headers.writeUInt16LE(6, optional + 40); // for Windows 6 and newer
  headers.writeUInt16LE(6, optional + 48);
  headers.writeUInt32LE(sectionRva + roundUp(sectionSize, sectionAlignment), optional + 56);
  headers.writeUInt32LE(fileAlignment, optional + 60); // size of the headers
  headers.writeUInt16LE(3, optional + 68); // a console's
  headers.writeUInt16LE(0x100, optional + 70); // data is never executed
  headers.writeUInt32LE(16, optional + 108); // directories, of which exports are the first
  headers.writeUInt32LE(sectionRva, optional + 112);
  headers.writeUInt32LE(sectionSize, optional + 116);
  const row = optional + 0xf0;
  headers.write('.rdata', row, 'latin1');
  headers.writeUInt32LE(sectionSize, row + 8);
  headers.writeUInt32LE(sectionRva, row + 12);
  headers.writeUInt32LE(roundUp(sectionSize, fileAlignment), row + 16);
  headers.writeUInt32LE(fileAlignment, row + 20);
  headers.writeUInt32LE(0x40000040, row + 36); // initialised data, readable
  return headers;
}

const roundUp = (size: number, step: number): number => Math.ceil(size / step) * step;
