import { app } from 'electron';
import { type TicketId, ticketIdSchema } from '../contract/ids.ts';

const scheme = 'colodesk';
/** Nothing but this: no other host, no query, no second path, no user name, in no other spelling. */
const linkForm = new RegExp(`^${scheme}://ticket/(WO[0-9]{1,18})/?$`);

/** The ticket that a link names, or `null` for whatever else anybody may have put into a link. */
export function ticketOfLink(link: string): TicketId | null {
  const id = linkForm.exec(link)?.[1];
  return id === undefined ? null : ticketIdSchema.parse(id);
}

/** The ticket that a command line names. Systems other than macOS hand a link over as an argument among others. */
export function ticketOfArguments(args: readonly string[]): TicketId | null {
  return args.map(ticketOfLink).findLast((id) => id !== null) ?? null;
}

/** Keeps the ticket that a link or a notification named until the page can show it: an account may first have to be opened, or a window. */
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

  /** Answers the wanted ticket once. */
  take(): TicketId | null {
    const id = this.#wanted;
    this.#wanted = null;
    return id;
  }
}

/** Makes the system hand `colodesk:` links to the installed application; one that is developed must not take them from it. */
export function registerLinks(): void {
  if (app.isPackaged) app.setAsDefaultProtocolClient(scheme);
}
