import type { PrintedTicket } from '../../electron/paper/ticket-source.ts';
import { aDetail, aShownTicket, aTicket } from './tickets.ts';

type Parts = Partial<PrintedTicket> & {
  summary?: Parameters<typeof aTicket>[1];
  detail?: Parameters<typeof aDetail>[0];
};

/** A ticket with its detail as it is printed, in which a test names only what matters to it. */
export function aPrintedTicket(number: number, { summary, detail, ...parts }: Parts = {}): PrintedTicket {
  return {
    ticket: aShownTicket(number, {
      summary: aTicket(number, summary),
      detail: aDetail(detail),
      detailConfirmedAtMs: Date.UTC(2026, 0, 3),
    }),
    ...{ record: [], files: [], thumbnails: [], changes: [], siteZone: null },
    ...parts,
  };
}
