import { readFile } from 'node:fs/promises';
import { expect, it, onTestFinished } from 'vitest';
import { parts, signIn, waitForFirstSync } from '../../build/desktop/parts.ts';
import { singleAccountCredentials } from '../../electron/demo/credentials.ts';
import { startDemoService } from '../../electron/demo/service.ts';
import { filesUnder, findInFiles } from '../support/files.ts';
import { ownFolder } from '../support/folder.ts';
import { ownKeyring, readKeyring, startApp } from './app.ts';

it('keeps tickets, secrets and keys in no file in the clear', async () => {
  const service = await startDemoService({ ticketCount: 600 });
  onTestFinished(() => service.stop());
  const folder = await ownFolder();
  const keyring = await ownKeyring();
  const { page, close } = await startApp(folder, keyring);
  const { search, rows, ticket } = parts(page);
  await signIn(page, service.baseUrl, singleAccountCredentials);
  await waitForFirstSync(page, 600);
  const [read] = service.tickets().filter(({ status }) => status === 'New');
  if (!read) throw new Error('the demo service has no new ticket');
  await search.fill(read.id);
  await rows.filter({ hasText: read.id }).click();
  await ticket.getByText(read.description.trim().slice(0, 40)).first().waitFor();

  const secrets = (await readKeyring(keyring)).map(({ password }) => password.replace(/^\d+[ab]\n/, ''));
  expect(secrets.length).toBeGreaterThanOrEqual(3);
  const words = service.tickets().flatMap(({ id, title, createdBy }) => [id, title.trim(), createdBy.trim()]);
  const texts = [...new Set(words), read.description.trim().slice(0, 40), ...secrets];
  const sought = [...texts, singleAccountCredentials.clientSecret].filter((text) => text.length > 5);

  expect(await findInFiles(folder, sought)).toEqual([]);
  await close();
  expect(await findInFiles(folder, sought)).toEqual([]);
  // The search itself must be able to find: what is known to stand there in the clear is found.
  const [log] = (await filesUnder(folder)).filter((file) => file.endsWith('main.log'));
  expect(await readFile(log ?? '', 'utf8')).toContain('started in');
  expect(await findInFiles(folder, ['started in'])).toHaveLength(1);
});
