/*
 * What the user may carry to another computer: views, templates, comment texts, what is kept about sites, and the settings. There
 * is no ticket in it.
 */

import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { commentTextTemplateSchema, type Template, templateSchema } from '../contract/draft.ts';
import { siteNoteSchema } from '../contract/marks.ts';
import { ProblemError } from '../contract/problem.ts';
import { rhythmSchema } from '../contract/repeats.ts';
import { type Settings, type SettingsChange, settingsSchema, withNewKinds } from '../contract/settings.ts';
import { isZone } from '../contract/site-time.ts';
import { longestTyped } from '../contract/specification.ts';
import { maxViews, type SavedView, savedViewsSchema } from '../contract/views.ts';
import type { SqliteFile } from '../store/database.ts';
import { words } from '../words/words.ts';
import type { Personal } from './personal.ts';
import { storable } from './save-typed.ts';

/**
 * The form of the file. It rises when an older Colodesk could no longer read what it holds: the second has rhythms of templates,
 * and knows of notifications about prepared requests; the third has how views are sorted, since a setting that is unknown is refused.
 */
const version = 3;

/** The largest file that is read, in bytes: far more than a person writes. */
export const maxOwnDataBytes = 20_000_000;

/** The most templates, comment texts and sites that a file may hold, of each. */
const maxOfEach = 2_000;

/** Whether notifications are muted now concerns this computer only. */
const carriedSettingsSchema = settingsSchema
  .extend({ notifications: settingsSchema.shape.notifications.omit({ mutedUntilMs: true }) })
  .partial();

const isTypable = (text: string): boolean => text.length <= longestTyped;
const tooLong = () => words().ownData.fieldTooLong;

const headSchema = z.object({ application: z.literal('Colodesk'), version: z.int().min(1) });

const newTemplateSchema = templateSchema
  .omit({ id: true })
  .extend({ rhythm: rhythmSchema.optional() })
  .strict()
  .refine(({ fields }) => Object.values(fields).every(isTypable), { path: ['fields'], error: tooLong });
const newTextSchema = commentTextTemplateSchema
  .omit({ id: true })
  .strict()
  .refine(({ text }) => isTypable(text), { path: ['text'], error: tooLong });

const fileSchema = z.strictObject({
  ...headSchema.shape,
  views: savedViewsSchema,
  templates: z.array(newTemplateSchema).max(maxOfEach),
  commentTexts: z.array(newTextSchema).max(maxOfEach),
  sites: z
    .array(
      siteNoteSchema.refine(({ zone }) => zone === '' || isZone(zone), {
        path: ['zone'],
        error: () => words().ownData.noSuchZone,
      }),
    )
    .max(maxOfEach),
  settings: carriedSettingsSchema,
});
type OwnDataFile = z.infer<typeof fileSchema>;

/** Filled forms under names, as the outbox keeps them. */
type Templates = { list(): Template[]; save(template: Omit<Template, 'id'>): void };

/** What an import is going to do. */
export type Import = {
  /** The settings that it changes. */
  settings: Partial<Settings>;
  /** Adds the rest, all of it or nothing. @throws ProblemError `disk-full`, `disk-error` */
  add(): void;
  /** How many things it adds, settings among them. */
  added: number;
  /** How many things stay as they are here. */
  alreadyHere: number;
};

/** Exports and imports an account's own data. */
export class OwnData {
  readonly #file: SqliteFile;
  readonly #personal: Personal;
  readonly #templates: Templates;

  constructor(file: SqliteFile, personal: Personal, templates: Templates) {
    this.#file = file;
    this.#personal = personal;
    this.#templates = templates;
  }

  /** Returns the content of the file. */
  export({ notifications, ...settings }: Settings): string {
    const { mutedUntilMs: _mutedUntilMs, ...carried } = notifications;
    const { views, commentTexts, siteNotes, repeats } = this.#personal;
    const content: OwnDataFile = {
      application: 'Colodesk',
      version,
      views: views.list(),
      templates: this.#templates.list().map(({ id, name, fields }) => {
        const rhythm = repeats.rhythmOf(id);
        return { name, fields, ...(rhythm && { rhythm }) };
      }),
      commentTexts: commentTexts.list().map(({ name, text }) => ({ name, text })),
      sites: siteNotes.list(),
      settings: { ...settings, notifications: carried },
    };
    return `${JSON.stringify(content, null, 2)}\n`;
  }

  /**
   * Reads such a file, and compares it with what is here: what has the same name stays, and so does a setting that was changed.
   * @param defaults the settings that Colodesk came with on this computer
   * @throws ProblemError `invalid-input` naming the file and, where it has the right form, the field
   */
  readImport(content: string, fileName: string, settings: Settings, defaults: Settings): Import {
    const file = parse(content, fileName);
    const { allViews, ...found } = this.#newIn(file, fileName);
    const newSettings = newSettingsOf(file, settings, defaults, allViews);
    const { views, commentTexts, siteNotes, repeats } = this.#personal;
    const add = () => {
      this.#file.transaction(() => {
        const now = this.#newIn(file, fileName); // some may have been made meanwhile
        views.replace(now.allViews);
        for (const template of now.newTemplates) this.#templates.save(template);
        this.#addRhythms(now.newTemplates);
        for (const each of now.newTexts) commentTexts.save(each);
        for (const site of now.newSites) siteNotes.save(site);
      });
      repeats.noteWritten();
    };
    const lists = [file.views, file.templates, file.commentTexts, file.sites, Object.keys(file.settings)];
    const all = lists.reduce((sum, list) => sum + list.length, 0);
    const newLists = [found.newViews, found.newTemplates, found.newTexts, found.newSites, Object.keys(newSettings)];
    const added = newLists.reduce((sum, list) => sum + list.length, 0);
    return { settings: newSettings, add, added, alreadyHere: all - added };
  }

  /** Returns what of a file is not here under the same name, and all views as they will be. @throws ProblemError as `readImport` */
  #newIn(file: OwnDataFile, fileName: string) {
    const { views, commentTexts, siteNotes } = this.#personal;
    const viewsHere = views.list();
    const newViews = withoutTaken(file.views, namesOf(viewsHere), ({ name }) => name);
    const allViews = [...viewsHere, ...withOwnIds(newViews, viewsHere)];
    if (allViews.length > maxViews) {
      const { message, todo } = words().ownData.tooManyViews;
      throw refused('views', { message: message({ fileName, limit: maxViews }), todo });
    }
    const newTemplates = withoutTaken(file.templates, namesOf(this.#templates.list()), ({ name }) => name);
    const newTexts = withoutTaken(file.commentTexts, namesOf(commentTexts.list()), ({ name }) => name);
    const newSites = withoutTaken(
      file.sites,
      siteNotes.list().map(({ site }) => site),
      ({ site }) => site,
    );
    return { allViews, newViews, newTemplates, newTexts, newSites };
  }

  /** A template gets its id when it is saved. */
  #addRhythms(added: OwnDataFile['templates']): void {
    const ids = new Map(this.#templates.list().map(({ id, name }) => [name, id]));
    for (const { name, rhythm } of added) {
      const id = ids.get(name);
      if (id !== undefined && rhythm) this.#personal.repeats.write(id, rhythm);
    }
  }
}

function parse(content: string, fileName: string): OwnDataFile {
  let values: unknown;
  try {
    // A name that SQLite cuts off at its start could be read by nobody any more, and the list that it is in neither.
    values = JSON.parse(content, (_name, value) => (typeof value === 'string' ? storable(value) : value));
  } catch {
    throw refused('', foreign(fileName));
  }
  const head = headSchema.safeParse(values);
  if (!head.success) throw refused('', foreign(fileName));
  if (head.data.version > version) {
    const { message, todo } = words().ownData.newer;
    throw refused('version', { message: message({ fileName }), todo });
  }
  const file = fileSchema.safeParse(values, { error: reasonOf });
  if (file.success) return file.data;
  const [issue] = file.error.issues;
  const field = issue?.path.join('.') ?? '';
  const reason = issue?.message ?? '';
  const { message, messageOfField, todo } = words().ownData.faulty;
  throw refused(field, {
    message: field === '' ? message({ fileName, reason }) : messageOfField({ fileName, field, reason }),
    todo,
  });
}

/** Says what is wrong with a field: zod would say it in English. What a schema says itself goes first. */
function reasonOf(issue: z.core.$ZodRawIssue): string {
  const { fieldMissing, fieldTooLong, tooMany, unknownFields, unusable } = words().ownData;
  if (issue.code === 'unrecognized_keys') return unknownFields({ names: issue.keys.slice(0, maxNamed).join(', ') });
  if (issue.code === 'too_big' && issue.origin === 'string') return fieldTooLong;
  if (issue.code === 'too_big' && issue.origin === 'array') return tooMany;
  return issue.input === undefined ? fieldMissing : unusable;
}

const maxNamed = 3;

const foreign = (fileName: string): Words => ({
  message: words().ownData.foreign({ fileName }),
  todo: words().ownData.chooseAnother,
});

type Words = { message: string; todo: string };

const refused = (field: string, sentences: Words): ProblemError =>
  new ProblemError('invalid-input', { field, kept: words().ownData.nothing, ...sentences });

const namesOf = (named: readonly { name: string }[]): string[] => named.map(({ name }) => name);

/** Returns what has a name that neither anything here nor anything before it has. */
function withoutTaken<T>(found: readonly T[], here: readonly string[], nameOf: (each: T) => string): T[] {
  const taken = new Set(here);
  return found.filter((each) => {
    const isFree = !taken.has(nameOf(each));
    taken.add(nameOf(each));
    return isFree;
  });
}

/** A view that was imported before and has another name now keeps its id. */
function withOwnIds(views: readonly SavedView[], here: readonly SavedView[]): SavedView[] {
  const taken = new Set(here.map(({ id }) => id));
  return views.map((view) => {
    const own = taken.has(view.id) ? { ...view, id: randomUUID() } : view;
    taken.add(own.id);
    return own;
  });
}

/** Returns the settings of a file that differ from those here, where those here are still the ones that Colodesk came with. */
function newSettingsOf(
  { settings, views, version: ofFile }: OwnDataFile,
  here: Settings,
  defaults: Settings,
  allViews: readonly SavedView[],
): Partial<Settings> {
  const { notifications, ...others } = settings;
  const name = views.find(({ id }) => id === notifications?.of)?.name;
  const of = name === undefined ? notifications?.of : allViews.find((view) => view.name === name)?.id;
  const chosen = notifications?.kinds ?? [];
  const kinds = ofFile === 1 ? withNewKinds(chosen) : chosen;
  const { mutedUntilMs } = here.notifications;
  const found: SettingsChange = {
    ...others,
    ...(notifications && { notifications: { ...notifications, kinds, of: of ?? 'all', mutedUntilMs } }),
  };
  const unchanged: Settings = { ...defaults, notifications: { ...defaults.notifications, mutedUntilMs } };
  const isNew = (setting: keyof Settings) =>
    found[setting] !== undefined &&
    isDeepStrictEqual(here[setting], unchanged[setting]) &&
    !isDeepStrictEqual(here[setting], found[setting]);
  return Object.fromEntries(Object.entries(found).filter(([setting]) => isNew(setting as keyof Settings))); // its own names
}
