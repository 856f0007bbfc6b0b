/*
 * Links of the form `colodesk://ticket/WO…`, with which other programs open a ticket.
 */

import { app } from 'electron';
import { type TicketId, ticketIdSchema } from '../contract/ids.ts';

const scheme = 'colodesk';

/** Makes the system pass `colodesk:` links to the installed application; one in development must not take them from it. */
export function registerLinks(): void {
  if (app.isPackaged) app.setAsDefaultProtocolClient(scheme);
}

/** Accepts this form only: no other host, query, longer path or user name. Some programs change the case of letters. */
const linkForm = new RegExp(`^${scheme}://ticket/(WO[0-9]{1,18})/?$`, 'i');

/** Returns the ticket that a link names, or `null` for any other link. */
export function ticketOfLink(link: string): TicketId | null {
  const id = linkForm.exec(link)?.[1];
  return id === undefined ? null : ticketIdSchema.parse(id.toUpperCase());
}

/** Returns the link in a command line; the last one, if there are several. Systems other than macOS pass it as one of several arguments. */
export function linkOfArguments(args: readonly string[]): string | null {
  return args.findLast((arg) => arg.toLowerCase().startsWith(`${scheme}:`)) ?? null;
}

/** Keeps the ticket that a link or a notification named until the page can show it: first a window or an account may have to open. */
export class WantedTicket {
  #wanted: TicketId | null = null;
  readonly #onWanted: () => void;

  constructor(onWanted: () => void) {
    this.#onWanted = onWanted;
  }

  want(id: TicketId | null): void {
    if (id === null) return;
    this.#wanted = id;
    this.#onWanted();
  }

  /** Returns the wanted ticket, and only once. */
  take(): TicketId | null {
    const id = this.#wanted;
    this.#wanted = null;
    return id;
  }
}
