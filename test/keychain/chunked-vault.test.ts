import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chunkedVault, maxEntryBytes } from '../../electron/keychain/chunked-vault.ts';
import type { Vault } from '../../electron/keychain/vault.ts';

/** A vault that refuses entries longer than Windows allows, and can fail after a number of writes. */
class ShortEntries implements Vault {
  readonly entries = new Map<string, string>();
  writesLeft = Number.POSITIVE_INFINITY;

  async read(name: string) {
    return this.entries.get(name) ?? null;
  }
  async write(name: string, secret: string) {
    if (Buffer.byteLength(secret) > maxEntryBytes) throw new Error('too long');
    if (this.writesLeft-- <= 0) throw new Error('killed');
    this.entries.set(name, secret);
  }
  async remove(name: string) {
    this.entries.delete(name);
  }
}

const secrets = fc.string({ unit: 'grapheme', maxLength: 6_000, size: 'max' });

describe('secrets in chunks', () => {
  it('come back as they were, whatever their length, also after a shorter or longer one', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(secrets, { minLength: 1, maxLength: 4 }), async (values) => {
        const vault = chunkedVault(new ShortEntries());
        for (const value of values) {
          await vault.write('token', value);
          expect(await vault.read('token')).toBe(value);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('leave nothing when removed', async () => {
    const entries = new ShortEntries();
    const vault = chunkedVault(entries);
    for (const length of [9_000, 30_000, 10, 6_000]) await vault.write('token', 'x'.repeat(length));
    await vault.remove('token');
    expect([...entries.entries]).toEqual([]);
  });

  it('are the old one or the new one when the write is cut off, and can be removed whole', async () => {
    const oldSecret = 'o'.repeat(8_000);
    const newSecret = 'n'.repeat(9_000);
    for (let writes = 0; writes <= 4; writes++) {
      const entries = new ShortEntries();
      const vault = chunkedVault(entries);
      await vault.write('token', oldSecret);
      entries.writesLeft = writes;
      await vault.write('token', newSecret).catch(() => undefined);
      expect([oldSecret, newSecret]).toContain(await vault.read('token'));
      await vault.remove('token');
      expect([...entries.entries]).toEqual([]);
    }
  });

  it('are one of two that are written at once, whole, and can be removed meanwhile', async () => {
    /** The longer secret begins early and ends late. */
    class SlowEntries extends ShortEntries {
      override async write(name: string, secret: string) {
        const turns = secret.endsWith('o') ? 2 : name === 'token' ? 20 : 0;
        for (let turn = 0; turn < turns; turn++) await setImmediate();
        await super.write(name, secret);
      }
    }
    const entries = new SlowEntries();
    const vault = chunkedVault(entries);
    const [shorter, longer] = ['o'.repeat(9_000), 'n'.repeat(20_000)];
    await Promise.all([vault.write('token', longer), vault.write('token', shorter)]);
    expect([shorter, longer]).toContain(await vault.read('token'));
    await Promise.all([vault.write('token', longer), vault.remove('token')]);
    expect([...entries.entries]).toEqual([]);
    entries.writesLeft = 0;
    const refused = vault.write('token', longer).catch(() => 'refused');
    expect([await refused, await vault.remove('token')]).toEqual(['refused', undefined]);
  });

  it('count as missing when a part was removed by hand', async () => {
    const entries = new ShortEntries();
    const vault = chunkedVault(entries);
    await vault.write('token', 'x'.repeat(9_000));
    entries.entries.delete('token#a2');
    expect(await vault.read('token')).toBeNull();
  });

  it('read an entry that was written without a header', async () => {
    const entries = new ShortEntries();
    entries.entries.set('token', 'plain');
    expect(await chunkedVault(entries).read('token')).toBe('plain');
  });
});
