/*
 * Which libraries a Windows program needs, read from its own tables.
 */

/** Returns the names of the libraries that a program or library for Windows imports, also late ones, in lower case. */
export function peImports(file: Buffer): string[] {
  const header = file.readUInt32LE(0x3c);
  if (file.toString('latin1', header, header + 4) !== 'PE\0\0') throw new Error('this is no program for Windows');
  const optional = header + 24;
  const isWide = file.readUInt16LE(optional) === 0x20b;
  const tables = optional + (isWide ? 112 : 96);
  const sections = sectionsOf(file, header + 6, optional + file.readUInt16LE(header + 20));
  const names = [
    ...namesIn(file, sections, file.readUInt32LE(tables + 8), { entryBytes: 20, nameAt: 12 }),
    ...namesIn(file, sections, file.readUInt32LE(tables + 13 * 8), { entryBytes: 32, nameAt: 4 }), // delayed
  ];
  return [...new Set(names)].sort();
}

type Section = { address: number; size: number; offset: number };

function sectionsOf(file: Buffer, countAt: number, start: number): Section[] {
  return Array.from({ length: file.readUInt16LE(countAt) }, (_, index) => {
    const at = start + index * 40;
    const size = Math.max(file.readUInt32LE(at + 8), file.readUInt32LE(at + 16));
    return { size, address: file.readUInt32LE(at + 12), offset: file.readUInt32LE(at + 20) };
  });
}

/** Reads a table of libraries, which ends with an entry without a name. */
function namesIn(
  file: Buffer,
  sections: readonly Section[],
  table: number,
  { entryBytes, nameAt }: { entryBytes: number; nameAt: number },
): string[] {
  const names: string[] = [];
  if (table === 0) return names;
  for (let at = offsetOf(sections, table); ; at += entryBytes) {
    const name = file.readUInt32LE(at + nameAt);
    if (name === 0) return names;
    const start = offsetOf(sections, name);
    names.push(file.toString('latin1', start, file.indexOf(0, start)).toLowerCase());
  }
}

/** Where in the file lies what has this address in memory. */
function offsetOf(sections: readonly Section[], address: number): number {
  const section = sections.find((each) => address >= each.address && address < each.address + each.size);
  if (!section) throw new Error('the program’s tables are damaged');
  return address - section.address + section.offset;
}
