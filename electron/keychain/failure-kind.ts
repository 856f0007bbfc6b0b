/*
 * What a failure of the system's keychain means. keytar passes on the system's text and no code, and the text is in the user's
 * language. So what can be tried is tried, and the text counts only where it is the same in every language, or happens to be
 * English; what nothing is known of is `keychain-refused`, whose advice fits every failure.
 */

import { connect } from 'node:net';
import type { ProblemKind } from '../contract/problem.ts';

/** Tells the kind of a failure. `canStore` tries whether any entry at all can be written. */
export async function kindOfFailure(
  error: unknown,
  canStore: () => Promise<boolean>,
  platform: NodeJS.Platform = process.platform,
): Promise<ProblemKind> {
  const message = error instanceof Error ? error.message : '';
  if (missing.test(message)) return 'keychain-missing';
  if (locked.test(message)) return 'keychain-locked';
  // Windows' credential store is never locked; it takes nothing at all where there is no log-on session, or by a policy.
  if (platform === 'win32' && !(await canStore())) return 'keychain-missing';
  if (platform === 'linux' && !(await hasMessageBus(process.env))) return 'keychain-missing';
  return 'keychain-refused';
}

/** The bus and the service go by their technical names in every language. */
const missing =
  /org\.freedesktop\.(secrets|DBus\.Error\.ServiceUnknown)|D-Bus.*\$DISPLAY|no such secret collection|logon session/i;
/** macOS speaks English to the packed application, which brings no other language. */
const locked = /locked|dismissed|interaction is not allowed|passphrase you entered|cancell?ed/i;

/** Whether Linux' session bus answers, through which a keyring is reached. */
async function hasMessageBus({ DBUS_SESSION_BUS_ADDRESS, XDG_RUNTIME_DIR }: NodeJS.ProcessEnv): Promise<boolean> {
  const address =
    DBUS_SESSION_BUS_ADDRESS || (XDG_RUNTIME_DIR ? `unix:path=${encodeURIComponent(XDG_RUNTIME_DIR)}/bus` : '');
  const [, kind, name] = /unix:(path|abstract)=([^,;]+)/.exec(address) ?? [];
  if (!name) return false;
  let path: string;
  try {
    path = decodeURIComponent(name);
  } catch {
    return false; // not a valid address, so that no program reaches the bus
  }
  const socket = connect(kind === 'abstract' ? `\0${path}` : path);
  return await new Promise<boolean>((resolve) => {
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
  }).finally(() => socket.destroy());
}
