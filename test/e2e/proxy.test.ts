import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { parts, signIn, waitForFirstSync } from '../../build/desktop/parts.ts';
import { singleAccountCredentials } from '../../electron/demo/credentials.ts';
import { startDemoService } from '../../electron/demo/service.ts';
import { ownFolder } from '../support/folder.ts';
import { ownKeyring, startApp } from './app.ts';

/** Starts a proxy that lets through only who knows its password, and notes whom it let through. */
async function ownProxy(user: string, password: string) {
  const passed: string[] = [];
  const expected = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  const server = createServer((incoming, answer) => {
    if (incoming.headers['proxy-authorization'] !== expected) {
      answer.writeHead(407, { 'proxy-authenticate': 'Basic realm="network"' }).end('the proxy wants a password');
      return;
    }
    passed.push(`${incoming.method}`);
    const { 'proxy-authorization': _, ...headers } = incoming.headers;
    const onward = request(incoming.url ?? '', { method: incoming.method, headers }, (response) => {
      answer.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(answer);
    });
    onward.on('error', () => answer.destroy());
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo; // an address with a port, since it listens on one
  return { passed, switches: [`--proxy-server=127.0.0.1:${port}`, '--proxy-bypass-list=<-loopback>'] };
}

it('a proxy that wants a password gets it from the user, once for everything that is sent', async () => {
  const service = await startDemoService({ ticketCount: 120 });
  onTestFinished(() => service.stop());
  const { passed, switches } = await ownProxy('jörg', 'p:&ß');
  const { app, page } = await startApp(await ownFolder(), await ownKeyring(), ...switches);
  const asked: string[] = [];
  app.on('window', (window) => asked.push(window.url()));
  const asking = app.waitForEvent('window');
  await signIn(page, service.baseUrl, singleAccountCredentials);
  const question = await asking;
  await question.getByLabel('Name').fill('jörg');
  await question.getByLabel('Password').fill('wrong');
  const again = app.waitForEvent('window');
  await question
    .getByRole('button', { name: 'Sign in' })
    .click()
    .catch(() => undefined); // the window goes
  const second = await again;
  await second.getByText('did not accept').waitFor();
  await second.getByLabel('Name').fill('jörg');
  await second.getByLabel('Password').fill('p:&ß');
  await second
    .getByRole('button', { name: 'Sign in' })
    .click()
    .catch(() => undefined);

  await waitForFirstSync(page, 120);
  await parts(page).rows.first().waitFor();
  expect(asked).toHaveLength(2);
  expect(passed.filter((method) => method === 'GET').length).toBeGreaterThan(2);
});
