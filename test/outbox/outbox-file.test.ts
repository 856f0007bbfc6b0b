import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, writeFileSync } from 'node:fs';
import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { groupIdSchema, ticketIdSchema } from '../../electron/contract/ids.ts';
import { problem } from '../../electron/contract/problem.ts';
import { ChangeTable } from '../../electron/outbox/change-table.ts';
import { openOutboxFile, outboxMigrations } from '../../electron/outbox/outbox-file.ts';
import type { SqliteFile } from '../../electron/store/database.ts';
import { migrate } from '../../electron/store/migrate.ts';
import { memoryDatabase } from '../support/cache.ts';
import { ownFolder } from '../support/folder.ts';
import { kindOf, outboxKey } from '../support/outbox.ts';

const draft = `INSERT INTO draft (key, content, saved_at_ms) VALUES ('a', 'Secret words', 1)`;
const otherKey = 'cd'.repeat(32);
const nowMs = () => Date.UTC(2026, 10, 24, 22, 15, 4);
const namesIn = (folder: string) => readdirSync(folder).sort();

async function open(folder: string, key = outboxKey) {
  const opened = await openOutboxFile(folder, key, { nowMs });
  onTestFinished(() => opened.file.close());
  return opened;
}

const draftsIn = (file: SqliteFile) => file.all('SELECT content FROM draft').map((row) => row.content);

it('outlives a kill, unreadable without the key', async () => {
  const [folder, copy] = [await ownFolder(), await ownFolder()];
  const { file } = await open(folder);
  expect(file.first('PRAGMA synchronous')).toEqual({ synchronous: 2 });
  file.execute(draft);
  for (const name of ['outbox.db', 'outbox.db-wal', 'outbox.db-key']) cpSync(join(folder, name), join(copy, name));
  const bytes = readdirSync(copy).map((name) => readFileSync(join(copy, name), 'latin1'));
  expect(bytes.join('')).not.toMatch(/Secret|CREATE TABLE/);
  const reopened = await open(copy);
  expect(reopened.wasSetAside).toBe(false);
  expect(draftsIn(reopened.file)).toEqual(['Secret words']);
});

it('is set aside whole when the key is another: what was not yet in its main part comes along', async () => {
  const [folder, copy, back] = [await ownFolder(), await ownFolder(), await ownFolder()];
  const { file } = await open(folder);
  file.execute(draft);
  for (const name of ['outbox.db', 'outbox.db-wal', 'outbox.db-key']) cpSync(join(folder, name), join(copy, name));

  const { file: fresh, wasSetAside } = await open(copy, otherKey);
  expect(wasSetAside).toBe(true);
  expect(draftsIn(fresh)).toEqual([]);
  const aside = 'set-aside-2026-11-24T22-15-04-outbox.db';
  expect(namesIn(copy)).toContain(aside);
  for (const name of namesIn(copy).filter((candidate) => candidate.startsWith(aside))) {
    renameSync(join(copy, name), join(back, name.replace(aside, 'outbox.db')));
  }
  expect(draftsIn((await open(back)).file)).toEqual(['Secret words']);
});

it('is set aside whole after a process has died over a text in it that cannot be read', async () => {
  const [folder, copy] = [await ownFolder(), await ownFolder()];
  const { file } = await open(folder);
  file.execute(draft.replace("'Secret words'", "CAST(x'44ff6f' AS TEXT)"));
  cpSync(folder, copy, { recursive: true });
  const { file: fresh, wasSetAside } = await open(copy);
  expect(wasSetAside).toBe(true);
  expect(draftsIn(fresh)).toEqual([]);
  expect(namesIn(copy)).toContain('set-aside-2026-11-24T22-15-04-outbox.db');
});

it('stays as it is while it cannot be read which key it has, and says that the disk refuses', async () => {
  const folder = await ownFolder();
  const { file } = await open(folder);
  file.execute(draft);
  await file.close();
  const note = join(folder, 'outbox.db-key');
  renameSync(note, `${note}.away`);
  mkdirSync(note); // cannot be read as a file
  expect(await kindOf(open(folder))).toBe('disk-error');
  rmdirSync(note);
  renameSync(`${note}.away`, note);
  const reopened = await open(folder);
  expect([reopened.wasSetAside, draftsIn(reopened.file)]).toEqual([false, ['Secret words']]);
});

/** Has a file refuse to be renamed until the returned function is called. */
function hold(path: string): () => void {
  const { rename } = fs;
  const held = vi.spyOn(fs, 'rename').mockImplementation(async (from, to) => {
    if (from === path) throw Object.assign(new Error('held'), { code: 'EIO' });
    await rename(from, to);
  });
  const letGo = () => {
    held.mockRestore();
    syncBuiltinESMExports();
  };
  syncBuiltinESMExports();
  onTestFinished(letGo);
  return letGo;
}

it('stays together when its main part cannot be moved, and is set aside whole once it can', async () => {
  const [folder, copy] = [await ownFolder(), await ownFolder()];
  const { file } = await open(folder);
  file.execute(draft);
  for (const name of ['outbox.db', 'outbox.db-wal', 'outbox.db-key']) cpSync(join(folder, name), join(copy, name));
  const before = namesIn(copy);
  const letGo = hold(join(copy, 'outbox.db'));
  expect(await kindOf(open(copy, otherKey))).toBe('disk-error');
  expect(namesIn(copy)).toEqual(before);
  letGo();
  await open(copy, otherKey);
  const aside = namesIn(copy).filter((name) => name.startsWith('set-aside-'));
  expect(aside.map((name) => name.replace(/^.*outbox/, 'outbox'))).toEqual(before);
});

it('never overwrites what was set aside before', async () => {
  const folder = await ownFolder();
  for (const content of ['one', 'two']) {
    writeFileSync(join(folder, 'outbox.db'), content.repeat(4_000));
    const { file } = await openOutboxFile(folder, outboxKey, { nowMs });
    await file.close();
  }
  const kept = namesIn(folder).filter((name) => /^set-aside.*[.]db$/.test(name));
  expect(kept.map((name) => readFileSync(join(folder, name), 'latin1').slice(0, 3)).sort()).toEqual(['one', 'two']);
});

it('leaves a newer Colodesk’s file as it is', async () => {
  const folder = await ownFolder();
  const { file } = await openOutboxFile(folder, outboxKey);
  file.execute('PRAGMA user_version = 99');
  await file.close();
  expect(await kindOf(openOutboxFile(folder, outboxKey))).toBe('cache-newer');
  expect(namesIn(folder).some((name) => name.startsWith('set-aside'))).toBe(false);
});

it('001 makes the tables of an empty file, and gives room back', async () => {
  const { file } = await open(await ownFolder());
  const tables = file.all(
    `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
  );
  expect(tables.map((row) => row.name)).toEqual([
    ...['change', 'comment_text', 'draft', 'file_limit', 'file_piece', 'handover', 'handover_draft', 'maintenance'],
    ...['mark', 'own_author', 'prepared_request', 'rhythm', 'saved_view', 'site_note', 'template'],
  ]);
  expect(file.first('PRAGMA auto_vacuum')).toEqual({ auto_vacuum: 2 });

  const older = memoryDatabase();
  migrate(older, outboxMigrations.slice(0, 1));
  expect(older.first('PRAGMA user_version')).toEqual({ user_version: 1 });
  const insert = (state: string) => () =>
    older.run(
      `INSERT INTO change (id, ticket_id, ticket_title, content, state, created_at_ms) VALUES ('a', 'b', '', '', ?, 1)`,
      state,
    );
  expect(insert('lost')).toThrow(/CHECK/);
  expect(insert('waiting')()).toBe(1);

  migrate(older, outboxMigrations.slice(0, 2));
  expect(older.all('SELECT id, first_sent_skew_ms AS skew FROM change')).toEqual([{ id: 'a', skew: null }]);

  migrate(older, outboxMigrations);
  expect(older.all('SELECT id FROM change')).toEqual([{ id: 'a' }]);
});

it('005 keeps what waits, what was sent and what was found alike', async () => {
  const older = memoryDatabase();
  migrate(older, outboxMigrations.slice(0, 4));
  const content = JSON.stringify({ kind: 'comment', ticketId: 'WO1', comment: 'Said' });
  const insert = `INSERT INTO change (id, ticket_id, ticket_title, content, state, created_at_ms, known_alike, lookalikes)
    VALUES (?, 'WO1', '', ?, ?, 1, '["2026-01-01 10:00:00"]', '[{"ref":"a","label":"b","appearedOn":""}]')`;
  older.run(insert, '6f5ad5bb-6d86-4d32-9d3f-0d2bb6ea0a51', content, 'unconfirmed');
  older.run(insert, '6f5ad5bb-6d86-4d32-9d3f-0d2bb6ea0a52', content, 'sent');
  migrate(older, outboxMigrations);
  const table = new ChangeTable(older);
  const added = { lostAnswer: null, echo: null, priorRefs: ['2026-01-01 10:00:00'] };
  expect(table.pending()).toMatchObject([{ ...added, state: 'unconfirmed', lookalikes: [] }]);
  expect(table.confirmed.slice(0, 10).changes).toMatchObject([{ ...added, state: 'sent' }]);
  expect(older.all('SELECT * FROM file_limit')).toEqual([]);
});

it('006 keeps what waits and what was sent, and knows the user’s authors from the log', () => {
  const older = memoryDatabase();
  migrate(older, outboxMigrations.slice(0, 5));
  const insert = `INSERT INTO change (id, ticket_id, ticket_title, content, state, created_at_ms, echo) VALUES (?, 'WO1', '', ?, ?, 1, ?)`;
  const content = JSON.stringify({ kind: 'comment', ticketId: 'WO1', comment: 'Said' });
  const echo = (author: string) => JSON.stringify({ text: 'Said', author, madeOn: '' });
  const idOf = (number: number) => `6f5ad5bb-6d86-4d32-9d3f-0d2bb6ea0a5${number}`;
  older.run(insert, idOf(1), content, 'waiting', null);
  older.run(insert, idOf(2), content, 'sent', echo('jane@example.com'));
  older.run(insert, idOf(3), content, 'sent', echo('jane@example.com'));
  older.run(insert, idOf(4), content, 'sent', echo(''));
  older.run(insert, idOf(5), content, 'sent', 'not JSON');
  migrate(older, outboxMigrations);
  const table = new ChangeTable(older);
  expect(table.pending()).toMatchObject([{ id: idOf(1), groupId: null, state: 'waiting' }]);
  expect(table.confirmed.slice(0, 10).total).toBe(4);
  expect(['jane@example.com', '', 'bob@example.com'].map((author) => table.confirmed.isOwnAuthor(author))).toEqual([
    ...[true, false, false],
  ]);
});

it('reads what was sent by an index, however long the log is', async () => {
  const { file } = await open(await ownFolder());
  const plans: string[] = [];
  const all = file.all.bind(file);
  vi.spyOn(file, 'all').mockImplementation((sql, ...values) => {
    plans.push(...all(`EXPLAIN QUERY PLAN ${sql}`, ...values).map(({ detail }) => String(detail)));
    return all(sql, ...values);
  });
  const table = new ChangeTable(file);
  const plansOf = (ask: () => unknown) => {
    plans.length = 0;
    ask();
    return plans.join('; ');
  };
  const byAnswer = /^SEARCH change USING INDEX change_by_answer \(state=\? AND answered_at_ms/;
  expect(plansOf(() => table.confirmed.since(1))).toMatch(byAnswer);
  expect(plansOf(() => table.confirmed.slice(0, 50))).toMatch(
    /SEARCH change USING INDEX change_by_answer \(state=\?\)$/,
  );
  expect(plansOf(() => table.confirmed.of(ticketIdSchema.parse('WO1')))).toMatch(/USING INDEX change_by_ticket/);
  expect(plansOf(() => table.confirmed.lastEchoOf('comment'))).toMatch(byAnswer);
  expect(plansOf(() => table.hasChanged(ticketIdSchema.parse('WO1')))).toMatch(/USING COVERING INDEX change_by_ticket/);
  expect(plansOf(() => table.confirmed.isOwnAuthor('jane@example.com'))).toMatch(
    /^SEARCH own_author USING PRIMARY KEY/,
  );
  const group = groupIdSchema.parse('6f5ad5bb-6d86-4d32-9d3f-0d2bb6ea0a51');
  expect(plansOf(() => table.confirmed.countsOfGroups([group]))).toMatch(/USING COVERING INDEX change_by_group/);
});

it('reads a change whose problem or conflict cannot be read, without those', async () => {
  const { file } = await open(await ownFolder());
  const content = JSON.stringify({ kind: 'comment', ticketId: 'WO1', comment: 'Said' });
  file.run(
    `INSERT INTO change (id, ticket_id, ticket_title, content, state, created_at_ms, problem, conflict)
     VALUES ('6f5ad5bb-6d86-4d32-9d3f-0d2bb6ea0a51', 'WO1', '', ?, 'waiting', 1, ?, '{half')`,
    content,
    JSON.stringify({ ...problem('rate-limited'), retryAfterMs: null }),
  );
  expect(new ChangeTable(file).pending()).toMatchObject([{ state: 'waiting', problem: null, conflict: null }]);
});

it('a change that another version wrote, and this one cannot read, hides no others and stays', async () => {
  const { file } = await open(await ownFolder());
  const contents = ['{half', '{"kind":"of another version"}', '{"kind":"comment","ticketId":"WO1","comment":"Said"}'];
  const states = ['waiting', 'sent'];
  for (const [at, [state, content]] of states.flatMap((each) => contents.map((text) => [each, text])).entries()) {
    file.run(
      `INSERT INTO change (id, ticket_id, ticket_title, content, state, created_at_ms, answered_at_ms)
       VALUES (?, 'WO1', '', ?, ?, 1, 1)`,
      ...[`00000000-0000-4000-8000-00000000000${at}`, content ?? '', state ?? ''],
    );
  }
  const table = new ChangeTable(file);
  table.recover();
  expect(table.pending()).toMatchObject([{ state: 'waiting', change: { comment: 'Said' } }]);
  expect(table.countUnreadable()).toBe(2);
  expect(table.confirmed.slice(0, 10).changes).toMatchObject([{ state: 'sent', change: { comment: 'Said' } }]);
  expect(file.all('SELECT id FROM change')).toHaveLength(6);
});
