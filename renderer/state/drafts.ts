import { create } from 'zustand';
import type { Draft, DraftContent } from '../../electron/contract/draft.ts';
import { type ChangeId, type TicketId, ticketIdSchema } from '../../electron/contract/ids.ts';
import { attemptInBackground, useProblemBanner } from './feedback.ts';

const copyPrefix = 'copy:';

/** The names of drafts: the same form on the same thing has the same one, so that it finds again what was typed in it. */
export const draftKeys = {
  newTicket: 'new',
  copy: (ticketId: TicketId) => copyPrefix + ticketId,
  /** A new ticket made of the form of one that was sent meanwhile. */
  again: (key: string) => `again:${key}`,
  edit: (ticketId: TicketId) => `edit:${ticketId}`,
  cancel: (ticketId: TicketId) => `cancel:${ticketId}`,
  comment: (ticketId: TicketId) => `comment:${ticketId}`,
  /** A form that edits a change that lies in the outbox. */
  change: (changeId: ChangeId) => `change:${changeId}`,
};

/** The ticket that a copy was begun from; `null` for another draft. */
export function copiedTicketOf(key: string): TicketId | null {
  return key.startsWith(copyPrefix) ? (ticketIdSchema.safeParse(key.slice(copyPrefix.length)).data ?? null) : null;
}

/** How long the first unsaved key press waits. Two saves fit into the second within which everything is on the disk. */
const saveDelayMs = 400;

type Write = (key: string, content: DraftContent | null) => Promise<boolean>;

/**
 * Brings what is typed to the disk: the newest content of each draft, at most one write each in `saveDelayMs`, never two
 * of them side by side. A write that fails is tried again with the next one.
 */
export class DraftSaver {
  readonly #write: Write;
  readonly #unsaved = new Map<string, DraftContent | null>();
  #timer: ReturnType<typeof setTimeout> | null = null;
  #writing: Promise<boolean> = Promise.resolve(true);

  /** @param write puts a draft on the disk, or removes it for `null`, and answers whether that worked */
  constructor(write: Write) {
    this.#write = write;
  }

  /** Takes the newest content of a draft, `null` to remove it. */
  put(key: string, content: DraftContent | null): void {
    this.#unsaved.set(key, content);
    this.#timer ??= setTimeout(() => void this.flush(), saveDelayMs);
  }

  /** Writes what is not on the disk yet. Answers whether everything is. */
  flush(): Promise<boolean> {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    this.#writing = this.#writing.then(() => this.#writeAll());
    return this.#writing;
  }

  /** Leaves a draft to another call, such as the one that sends it. */
  forget(key: string): void {
    this.#unsaved.delete(key);
  }

  /** Forgets everything; for another account. */
  clear(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    this.#unsaved.clear();
  }

  async #writeAll(): Promise<boolean> {
    const batch = [...this.#unsaved];
    this.#unsaved.clear();
    let isSaved = true;
    for (const [key, content] of batch) {
      if (await this.#write(key, content)) continue;
      isSaved = false;
      if (!this.#unsaved.has(key)) this.#unsaved.set(key, content);
    }
    return isSaved;
  }
}

/** What stands unsent in forms, by the drafts' keys. Forms read and write here; the disk follows within half a second. */
export const useDrafts = create<{ readonly drafts: ReadonlyMap<string, Draft> }>(() => ({ drafts: new Map() }));

const saver = new DraftSaver((key, content) => {
  const { drafts } = window.desk;
  return attemptInBackground(content === null ? drafts.remove({ key }) : drafts.save({ key, content }));
});

let asked = 0;

/** Reads the drafts of the open account. What is typed meanwhile is newer than the answer. */
export async function loadDrafts(): Promise<void> {
  asked += 1;
  const number = asked;
  const outcome = await window.desk.drafts.list();
  if (number !== asked) return;
  if (!outcome.ok) {
    useProblemBanner.setState({ problem: outcome.problem });
    return;
  }
  const stored = outcome.value.map((draft) => [draft.key, draft] as const);
  useDrafts.setState(({ drafts }) => ({ drafts: new Map([...stored, ...drafts]) }));
}

/** What was left in a form, as long as it is of that form. */
export function draftContent<F extends DraftContent['form']>(
  key: string,
  form: F,
): Extract<DraftContent, { form: F }> | null {
  const content = useDrafts.getState().drafts.get(key)?.content;
  return content && isOfForm(content, form) ? content : null;
}

function isOfForm<F extends DraftContent['form']>(
  content: DraftContent,
  form: F,
): content is Extract<DraftContent, { form: F }> {
  return content.form === form;
}

/** Keeps what stands in a form. */
export function saveDraft(key: string, content: DraftContent): void {
  const draft: Draft = { key, content, savedAtMs: Date.now() };
  useDrafts.setState(({ drafts }) => ({ drafts: new Map(drafts).set(key, draft) }));
  saver.put(key, content);
}

/** Throws away what stood in a form. */
export function discardDraft(key: string): void {
  if (useDrafts.getState().drafts.has(key)) saver.put(key, null);
  forget(key);
}

/** A draft that a change was made of: the call that took the change has removed it from the disk. */
export function forgetSentDraft(key: string): void {
  saver.forget(key);
  forget(key);
}

/** Puts everything typed on the disk now. Answers whether that worked. */
export function flushDrafts(): Promise<boolean> {
  return saver.flush();
}

/** Forgets everything; for another account. */
export function resetDrafts(): void {
  asked += 1;
  saver.clear();
  useDrafts.setState({ drafts: new Map() });
}

function forget(key: string): void {
  useDrafts.setState(({ drafts }) => {
    const rest = new Map(drafts);
    rest.delete(key);
    return { drafts: rest };
  });
}

/** A name under which nothing was typed since. */
export function unusedKey(key: string): string {
  return useDrafts.getState().drafts.has(key) ? unusedKey(draftKeys.again(key)) : key;
}
