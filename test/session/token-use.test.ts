/* How many token calls and writes to the keychain it takes to work with servers whose tokens are soon at their end. */

import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ticketIdSchema } from '../../electron/contract/ids.ts';
import { singleAccountCredentials } from '../../electron/demo/credentials.ts';
import type { DemoOptions } from '../../electron/demo/options.ts';
import { OpenVault } from '../support/open-vault.ts';
import { kindOf, ownService, ownSession, signInTo, synced } from '../support/session.ts';

class CountingVault extends OpenVault {
  readonly written: string[] = [];
  override async write(name: string, secret: string) {
    this.written.push(name);
    await super.write(name, secret);
  }
  countTokens = () => this.written.filter((name) => name.startsWith('token/')).length;
}

async function firstSync(options: Partial<DemoOptions>) {
  const service = await ownService({ ticketCount: 60, pageCap: 5, ...options });
  const vault = new CountingVault();
  const test = await ownSession({ vault });
  const startedAtMs = performance.now();
  await test.session.signIn(signInTo(service, singleAccountCredentials));
  await synced(test, service.tickets().length);
  const tookMs = performance.now() - startedAtMs;
  const countCalls = () => service.requests.filter(({ path }) => path.startsWith('/v2/auth/token')).length;
  return { ...test, service, vault, tookMs, countCalls };
}

it('a first sync with a token that has 40 s left asks for no other and writes it once', async () => {
  const { service, vault, countCalls } = await firstSync({ tokenLifetimeS: 40 });
  expect(service.requests.length).toBeGreaterThan(14);
  expect(countCalls()).toBe(1);
  expect(vault.countTokens()).toBe(1);
});

it('a first sync with tokens that live 2 s gets on with few of them, and writes none after the sign-in', async () => {
  const { vault, tookMs, countCalls } = await firstSync({ tokenLifetimeS: 2 });
  expect(countCalls()).toBeLessThanOrEqual(2 + tookMs / 10_000);
  expect(vault.countTokens()).toBe(1);
});

it('a gateway that hands out its token again is asked once for a refused call, and nothing is written', async () => {
  const { session, service, vault, folder, countCalls } = await firstSync({ reusesTokenUntilS: 30 });
  service.set({ faults: [{ kind: 'unauthorized', match: { path: '/file/' } }] });
  service.clearRequests();
  const id = ticketIdSchema.parse(service.tickets()[0]?.id);
  const save = () => session.workspace.attachments.save(id, 'file', async () => join(folder, 'file'));
  for (let time = 0; time < 3; time++) expect(await kindOf(save())).toBe('not-permitted');
  await session.close();
  expect(service.requests.filter(({ path }) => path.startsWith('/v1/accounts'))).toHaveLength(3); // one for each refusal
  expect(countCalls()).toBe(1);
  expect(vault.countTokens()).toBe(1);
});
