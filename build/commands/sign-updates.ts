/*
 * `npm run sign:updates -- FILE…`: adds our signature to the lists of a release's files (`latest.yml` and its like), which the
 * installed program verifies before it offers an update. The private key comes from UPDATE_PRIVATE_KEY, in PEM; make a pair
 * with `openssl genpkey -algorithm ed25519`. `npm run sign:updates -- --public-key` prints the public half for the build; with that
 * in UPDATE_PUBLIC_KEY, nothing is signed that the build would refuse.
 */

import { readFile, writeFile } from 'node:fs/promises';
import { command } from '../command.ts';
import { publicHalf, requirePair, signList } from '../package/sign-list.ts';
import { print } from '../print.ts';

await command(async () => {
  const { UPDATE_PRIVATE_KEY: privateKey, UPDATE_PUBLIC_KEY: publicKey } = process.env;
  if (!privateKey) throw new Error('UPDATE_PRIVATE_KEY is not set');
  const files = process.argv.slice(2);
  if (files.length === 0) throw new Error('no list is named');
  if (files[0] === '--public-key') {
    print(publicHalf(privateKey));
    return;
  }
  if (publicKey !== undefined) requirePair(privateKey, publicKey);
  for (const file of files) {
    await writeFile(file, signList(await readFile(file, 'utf8'), privateKey));
    print(`signed ${file}`);
  }
});
