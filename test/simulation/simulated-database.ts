/*
 * The database library as it is, on a disk that can refuse, and in a process that can die. Files are not encrypted: deriving
 * the key would take longer than all the rest, and so it can be seen whose text is in whose file.
 */

import { current, type Universe } from './universe.ts';

type Handle = object;

/** What is replaced of the library's native part. */
export type NativePart = {
  databaseOpen(path: string, token: string, cipher: string, key: string, ...rest: unknown[]): Handle;
  databaseClose(this: Handle): void;
  databaseExecSync(this: Handle, sql: string): void;
  databasePrepareSync(this: Handle, sql: string): Handle;
  statementRun(this: Handle, values: unknown): unknown;
};

const reads = /^\s*(SELECT|EXPLAIN|WITH)\b/i;
/** What writes nothing by itself: a transaction writes with its end. */
const writesNothing = /^\s*(SELECT|BEGIN|ROLLBACK|PRAGMA(?! wal_checkpoint))\b/i;

/** Puts the simulated disk between the library and the real one, for files that are opened while a world is simulated. */
export function simulateDatabases(native: NativePart): void {
  const { databaseOpen, databaseClose, databaseExecSync, databasePrepareSync, statementRun } = native;
  const universes = new WeakMap<Handle, Universe>();
  /** Files of the user's entries, and statements on them. */
  const entries = new WeakSet<Handle>();
  const write = <T>(handle: Handle, perform: () => T): T => {
    const disk = universes.get(handle)?.disk;
    if (!disk) return perform();
    if (entries.has(handle)) disk.entryWrites += 1;
    return disk.write(perform);
  };

  native.databaseOpen = (path, token, cipher, key, ...rest) => {
    const { universe } = current;
    universe?.disk.requireLife();
    const handle = databaseOpen(path, token, cipher, universe ? '' : key, ...rest);
    if (universe) {
      universes.set(handle, universe);
      if (path.endsWith('outbox.db')) entries.add(handle);
      universe.process.databases.add({ release: () => databaseClose.call(handle) });
    }
    return handle;
  };
  native.databaseClose = function () {
    universes.get(this)?.disk.requireLife();
    databaseClose.call(this);
  };
  native.databaseExecSync = function (sql) {
    const disk = universes.get(this)?.disk;
    if (!disk || writesNothing.test(sql)) {
      disk?.requireLife();
      databaseExecSync.call(this, sql);
    } else write(this, () => databaseExecSync.call(this, sql));
  };
  native.databasePrepareSync = function (sql) {
    const universe = universes.get(this);
    universe?.disk.requireLife();
    const statement = databasePrepareSync.call(this, sql);
    if (universe && !reads.test(sql)) {
      universes.set(statement, universe);
      if (entries.has(this)) entries.add(statement);
    }
    return statement;
  };
  native.statementRun = function (values) {
    return write(this, () => statementRun.call(this, values));
  };
}
