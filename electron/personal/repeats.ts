/*
 * Repeating requests: on the days of a template's rhythm a filled-in draft is put before the user. It is never sent by itself.
 *
 * A draft, its record and how far the rhythm has come are written in one transaction, so that a kill prepares nothing twice.
 * However many days were missed, a template has one draft: a day that comes while the last one still waits joins that.
 */

import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { dayOf } from '../contract/dates.ts';
import { type DraftContent, type Template, templateSchema } from '../contract/draft.ts';
import { type Problem, problemOf } from '../contract/problem.ts';
import { draftKeyOf, type PreparedRequest, type Repeats, type Rhythm, rhythmSchema } from '../contract/repeats.ts';
import { fillTemplate, type VariableValues } from '../contract/template-text.ts';
import type { Writer } from '../store/database.ts';
import { jsonColumn, readableRows } from '../store/json-column.ts';
import { PreparedRequests } from './prepared-requests.ts';
import { addDays, type Day, loadRhythmDays, momentOn, type RhythmDays } from './rhythm-days.ts';
import { saveTyped } from './save-typed.ts';

/** A timer does not run while the computer sleeps, and the clock may be set: so it is looked at this often, in milliseconds. */
const longestWaitMs = 60_000;

/** How many days the dialog announces. */
const announcedDays = 3;

export type RepeatEvents = {
  /** Requests from the templates of these names were put before the user just now. */
  onPrepared?(templateNames: string[]): void;
  /** The rhythms, or the requests that wait, are different. */
  onRepeatsChanged?(): void;
  onProblem(problem: Problem, error: unknown): void;
};

type RepeatOptions = {
  nowMs: () => number;
  /** What the known variables of templates stand for. */
  valuesAt: (now: Date, site: string) => VariableValues;
  events: RepeatEvents;
};

type StoredRhythm = { template: Template; rhythm: Rhythm; doneDay: Day };

/** Prepares the requests of one account. */
export class RepeatingRequests {
  readonly prepared: PreparedRequests;
  readonly #file: Writer;
  readonly #options: RepeatOptions;
  #timer: NodeJS.Timeout | undefined;
  #isRunning = false;

  constructor(file: Writer, options: RepeatOptions) {
    const { events, nowMs } = options;
    this.#file = file;
    this.#options = options;
    this.prepared = new PreparedRequests(file, nowMs, () => events.onRepeatsChanged?.());
  }

  /** Begins to prepare requests, with what was missed while Colodesk was not running. */
  async start(): Promise<void> {
    this.#isRunning = true;
    try {
      this.prepared.trim();
    } catch (error) {
      this.#report(error);
    }
    await this.check();
  }

  stop(): void {
    this.#isRunning = false;
    clearTimeout(this.#timer);
  }

  list(): Repeats {
    const rows = this.#file.all('SELECT template_id AS templateId, content FROM rhythm ORDER BY template_id');
    const rhythms = readableRows(rhythmRowSchema, rows);
    const all = rhythms.map(({ templateId, content }) => ({ templateId, rhythm: content }));
    return { rhythms: all, waiting: this.prepared.waiting() };
  }

  /** Returns the rhythm of a template; `null` when it has none. */
  rhythmOf(templateId: string): Rhythm | null {
    return this.list().rhythms.find((each) => each.templateId === templateId)?.rhythm ?? null;
  }

  /** What was prepared from a template within the last year, newest first. */
  records(templateId: string): PreparedRequest[] {
    return this.prepared.ofTemplate(templateId);
  }

  /** Returns when a rhythm comes next, a few times, as moments in milliseconds since 1970. */
  async next(rhythm: Rhythm): Promise<number[]> {
    const days = await loadRhythmDays();
    const nowMs = this.#options.nowMs();
    const moments: number[] = [];
    let day: Day | null = dayOf(nowMs);
    while (moments.length < announcedDays) {
      day = days.onOrAfter(rhythm, day);
      if (day === null) break;
      const moment = momentOn(day, rhythm.at);
      if (moment > nowMs) moments.push(moment);
      day = addDays(day, 1);
    }
    return moments;
  }

  /** Gives a template a rhythm, or with `null` none; what has come stays. @throws ProblemError `disk-full`, `disk-error` */
  save(templateId: string, rhythm: Rhythm | null): void {
    saveTyped(() => this.write(templateId, rhythm));
    this.noteWritten();
  }

  /** To be called after `write`, once it is on the disk. */
  noteWritten(): void {
    this.#options.events.onRepeatsChanged?.();
    void this.check();
  }

  /** As `save`, for a transaction that writes more. What would have come before this moment never comes. */
  write(templateId: string, rhythm: Rhythm | null): void {
    if (rhythm === null) {
      this.#file.run('DELETE FROM rhythm WHERE template_id = ?', templateId);
      return;
    }
    const nowMs = this.#options.nowMs();
    const today = dayOf(nowMs);
    const doneDay = momentOn(today, rhythm.at) <= nowMs ? today : addDays(today, -1);
    const sql = 'INSERT OR REPLACE INTO rhythm (template_id, content, done_day) VALUES (?, ?, ?)';
    this.#file.run(sql, templateId, JSON.stringify(rhythm), doneDay);
  }

  /** Prepares what is due. To be called when the computer wakes up. Does nothing before `start` and after `stop`. */
  async check(): Promise<void> {
    if (!this.#isRunning) return;
    clearTimeout(this.#timer);
    try {
      if (this.#stored().length === 0) return; // saving a rhythm checks again
      const days = await loadRhythmDays();
      if (!this.#isRunning) return;
      const names = this.#stored().flatMap((each) => (this.#tryPrepare(each, days) ? [each.template.name] : []));
      if (names.length > 0) {
        this.#options.events.onRepeatsChanged?.();
        this.#options.events.onPrepared?.(names);
      }
    } catch (error) {
      this.#report(error);
    }
    clearTimeout(this.#timer); // another check may have run meanwhile
    this.#timer = setTimeout(() => void this.check(), longestWaitMs - (this.#options.nowMs() % longestWaitMs));
  }

  /** As `#prepareDue`. Where the disk refuses one template’s request, that comes once it no longer does, and the others now. */
  #tryPrepare(stored: StoredRhythm, days: RhythmDays): boolean {
    try {
      return this.#prepareDue(stored, days);
    } catch (error) {
      this.#report(error);
      return false;
    }
  }

  /** Prepares the request of a template, if a day of its rhythm has come. Returns whether one has. */
  #prepareDue({ template, rhythm, doneDay }: StoredRhythm, days: RhythmDays): boolean {
    const nowMs = this.#options.nowMs();
    const today = dayOf(nowMs);
    // A clock that was wrong, and is right again, may have been far ahead.
    const done = doneDay > today ? addDays(today, -1) : doneDay;
    if (done === today) return false;
    const due = days.between(rhythm, addDays(done, 1), today).filter((day) => momentOn(day, rhythm.at) <= nowMs);
    const day = due.at(-1);
    if (day === undefined) return false;
    const all = this.prepared.ofTemplate(template.id);
    const isNew = all.every((each) => each.day !== day);
    this.#file.transaction(() => {
      if (isNew) {
        const waiting = all.find(({ state }) => state === 'waiting');
        if (waiting) this.#join(waiting, template, day, due.length);
        else this.#prepare(template, day, due.length);
      }
      this.#file.run('UPDATE rhythm SET done_day = ? WHERE template_id = ?', day, template.id);
    });
    return isNew;
  }

  #prepare(template: Template, day: Day, days: number): void {
    const id = randomUUID();
    const nowMs = this.#options.nowMs();
    this.#file.run(
      `INSERT INTO prepared_request (id, template_id, template_name, day, days, prepared_at_ms, state)
       VALUES (?, ?, ?, ?, ?, ?, 'waiting')`,
      ...[id, template.id, template.name, day, days, nowMs],
    );
    const sql = 'INSERT INTO draft (key, content, saved_at_ms) VALUES (?, ?, ?)';
    this.#file.run(sql, draftKeyOf(id), this.#contentOf(template), nowMs);
  }

  /** Makes a request that still waits stand for another day. It is filled in anew, unless the user has written in it. */
  #join({ id, preparedAtMs }: PreparedRequest, template: Template, day: Day, days: number): void {
    const nowMs = this.#options.nowMs();
    this.#file.run(
      'UPDATE draft SET content = ?, saved_at_ms = ? WHERE key = ? AND saved_at_ms = ?',
      ...[this.#contentOf(template), nowMs, draftKeyOf(id), preparedAtMs],
    );
    this.#file.run(
      'UPDATE prepared_request SET template_name = ?, day = ?, days = days + ?, prepared_at_ms = ? WHERE id = ?',
      ...[template.name, day, days, nowMs, id],
    );
  }

  #contentOf({ fields }: Template): string {
    const values = this.#options.valuesAt(new Date(this.#options.nowMs()), fields.site);
    const content: DraftContent = { form: 'new', fields: fillTemplate(fields, values), changeId: null };
    return JSON.stringify(content);
  }

  #stored(): StoredRhythm[] {
    const rows = this.#file.all(
      `SELECT rhythm.content, rhythm.done_day AS doneDay, template.id, template.name, template.fields
       FROM rhythm JOIN template ON template.id = rhythm.template_id`,
    );
    const stored = readableRows(storedSchema, rows);
    return stored.map(({ content, doneDay, ...template }) => ({ template, rhythm: content, doneDay }));
  }

  #report(error: unknown): void {
    this.#options.events.onProblem(problemOf(error), error);
  }
}

const rhythmRowSchema = z.object({ templateId: z.uuid(), content: jsonColumn(rhythmSchema) });

const storedSchema = templateSchema.extend({
  fields: jsonColumn(templateSchema.shape.fields),
  content: jsonColumn(rhythmSchema),
  doneDay: z.iso.date(),
});
