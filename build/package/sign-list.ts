import { createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';
import { parseUpdateInfo } from 'electron-updater/out/providers/Provider.js';
import { signedText } from '../../electron/shell/update-signature.ts';

/** Returns the list of a release's files with our signature as its last line, in place of one that it had. */
export function signList(yaml: string, privateKeyPem: string): string {
  const unsigned = yaml.replace(/^signature: .*\n/m, '');
  const list = parseUpdateInfo(unsigned, 'the list', new URL('https://localhost/')); // as the program will read it
  const signature = sign(null, signedText(list), ourKey(privateKeyPem)).toString('base64');
  return `${unsigned.trimEnd()}\nsignature: ${signature}\n`;
}

/** Returns the public half of a key in the form that the build takes. */
export function publicHalf(privateKeyPem: string): string {
  return createPublicKey(ourKey(privateKeyPem)).export({ format: 'der', type: 'spki' }).toString('base64');
}

/** @throws Error if the programs that were built with a public key would refuse what the private one signs */
export function requirePair(privateKeyPem: string, publicKey: string): void {
  if (publicHalf(privateKeyPem) === publicKey) return;
  throw new Error('UPDATE_PUBLIC_KEY, which the build was given, is not the public half of UPDATE_PRIVATE_KEY.');
}

/** @throws Error that does not tell the key */
function ourKey(privateKeyPem: string): KeyObject {
  const key = keyIn(privateKeyPem);
  // One of another kind would sign, too, with what no program that verifies Ed25519 accepts.
  if (key?.asymmetricKeyType !== 'ed25519') {
    throw new Error('UPDATE_PRIVATE_KEY is not an Ed25519 private key in PEM.');
  }
  return key;
}

function keyIn(privateKeyPem: string): KeyObject | null {
  try {
    return createPrivateKey(privateKeyPem);
  } catch {
    return null;
  }
}
