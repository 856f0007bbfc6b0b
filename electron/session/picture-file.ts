/*
 * The file that keeps the picture of an account's first screen. It is encrypted and authenticated with the account's own key,
 * so nobody else can read it or put another in its place. Only what this computer knows without an account is needed to read
 * it, because that happens before the rest of the application is loaded: this file imports next to nothing.
 */

import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Picture } from '../contract/picture.ts';

const cipher = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;

const fileIn = (folder: string): string => join(folder, 'first-screen');

/**
 * Keeps pictures in place of the older ones. The folder is not made: without it the account is signed out.
 * @param key the account's, as in its keychain entry
 * @param facts everything that a picture depends on besides the tickets: with other facts it cannot be read
 */
export async function writePictures(
  folder: string,
  key: string,
  facts: string,
  pictures: readonly Picture[],
): Promise<void> {
  const iv = randomBytes(ivBytes);
  const sealing = createCipheriv(cipher, ownKey(key), iv, { authTagLength: tagBytes }).setAAD(digest(facts));
  const sealed = Buffer.concat([sealing.update(JSON.stringify(pictures), 'utf8'), sealing.final()]);
  const file = fileIn(folder);
  const draft = `${file}.draft`;
  await writeFile(draft, Buffer.concat([iv, sealing.getAuthTag(), sealed]), { mode: 0o600 }); // a torn one cannot be read
  await rename(draft, file);
}

/** What `writePictures` has written, before it is opened with the key; `null` if there is nothing. */
export function readSealed(folder: string): Promise<Buffer | null> {
  return readFile(fileIn(folder)).catch(() => null);
}

/** Returns the picture that is right at a moment; `null` where there is none, or where it was made with other facts. */
export function openPicture(sealed: Buffer, key: string, facts: string, nowMs: number): Picture | null {
  try {
    const iv = sealed.subarray(0, ivBytes);
    const tag = sealed.subarray(ivBytes, ivBytes + tagBytes);
    const opening = createDecipheriv(cipher, ownKey(key), iv, { authTagLength: tagBytes }).setAAD(digest(facts));
    opening.setAuthTag(tag);
    const json = Buffer.concat([opening.update(sealed.subarray(ivBytes + tagBytes)), opening.final()]).toString('utf8');
    // What the key has authenticated was written by `writePictures`, so it needs no schema.
    const pictures: Picture[] = JSON.parse(json);
    return pictures.find(({ fromMs, untilMs }) => fromMs <= nowMs && nowMs < untilMs) ?? null;
  } catch {
    return null;
  }
}

/** Removes what `writePictures` has written. */
export async function removePictures(folder: string): Promise<void> {
  await rm(fileIn(folder), { force: true, maxRetries: 3 });
}

/** The databases are encrypted with the key itself, so the picture gets another that follows from it. */
function ownKey(key: string): Buffer {
  return Buffer.from(hkdfSync('sha256', Buffer.from(key, 'hex'), Buffer.alloc(0), 'first-screen', 32));
}

const digest = (facts: string): Buffer => createHash('sha256').update(facts).digest();
