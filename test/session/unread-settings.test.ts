/* What is kept on the strength of settings that cannot be read at the moment. */

import { mkdir, readFile, rename, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { KeptFiles } from '../../electron/attachments/kept-files.ts';
import { ticketIdSchema } from '../../electron/contract/ids.ts';
import { singleAccountCredentials } from '../../electron/demo/credentials.ts';
import { defaultsHere } from '../../electron/session/settings-file.ts';
import { ownFolder } from '../support/folder.ts';
import { ownService, ownSession, signInTo, synced } from '../support/session.ts';

/** An account with a kept file, whose settings cannot be read at the start; by default nothing would be kept. */
async function startedUnread(mayWork: Promise<void>) {
  const service = await ownService();
  const before = await ownSession();
  await before.session.start();
  await before.session.changeSettings({ keptFilesMb: 5_000 });
  await before.session.signIn(signInTo(service, singleAccountCredentials));
  await synced(before, service.tickets().length);
  const id = service.tickets().find((ticket) => service.attachments(ticket.id).length > 0)?.id;
  const ticketId = ticketIdSchema.parse(id);
  const { attachments } = before.session.workspace;
  await attachments.view(ticketId, service.attachments(ticketId)[0]?.id ?? '');
  await vi.waitFor(async () => expect(await attachments.kept(ticketId)).toHaveLength(1));
  await before.session.close();

  const { keptFilesMb } = defaultsHere;
  defaultsHere.keptFilesMb = 0;
  onTestFinished(() => void Object.assign(defaultsHere, { keptFilesMb }));
  const path = join(before.folder, 'settings.json');
  await rename(path, `${path}.away`);
  await mkdir(path); // cannot be read as a file
  const letGo = async () => {
    await rmdir(path);
    await rename(`${path}.away`, path);
  };
  const tidy = vi.spyOn(KeptFiles.prototype, 'tidy');
  onTestFinished(() => tidy.mockRestore());
  const { folder, vault } = before;
  const { session } = await ownSession({ folder, vault, mayWork });
  await session.start();
  /** The kept files, once all is dropped that is to be dropped. */
  const kept = async () => {
    await session.workspace.files.usedBytes();
    await Promise.all(tidy.mock.results.map(({ value }) => value));
    return await session.workspace.attachments.kept(ticketId);
  };
  return { session, letGo, kept };
}

it('no kept file is dropped, and the budget counts as soon as the settings can be read', async () => {
  const { session, letGo, kept } = await startedUnread(Promise.resolve());
  expect(session.settings.keptFilesMb).toBe(0);
  expect(await kept()).toHaveLength(1);
  await letGo();
  await session.changeSettings({ notifies: false });
  expect(session.settings.keptFilesMb).toBe(5_000);
  expect(await kept()).toHaveLength(1);
  await session.changeSettings({ keptFilesMb: 0 });
  expect(await kept()).toHaveLength(0);
});

it('they are read again once the tickets are on the screen', async () => {
  let allow = () => {};
  const { session, letGo, kept } = await startedUnread(
    new Promise<void>((resolve) => {
      allow = resolve;
    }),
  );
  await letGo();
  allow();
  await vi.waitFor(() => expect(session.settings.keptFilesMb).toBe(5_000));
  expect(await kept()).toHaveLength(1);
});

it('they are read again for a file that carries them to another computer', async () => {
  const { session, letGo } = await startedUnread(Promise.resolve());
  await letGo();
  const path = join(await ownFolder(), 'mine.json');
  await session.exportOwnData(async () => path);
  expect(JSON.parse(await readFile(path, 'utf8')).settings.keptFilesMb).toBe(5_000);
});
