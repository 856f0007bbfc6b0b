/*
 * `npm run demo:service -- --port 8080 --latency 80 --page-cap 100 --tickets 8567` runs the demo service on its own until it
 * is interrupted, for instance to try the environment "Custom" with. With `--as-observed` it answers as the vendor's server
 * was seen to do, and with `--speed 0.1` besides in a tenth of the time.
 */

import { parseArgs } from 'node:util';
import { commandOptionsSchema } from './command-options.ts';
import { demoCredentials } from './credentials.ts';
import { startDemoService } from './service.ts';

/** @throws Error that says in one sentence why the service does not start */
async function start(): Promise<void> {
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
  if (!parsed.success) {
    const { issues } = parsed.error;
    throw new Error(issues.map(({ path, message }) => `--${path.join('.')}: ${message}`).join('\n'));
  }
  const { port, options } = parsed.data;
  const service = await startDemoService(options, port).catch((error: Error & { code?: string }) => {
    if (error.code !== 'EADDRINUSE') throw error;
    throw new Error(`Another program uses port ${port}. Name another, or leave --port out to take a free one.`);
  });
  const { clientId, clientSecret } = demoCredentials;
  process.stdout.write(`${service.baseUrl}  client ID ${clientId}, client secret ${clientSecret}\n`);
}

start().catch((error: Error) => process.stderr.write(`${error.message}\n`, () => process.exit(1)));
