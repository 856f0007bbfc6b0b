import fc from 'fast-check';
import { expect, it } from 'vitest';
import { peImports } from '../../build/package/pe-imports.ts';
import { forwardingDll } from '../../build/wine/forwarding-dll.ts';

/** Reads what a library exports as Windows' loader does: by addresses in memory, where its only section is loaded. */
function exportsOf(file: Buffer) {
  const pe = file.readUInt32LE(0x3c);
  const optional = pe + 24;
  const row = optional + file.readUInt16LE(pe + 20);
  const memory = Buffer.alloc(file.readUInt32LE(optional + 56)); // zeros, where the file has nothing
  const [size, address, inFile, offset] = [8, 12, 16, 20].map((at) => file.readUInt32LE(row + at));
  file.copy(memory, address, offset, (offset ?? 0) + Math.min(size ?? 0, inFile ?? 0));
  const textAt = (at: number) => memory.toString('latin1', at, memory.indexOf(0, at));
  const [directory, directorySize] = [file.readUInt32LE(optional + 112), file.readUInt32LE(optional + 116)];
  const [functions, names, ordinals] = [28, 32, 36].map((at) => memory.readUInt32LE(directory + at));
  const named = Array.from({ length: memory.readUInt32LE(directory + 24) }, (_, index) => {
    const ordinal = memory.readUInt16LE((ordinals ?? 0) + 2 * index);
    const target = memory.readUInt32LE((functions ?? 0) + 4 * ordinal);
    const isForward = target >= directory && target < directory + directorySize;
    return [textAt(memory.readUInt32LE((names ?? 0) + 4 * index)), isForward ? textAt(target) : 'code'];
  });
  return { library: textAt(memory.readUInt32LE(directory + 12)), named };
}

it('has one function, which is another library’s', () => {
  const file = forwardingDll('bcryptprimitives.dll', 'ProcessPrng', 'advapi32.SystemFunction036');
  expect(exportsOf(file)).toEqual({
    library: 'bcryptprimitives.dll',
    named: [['ProcessPrng', 'advapi32.SystemFunction036']],
  });
  expect(peImports(file)).toEqual([]);
});

it('is whole with names of any length', () => {
  const name = fc.stringMatching(/^[A-Za-z0-9_]{1,700}$/);
  fc.assert(
    fc.property(name, name, name, (library, exported, target) => {
      const file = forwardingDll(library, exported, target);
      expect(file.length % 0x200).toBe(0);
      expect(exportsOf(file)).toEqual({ library, named: [[exported, target]] });
    }),
  );
});

it('says that it is a 64-bit library', () => {
  const file = forwardingDll('a.dll', 'b', 'c.d');
  expect(file.toString('latin1', 0, 2)).toBe('MZ');
  expect(file.readUInt16LE(file.readUInt32LE(0x3c) + 4)).toBe(0x8664);
  expect(file.readUInt16LE(file.readUInt32LE(0x3c) + 22) & 0x2000).toBe(0x2000);
});
