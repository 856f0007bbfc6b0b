import { z } from 'zod';
import { startDemoService } from './service.ts';

/*
 * The demo service in a utility process of the application: says where it listens, and takes its network away when told.
 */

const commandSchema = z.object({ kind: z.literal('network'), isConnected: z.boolean() });

/** Often enough to be noticed, seldom enough not to disturb. */
const changesEveryMs = 40_000;

const service = await startDemoService({ changesEveryMs });

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
