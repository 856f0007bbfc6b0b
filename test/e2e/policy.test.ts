import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { waitForFirstSync } from '../../build/desktop/parts.ts';
import { singleAccountCredentials } from '../../electron/demo/credentials.ts';
import { startDemoService } from '../../electron/demo/service.ts';
import { ownFolder } from '../support/folder.ts';
import { ownKeyring, startApp } from './app.ts';

async function startUnder(policy: string) {
  const folder = await ownFolder();
  const file = join(folder, 'policy.json');
  await writeFile(file, policy);
  return { ...(await startApp(folder, await ownKeyring(), `--policy=${file}`)), file };
}

it('offers the environment and the address that the policy names, and signs in there', async () => {
  const service = await startDemoService({ ticketCount: 60 });
  onTestFinished(() => service.stop());
  const { page } = await startUnder(JSON.stringify({ environment: 'custom', baseUrl: service.baseUrl }));
  await page.getByText(`Your IT department set the address: ${service.baseUrl}`).waitFor();
  expect(await page.getByRole('radio').evaluateAll((all) => all.map((one) => one.getAttribute('value')))).toEqual([
    'custom',
  ]);
  expect(await page.getByRole('textbox', { name: 'API base URL' }).count()).toBe(0);
  await page.getByRole('textbox', { name: 'Client ID' }).fill(singleAccountCredentials.clientId);
  await page.getByLabel('Client secret').fill(singleAccountCredentials.clientSecret);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await waitForFirstSync(page, 60);
});

it('names the file and the field of a faulty policy, and goes on in the strict way', async () => {
  const { page, file } = await startUnder('{ "historyDays": "many" }');
  const note = page.getByRole('note').filter({ hasText: file });
  await note.filter({ hasText: '"historyDays"' }).waitFor();
  expect(await page.getByRole('radio').evaluateAll((all) => all.map((one) => one.getAttribute('value')))).toEqual([
    'production',
  ]);
});
