/*
 * A process that writes a large export: `node … <folder> <format> <rows>`. It prints how much more memory it held than before, in
 * bytes, and may be killed meanwhile.
 */

import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { exportColumns, exportFormatSchema } from '../../electron/contract/exports.ts';
import { ticketIdSchema } from '../../electron/contract/ids.ts';
import { noMarks } from '../../electron/contract/marks.ts';
import { defaultSort, noFilters } from '../../electron/contract/query.ts';
import { Exporter } from '../../electron/exports/exporter.ts';
import type { ExportedTicket } from '../../electron/store/exported-details.ts';

const [, , folder = '', formatName, rows] = process.argv;
const format = exportFormatSchema.parse(formatName);
const count = Number(rows);
const ids = Array.from({ length: count }, (_, at) => ticketIdSchema.parse(`WO${at}`));
const words = 'power rack cable remote hands fibre install check light level cross connect meet me room'.split(' ');

const text = (at: number, length: number) =>
  Array.from({ length }, (_, word) => words[(at * 7 + word * 13) % words.length]).join(' ');
/** As long as the demo's. */
const descriptions = Array.from({ length: 997 }, (_, at) => text(at, 90));

function aTicket(at: number): Omit<ExportedTicket, 'id'> {
  return {
    ...{
      title: text(at, 6),
      status: 'Completed',
      site: 'ZRH003',
      location: text(at, 2),
      requestType: 'Facilities Request',
    },
    ...{ category: 'Electrical', createdOn: '2026-01-01 10:00:00', updatedOn: '2026-01-02 10:00:00' },
    ...{ closedOn: '2026-01-02 10:00:00', createdBy: 'Jane Doe', isUnread: false, attention: [], ...noMarks },
    ...{ customerReference: `REF-${at}`, lastCommentOn: '', statusSince: '2026-01-02 10:00:00' },
    ...{ isStatusSinceLatest: false, pendingCount: 0 },
    detail: {
      description: descriptions[at % descriptions.length] ?? '',
      ...{ customerReference: `REF-${at}`, ticketType: 'Customer Support', notificationRecipients: 'a@example.com' },
      ...{ cancelReason: '', commentCount: 3 },
    },
  };
}

const exporter = new Exporter({
  tickets: {
    ids: () => Promise.resolve(exported),
    exported: (wanted) => wanted.map((id) => ({ id, ...aTicket(Number(id.slice(2))) })),
    currentId: (id) => id,
  },
  cache: { withoutDetail: () => [], progress: { confirmedAtMs: () => null } },
  sync: { fetchDetails: () => Promise.resolve(), expectedDetailsMs: () => null },
  onProgress: ({ done }) => {
    peakBytes = Math.max(peakBytes, process.memoryUsage.rss());
    if (isWarm && done > 0 && process.send && !isTold) process.send('writing');
    isTold ||= isWarm && done > 0;
  },
});
/** What a running application has loaded, compiled and reserved long before is not the export's. */
let exported = ids.slice(0, 5_000);
let isWarm = false;
let isTold = false;
let peakBytes = 0;
const tickets = {
  from: 'view',
  selection: { view: 'all', filters: noFilters, search: '' },
  sort: defaultSort,
} as const;
const columns = [...exportColumns];
const request = { what: 'tickets', name: 'All', tickets, columns, format, separator: 'comma' } as const;
const write = (fileName: string) => exporter.write(request, () => Promise.resolve(join(folder, fileName)));
await write('first');
await rm(join(folder, 'first'));
exported = ids;
isWarm = true;
peakBytes = 0;
const beforeBytes = process.memoryUsage.rss();
await write(`all.${format}`);
process.stdout.write(String(peakBytes - beforeBytes));
process.exit();
