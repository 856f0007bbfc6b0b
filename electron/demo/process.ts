/*
 * The demo service as a utility process of the application. It posts its base URL once it listens, and disconnects or
 * reconnects itself at the application's command, so that a visitor can try working offline. It also tells when its morning is over.
 */

import { z } from 'zod';
import { startDemoService } from './service.ts';

const commandSchema = z.object({ kind: z.literal('network'), isConnected: z.boolean() });

/** Often enough for a visitor to notice, seldom enough not to distract. */
const changesEveryMs = 40_000;

const service = await startDemoService({
  changesEveryMs,
  playsMorning: true,
  onMorningOver: () => process.parentPort.postMessage({ kind: 'news' }),
});

process.parentPort.on('message', ({ data }) => {
  const command = commandSchema.safeParse(data);
  if (!command.success) return;
  const { isConnected } = command.data;
  service.setConnected(isConnected).then(
    () => process.parentPort.postMessage({ kind: 'network', isConnected }),
    () => process.exit(1),
  );
});
process.parentPort.postMessage({ kind: 'ready', baseUrl: service.baseUrl });
