import { type UtilityProcess, utilityProcess } from 'electron';
import { z } from 'zod';
import { demoCredentials } from '../demo/credentials.ts';
import type { DemoHost } from '../session/environment.ts';
import { logLine } from './log.ts';

/** Runs the built-in demo service in its own process, from when it is first needed until the application ends. */
export class DemoProcess implements DemoHost {
  readonly credentials = demoCredentials;
  readonly #file: string;
  readonly #onNews: () => void;
  #started: Promise<Started> | undefined;
  #isConnected = true;

  /** @param onNews the service's morning is over: its tickets have changed */
  constructor(file: string, onNews: () => void) {
    this.#file = file;
    this.#onNews = onNews;
  }

  async baseUrl(): Promise<string> {
    return (await this.#running()).baseUrl;
  }

  /** Whether its network is there, as it is when it starts. */
  get isConnected(): boolean {
    return this.#isConnected;
  }

  async setNetwork(isConnected: boolean): Promise<void> {
    const { process } = await this.#running();
    const confirmed = nextMessage(process, 'network');
    process.postMessage({ kind: 'network', isConnected });
    await confirmed;
    this.#isConnected = isConnected;
  }

  /** Returns the running service, or starts one if there is none, it failed to start or it has ended. */
  #running(): Promise<Started> {
    if (this.#started !== undefined) return this.#started;
    const process = utilityProcess.fork(this.#file, [], { serviceName: 'Colodesk demo service' });
    const started = this.#start(process);
    process.on('message', (data: unknown) => {
      if (messageSchema.safeParse(data).data?.kind === 'news') this.#onNews();
    });
    process.once('exit', () => {
      if (this.#started !== started) return;
      this.#started = undefined;
      this.#isConnected = true;
    });
    this.#started = started;
    return started;
  }

  async #start(process: UtilityProcess): Promise<Started> {
    const { baseUrl } = await nextMessage(process, 'ready');
    logLine(`demo service on ${baseUrl}`); // so that a developer can change its tickets as another user
    return { process, baseUrl };
  }
}

const messageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready'), baseUrl: z.string() }),
  z.object({ kind: z.literal('network'), isConnected: z.boolean() }),
  z.object({ kind: z.literal('news') }),
]);
type Message = z.infer<typeof messageSchema>;

type Started = { process: UtilityProcess; baseUrl: string };

/** Resolves with the process's next message of a kind; rejects when the process ends before. */
function nextMessage<K extends Message['kind']>(
  process: UtilityProcess,
  kind: K,
): Promise<Extract<Message, { kind: K }>> {
  return new Promise((resolve, reject) => {
    const receive = (data: unknown) => {
      const message = messageSchema.safeParse(data);
      if (!message.success || message.data.kind !== kind) return;
      stopListening();
      resolve(message.data as Extract<Message, { kind: K }>);
    };
    const fail = (code: number) => {
      stopListening();
      reject(new Error(`the demo service ended with code ${code}`));
    };
    const stopListening = () => {
      process.off('message', receive);
      process.off('exit', fail);
    };
    process.on('message', receive);
    process.on('exit', fail);
  });
}
