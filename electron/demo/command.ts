/*
 * `npm run demo:service -- --port 8080 --latency 80 --page-cap 100 --tickets 8567` runs the demo service on its own until it
 * is interrupted, for instance to try the environment "Custom" with.
 */

import { parseArgs } from 'node:util';
import { demoCredentials } from './credentials.ts';
import { commandOptionsSchema } from './options.ts';
import { startDemoService } from './service.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string' },
    latency: { type: 'string' },
    'page-cap': { type: 'string' },
    'changes-every': { type: 'string' },
    tickets: { type: 'string' },
  },
});
const parsed = commandOptionsSchema.safeParse(values);
if (parsed.success) {
  const {
    port,
    latency: latencyMs,
    'page-cap': pageCap,
    'changes-every': changesEveryMs,
    tickets: ticketCount,
  } = parsed.data;
  const service = await startDemoService({ latencyMs, pageCap, ticketCount, changesEveryMs }, port);
  const { clientId, clientSecret } = demoCredentials;
  process.stdout.write(`${service.baseUrl}  client ID ${clientId}, client secret ${clientSecret}\n`);
} else {
  for (const issue of parsed.error.issues) process.stderr.write(`--${issue.path.join('.')}: ${issue.message}\n`);
  process.exitCode = 1;
}
