/* The server's files that are kept for reading without a network: in the end all of open tickets, as the server has them. */

import { ticketIdSchema } from '../../electron/contract/ids.ts';
import type { Workspace } from '../../electron/session/workspace.ts';
import { Broken } from './invariants.ts';
import type { Ledger } from './ledger.ts';
import type { World } from './world.ts';

/** Kept within a few rounds, once everything works. */
const longestKeepingMs = 15 * 60_000;

/** Waits until the files of an account's open tickets are kept, and looks at what is kept. */
export async function checkKeptFiles(world: World, { account }: Ledger): Promise<void> {
  const { time } = world.universe;
  const untilMs = time.monotonicMs + longestKeepingMs;
  let lacking: string | null = 'nothing was looked at';
  while (lacking !== null) {
    if (time.monotonicMs > untilMs) throw new Broken(`not kept: ${lacking}`);
    await world.pass(30_000);
    const { workspace } = world.open() ?? {};
    if (!workspace) continue;
    world.user.begin(async () => {
      lacking = await firstLacking(world, workspace, account);
    });
    await world.pass(1_000);
    world.check();
  }
}

/** Returns the first file that is not kept yet. @throws Broken for one that is not as the server has it */
async function firstLacking(
  { server }: World,
  workspace: Workspace,
  account: Ledger['account'],
): Promise<string | null> {
  const ofAccount = server.account(account);
  for (const id of workspace.cache.openTickets()) {
    const ticket = ofAccount.ticketsById.get(id);
    if (!ticket) continue;
    const kept = new Set((await workspace.files.kept(id)).map(({ attachmentId }) => attachmentId));
    for (const { id: fileId, filename, content } of server.state.attachmentsOf(ofAccount, ticket)) {
      if (!kept.has(fileId)) return `${filename} of ${id}`;
      const pieces: Uint8Array[] = [];
      const ref = { ticketId: ticketIdSchema.parse(id), fileId };
      for await (const piece of workspace.files.read(ref, new AbortController().signal)) pieces.push(piece);
      if (!Buffer.concat(pieces).equals(content)) throw new Broken(`${filename} of ${id} is kept with other bytes`);
    }
  }
  return null;
}
