import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { ProblemError } from '../contract/problem.ts';
import { defaultSettings, type Settings, settingsSchema } from '../contract/settings.ts';
import { writeFileAtomically } from '../files/atomic-write.ts';

/** Each setting by itself: one that cannot be understood takes none of the others with it. */
const keptSchema = z
  .object({
    notifies: settingsSchema.shape.notifies.catch(defaultSettings.notifies),
    historyDays: settingsSchema.shape.historyDays.catch(defaultSettings.historyDays),
  })
  .catch(defaultSettings);

const kept = 'The settings are as they were before.';

/** What the user set, in a small file. Nothing in it is worth stopping for: what cannot be read is as it was at first. */
export class SettingsFile {
  readonly #file: string;
  #current: Settings = defaultSettings;

  constructor(file: string) {
    this.#file = file;
  }

  get current(): Settings {
    return this.#current;
  }

  async load(): Promise<void> {
    const values: unknown = await readFile(this.#file, 'utf8')
      .then((text) => JSON.parse(text))
      .catch(() => null);
    this.#current = keptSchema.parse(values);
  }

  /** Takes the settings over when they are on the disk. @throws ProblemError `disk-error` */
  async change(settings: Settings): Promise<void> {
    try {
      await writeFileAtomically(this.#file, JSON.stringify(settings, null, 2));
    } catch (error) {
      throw new ProblemError('disk-error', { message: 'The settings could not be written.', kept }, error);
    }
    this.#current = settings;
  }
}
