/*
 * `npm run demo:service -- --port 8080 --latency 80 --page-cap 100 --tickets 8567` runs the demo service on its own until it
 * is interrupted, for instance to try the environment "Custom" with. With `--as-observed` it answers as the vendor's server
 * was seen to do, and with `--speed 0.1` besides in a tenth of the time.
 */

import { parseArgs } from 'node:util';
import { commandOptionsSchema } from './command-options.ts';
import { demoCredentials } from './credentials.ts';
import { startDemoService } from './service.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string' },
    latency: { type: 'string' },
    'page-cap': { type: 'string' },
    'changes-every': { type: 'string' },
    tickets: { type: 'string' },
    'as-observed': { type: 'boolean' },
    speed: { type: 'string' },
  },
});
const parsed = commandOptionsSchema.safeParse(values);
if (parsed.success) {
  const { port, options } = parsed.data;
  const service = await startDemoService(options, port);
  const { clientId, clientSecret } = demoCredentials;
  process.stdout.write(`${service.baseUrl}  client ID ${clientId}, client secret ${clientSecret}\n`);
} else {
  for (const issue of parsed.error.issues) process.stderr.write(`--${issue.path.join('.')}: ${issue.message}\n`);
  process.exitCode = 1;
}
