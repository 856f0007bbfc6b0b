import { generateKeyPairSync } from 'node:crypto';
import { parseUpdateInfo } from 'electron-updater/out/providers/Provider.js';
import { expect, it } from 'vitest';
import { publicHalf, requirePair, signList } from '../../build/package/sign-list.ts';
import { signedList } from '../../electron/shell/update-signature.ts';

/** As electron-builder writes it. */
const yaml = `version: 1.2.3
files:
  - url: Colodesk-1.2.3-linux-x64.AppImage
    sha512: Gk2cVSW6pYmVfbzNxSXsWVz7LZqEkJpJ0b3wvCN2p7JpAFkq1Gz4yWjVJzqTq5yk1B1bTn7v9h7mZ0s1Xq2wBg==
    size: 12345
    blockMapSize: 678
path: Colodesk-1.2.3-linux-x64.AppImage
sha512: Gk2cVSW6pYmVfbzNxSXsWVz7LZqEkJpJ0b3wvCN2p7JpAFkq1Gz4yWjVJzqTq5yk1B1bTn7v9h7mZ0s1Xq2wBg==
releaseDate: '2026-05-01T10:00:00.000Z'
`;

const newKey = () => generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
const read = (text: string) => parseUpdateInfo(text, 'latest.yml', new URL('https://localhost/'));

it('the program accepts a list that the release signed, also when it was signed twice', () => {
  const key = newKey();
  const signed = signList(yaml, key);
  expect(signed.startsWith(yaml)).toBe(true);
  expect(signedList(read(signed), publicHalf(key))?.version).toBe('1.2.3');
  expect(signList(signed, key)).toBe(signed);
});

it('the program refuses what another key signed, or what was changed afterwards', () => {
  const key = newKey();
  expect(signedList(read(signList(yaml, newKey())), publicHalf(key))).toBeNull();
  expect(signedList(read(signList(yaml, key).replaceAll('1.2.3', '1.2.4')), publicHalf(key))).toBeNull();
});

it('only the key of the build signs a release', () => {
  const key = newKey();
  expect(() => requirePair(key, publicHalf(key))).not.toThrow();
  for (const other of [publicHalf(newKey()), ''])
    expect(() => requirePair(key, other)).toThrow(
      /^UPDATE_PUBLIC_KEY, .* is not the public half of UPDATE_PRIVATE_KEY\.$/,
    );
});

it('what is not such a key signs nothing, and is not told', () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const rsa = privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
  for (const key of [rsa, 'secret words', newKey().slice(0, 80), publicHalf(newKey())]) {
    expect(() => signList(yaml, key)).toThrow(/^UPDATE_PRIVATE_KEY is not an Ed25519 private key in PEM\.$/);
    expect(() => publicHalf(key)).toThrow(/^UPDATE_PRIVATE_KEY is not/);
  }
});
