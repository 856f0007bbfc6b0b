/*
 * What the user has entered in one account, and what may have become of it. The rules:
 *
 * - What was accepted (the call returned) is there, with its last content, until the user takes it back.
 * - What was being accepted when the process died, or when the disk refused, is there as a whole or not at all.
 * - What a disk took after it had promised to keep it is gone: after such a lie the files themselves, read by other means
 *   than the application's, say what there still was. All of that must be there, and nothing else. If they cannot be read, the
 *   application has to say that it set them aside.
 * - After such a lie a change may be sent again if the files no longer know that it ever was: nobody could tell.
 */

import type { Change } from '../../electron/contract/change.ts';
import type { DraftContent } from '../../electron/contract/draft.ts';
import type { AccountNumber } from './simulated-server.ts';

export type Kind = Change['kind'];

export type Entry = {
  id: string;
  kind: Kind;
  /** The texts that it may have: more than one while it is being replaced. */
  texts: Set<string>;
  /** How often the user is discarding it at the moment: if at all, it may be gone. */
  discards: number;
};

/** A value that may be one of several until it is seen. */
export type Possible<T> = T[];

export class Ledger {
  readonly account: AccountNumber;
  readonly entries = new Map<string, Entry>();
  /** What may or may not have been accepted. */
  readonly attempts: { kind: Kind; text: string }[] = [];
  readonly drafts = new Map<string, Possible<string | null>>();
  readonly stars = new Map<string, Possible<boolean>>();
  readonly notes = new Map<string, Possible<string>>();
  /** When each ticket that was put out of the way comes back; `null` for one that never was, or was brought back. */
  readonly snoozes = new Map<string, Possible<number | null>>();
  /** Whether each ticket that was marked as read or unread is unread. */
  readonly unread = new Map<string, Possible<boolean>>();
  /** The tickets of changes that the user gave up: one that arrives all the same is news. */
  readonly disowned = new Set<string>();
  /** The application may no longer know what of the server's state is the user's own work. */
  ownIsForgotten = false;
  /** How often something may be on the server at most, by kind and text: as often as the user has entered it. */
  readonly entered = new Map<string, number>();
  /** The account was opened in this run. */
  isUsed = false;
  /** Nothing is known any more, since a file could not be read; the application has to say so. */
  isUnreadable = false;
  /** The user signed out, and that was cut off: all is still there, or nothing. */
  mayBeGone = false;
  /** How often the account was looked at since then. */
  looksInVain = 0;

  constructor(account: AccountNumber) {
    this.account = account;
  }

  /** The user begins to enter a change. Returns what to call once it is accepted, or refused. */
  attempt(kind: Kind, text: string): { accepted(id: string): void; refused(): void } {
    const attempt = { kind, text };
    this.attempts.push(attempt);
    const end = () => {
      const place = this.attempts.indexOf(attempt);
      if (place >= 0) this.attempts.splice(place, 1);
    };
    return {
      accepted: (id) => {
        end();
        this.add(id, kind, text);
      },
      refused: end,
    };
  }

  add(id: string, kind: Kind, text: string): void {
    this.entries.set(id, { id, kind, texts: new Set([text]), discards: 0 });
    this.count(kind, text);
  }

  /** The file was set aside, and the application said so, or the account was signed out. What was sent from it may be entered, and so sent, again. */
  startOver(): void {
    this.isUnreadable = false;
    this.mayBeGone = false;
    this.looksInVain = 0;
    this.entries.clear();
    this.attempts.length = 0;
    this.ownIsForgotten = true;
    for (const values of [this.drafts, this.stars, this.notes, this.snoozes, this.unread]) values.clear();
  }

  /** Allows something to be on the server once more. */
  count(kind: Kind, text: string): void {
    const key = keyOf(kind, text);
    this.entered.set(key, (this.entered.get(key) ?? 0) + 1);
  }
}

export const keyOf = (kind: string, text: string): string => `${kind} ${text.trim()}`;

/** The text by which a draft is recognised. */
export function textOfDraft(content: DraftContent): string {
  if (content.form === 'new') return content.fields.title;
  return content.form === 'comment' ? content.comment : '';
}

/** The text by which a change is recognised, as it is kept: a title without the white space around it. */
export function textOf(change: Change): string {
  switch (change.kind) {
    case 'create':
      return change.fields.title.trim();
    case 'update':
      return change.fields.title?.trim() ?? '';
    case 'cancel':
      return '';
    case 'comment':
      return change.comment;
    case 'attachment':
      return change.fileName;
  }
}
