import { type UtilityProcess, utilityProcess } from 'electron';
import { z } from 'zod';
import { demoCredentials } from '../demo/credentials.ts';
import type { DemoHost } from '../session/options.ts';
import { logLine } from './log.ts';

const messageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready'), baseUrl: z.string() }),
  z.object({ kind: z.literal('network'), isConnected: z.boolean() }),
]);
type Message = z.infer<typeof messageSchema>;

/** Runs the built-in demo service in a process of its own, from when it is first needed until the application ends. */
export class DemoProcess implements DemoHost {
  readonly credentials = demoCredentials;
  readonly #file: string;
  #started: Promise<{ process: UtilityProcess; baseUrl: string }> | undefined;

  constructor(file: string) {
    this.#file = file;
  }

  async baseUrl(): Promise<string> {
    this.#started ??= this.#start();
    return (await this.#started).baseUrl;
  }

  async setNetwork(isConnected: boolean): Promise<void> {
    this.#started ??= this.#start();
    const { process } = await this.#started;
    const confirmed = nextMessage(process, 'network');
    process.postMessage({ kind: 'network', isConnected });
    await confirmed;
  }

  async #start(): Promise<{ process: UtilityProcess; baseUrl: string }> {
    const process = utilityProcess.fork(this.#file, [], { serviceName: 'Colodesk demo service' });
    const { baseUrl } = await nextMessage(process, 'ready');
    logLine(`demo service on ${baseUrl}`); // for whoever wants to play somebody else there
    return { process, baseUrl };
  }
}

function nextMessage<K extends Message['kind']>(
  process: UtilityProcess,
  kind: K,
): Promise<Extract<Message, { kind: K }>> {
  return new Promise((resolve, reject) => {
    const receive = (data: unknown) => {
      const message = messageSchema.safeParse(data);
      if (!message.success || message.data.kind !== kind) return;
      process.off('message', receive);
      resolve(message.data as Extract<Message, { kind: K }>);
    };
    process.on('message', receive);
    process.once('exit', (code) => reject(new Error(`the demo service ended with code ${code}`)));
  });
}
