import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectFolder, tool } from '../run.ts';
import { firstLine, startChild } from './child.ts';
import { DirectClient } from './direct-client.ts';

/** A million tickets take a while, more so on a busy computer. */
const startLimitMs = 300_000;

type ServiceOptions = {
  tickets: number;
  /** In milliseconds. */
  latency?: number;
  /** Answers as the operator's server was seen to. */
  isAsObserved?: boolean;
};

/** Starts the demo service in its own process, as a real server would run. */
export async function startService({ tickets, latency = 0, isAsObserved = false }: ServiceOptions) {
  const options = { '--tickets': tickets, '--latency': latency, '--changes-every': 0 };
  const args = [tool('tsx/dist/cli.mjs'), 'electron/demo/command.ts', ...Object.entries(options).flat().map(String)];
  if (isAsObserved) args.push('--as-observed');
  const service = startChild(process.execPath, args, { cwd: projectFolder, stdio: ['ignore', 'pipe', 'inherit'] });
  const line = await firstLine(service, 1, startLimitMs);
  return { baseUrl: line.split(' ')[0] ?? '', stop: service.stop };
}

/** Another client of the demo service that an application has started; the application's log has the address. */
export async function clientBeside(userDataFolder: string): Promise<DirectClient> {
  const log = await readFile(join(userDataFolder, 'logs/main.log'), 'utf8');
  const baseUrl = /demo service on (http:\S+)/.exec(log)?.[1];
  if (!baseUrl) throw new Error('the log does not say where the demo service listens');
  return await DirectClient.signedIn(baseUrl);
}
