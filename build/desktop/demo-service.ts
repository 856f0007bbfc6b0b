import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DirectClient } from './direct-client.ts';

/** Somebody else at the demo service that an application has started: where that listens stands in its log. */
export async function clientBeside(userDataFolder: string): Promise<DirectClient> {
  const log = await readFile(join(userDataFolder, 'logs/main.log'), 'utf8');
  const baseUrl = /demo service on (http:\S+)/.exec(log)?.[1];
  if (!baseUrl) throw new Error('the log does not tell where the demo service listens');
  return await DirectClient.signedIn(baseUrl);
}
