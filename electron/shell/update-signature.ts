/*
 * Whether an update comes from whoever released this program. Each system signs programs in its own way or not at all, so the
 * list of a release's files carries a signature of our own: `build/commands/sign-updates.ts` adds it, and the program holds
 * the public key.
 */

import { createHash, createPublicKey, verify } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';

/** What counts of a release's list. It says nothing of `packages`, from which an installer would load more than it holds. */
const updateListSchema = z.object({
  version: z.string(),
  files: z.array(z.object({ url: z.string(), sha512: z.string() })).min(1),
  signature: z.string(),
  packages: z.undefined().optional(),
});
export type UpdateList = z.infer<typeof updateListSchema>;

/** The text that is signed: everything that decides which program is run. */
export function signedText({ version, files }: Pick<UpdateList, 'version' | 'files'>): Buffer {
  return Buffer.from(JSON.stringify(['Colodesk update', version, files.map(({ url, sha512 }) => [url, sha512])]));
}

/**
 * Returns the list if it is signed with the private half of `publicKey`, and `null` otherwise.
 * @param publicKey an Ed25519 key, as the Base64 of its SPKI form
 */
export function signedList(list: unknown, publicKey: string): UpdateList | null {
  const { data } = updateListSchema.safeParse(list);
  if (!data) return null;
  const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
  return verify(null, signedText(data), key, Buffer.from(data.signature, 'base64')) ? data : null;
}

/** Whether a downloaded file is one of the list's. */
export async function isListed(file: string, { files }: UpdateList): Promise<boolean> {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  const sha512 = hash.digest('base64');
  return files.some((listed) => listed.sha512 === sha512);
}
