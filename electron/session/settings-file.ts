/* The user’s settings, kept in a small file. */

import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { ProblemError } from '../contract/problem.ts';
import {
  defaultSettings,
  notificationKinds,
  type Settings,
  type SettingsChange,
  settingsSchema,
  withNewKinds,
} from '../contract/settings.ts';
import { writeFileAtomically } from '../files/atomic-write.ts';
import { withoutByteOrderMark } from '../files/byte-order-mark.ts';
import { isMissing, whileLocked } from '../files/locked-files.ts';
import { words } from '../words/words.ts';

/** Spelling is checked from the start where the system has a checker of its own (shell/spelling.ts). */
export const defaultsHere: Settings = {
  ...defaultSettings,
  checksSpelling: process.platform === 'darwin' || process.platform === 'win32',
};

/** The user's settings, kept in a small file. A setting that cannot be read has its default value. */
export class SettingsFile {
  readonly #file: string;
  #current: Settings = defaultsHere;
  /** What the file holds, with what a newer version set and this one does not know. */
  #stored: Readonly<Record<string, unknown>> = {};
  #isUnread = false;

  constructor(file: string) {
    this.#file = file;
  }

  get current(): Settings {
    return this.#current;
  }

  /** Whether the file is there and could not be read, so that the settings in it are not known. */
  get isUnread(): boolean {
    return this.#isUnread;
  }

  /** Reads the settings. Of a file that cannot be read at the moment, such as one that a backup holds, nothing is known. */
  async load(): Promise<void> {
    try {
      const text = await whileLocked(() => readFile(this.#file, 'utf8'));
      this.#isUnread = false;
      this.#stored = tableSchema.safeParse(parsed(text)).data ?? {};
      this.#current = settingsOf(this.#stored);
    } catch (error) {
      this.#isUnread = !isMissing(error);
    }
  }

  /**
   * Writes changed settings to the disk; they take effect once they are there. @throws ProblemError `disk-error`, also where
   * those that are there still cannot be read: they would be lost
   */
  async change(changed: SettingsChange): Promise<void> {
    if (this.#isUnread) await this.load();
    if (this.#isUnread) throw new ProblemError('disk-error', words().saving.settings);
    const set = Object.fromEntries(Object.entries(changed).filter(([, value]) => value !== undefined));
    const settings = { ...this.#current, ...set };
    // The kinds of notifications are written together with those that are known.
    const { notifications } = settings;
    const stored = { ...settings, ...this.#stored, ...set, notifications, knownNotificationKinds: notificationKinds };
    try {
      await writeFileAtomically(this.#file, JSON.stringify(stored, null, 2));
    } catch (error) {
      throw new ProblemError('disk-error', words().saving.settings, error);
    }
    this.#stored = stored;
    this.#current = settings;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(withoutByteOrderMark(text));
  } catch {
    return null;
  }
}

function settingsOf(stored: Readonly<Record<string, unknown>>): Settings {
  const settings = settingsSchema.parse(readable(settingsSchema, stored, defaultsHere));
  const known = z.array(z.string()).safeParse(stored.knownNotificationKinds).data;
  const kinds = withNewKinds(settings.notifications.kinds, known);
  return { ...settings, notifications: { ...settings.notifications, kinds } };
}

/**
 * Returns what can be read of a stored value, so that one that is damaged, or that a newer version wrote, does not affect the others:
 * a field has its default instead, and an item of a list or of a table is left out.
 */
function readable(schema: z.core.$ZodType, stored: unknown, byDefault: unknown): unknown {
  const found = z.safeParse(schema, readableParts(schema, stored, byDefault));
  return found.success ? found.data : byDefault;
}

function readableParts(schema: z.core.$ZodType, stored: unknown, byDefault: unknown): unknown {
  if (schema instanceof z.ZodArray && Array.isArray(stored)) {
    return stored.filter((item) => z.safeParse(schema.element, item).success);
  }
  const table = tableSchema.safeParse(stored).data;
  if (schema instanceof z.ZodRecord && table) {
    const rows = Object.entries(table).filter(([name, value]) => z.safeParse(schema, { [name]: value }).success);
    return Object.fromEntries(rows);
  }
  if (schema instanceof z.ZodObject && table) {
    const defaults = tableSchema.safeParse(byDefault).data;
    const fields = Object.entries(schema.shape).map(([name, field]) => [
      name,
      readable(field, table[name], defaults?.[name]),
    ]);
    return Object.fromEntries(fields);
  }
  return stored;
}

const tableSchema = z.record(z.string(), z.unknown());
