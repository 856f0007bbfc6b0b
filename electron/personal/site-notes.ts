import { z } from 'zod';
import { type SiteNote, siteNoteSchema } from '../contract/marks.ts';
import { ProblemError } from '../contract/problem.ts';
import { isZone } from '../contract/site-time.ts';
import type { Writer } from '../store/database.ts';
import { words } from '../words/words.ts';
import { saveTyped, storable } from './save-typed.ts';

/** What the user keeps about sites: a note, and a time zone. */
export class SiteNotes {
  readonly #file: Writer;
  #notes: ReadonlyMap<string, string> | null = null;

  constructor(file: Writer) {
    this.#file = file;
  }

  /** Returns all sites of which anything is kept, by name. */
  list(): SiteNote[] {
    return z.array(siteNoteSchema).parse(this.#file.all('SELECT site, note, zone FROM site_note ORDER BY site'));
  }

  /** The notes by site: another map after each change. */
  get notes(): ReadonlyMap<string, string> {
    this.#notes ??= new Map(this.list().flatMap(({ site, note }) => (note === '' ? [] : [[site, note]])));
    return this.#notes;
  }

  /**
   * Replaces what is kept about a site. May be called within a transaction.
   * @throws ProblemError `invalid-input` for a time zone that does not exist, `disk-full`, `disk-error`
   */
  save({ site, note, zone }: SiteNote): void {
    if (zone !== '' && !isZone(zone)) {
      const { message, todo } = words().saving.noZone;
      throw new ProblemError('invalid-input', { field: 'zone', message: message({ zone }), todo });
    }
    this.#notes = null;
    if (note === '' && zone === '') this.#file.run('DELETE FROM site_note WHERE site = ?', site);
    else {
      const sql = 'INSERT OR REPLACE INTO site_note (site, note, zone) VALUES (?, ?, ?)';
      saveTyped(() => this.#file.run(sql, site, storable(note), zone));
    }
  }
}
