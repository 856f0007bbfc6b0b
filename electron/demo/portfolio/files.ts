import { createHash } from 'node:crypto';
import type { DemoTicket } from './portfolio.ts';
import { Random } from './random.ts';

/** A file that was attached to a ticket. */
export type DemoAttachment = {
  id: string;
  filename: string;
  hash: string;
  createdBy: string;
  createdOn: string;
  content: Uint8Array;
};

/** @param id unique among the files of the service */
export function makeAttachment(id: string, file: Omit<DemoAttachment, 'id' | 'hash'>): DemoAttachment {
  return { id, hash: createHash('sha256').update(file.content).digest('hex'), ...file };
}

/** Makes the files of a ticket of the portfolio: one if a comment says that something is attached. */
export function filesOf(ticket: DemoTicket): DemoAttachment[] {
  const { commentedBy, commentedOn, comment } =
    ticket.comments.find((candidate) => /\battached\b/.test(candidate.comment)) ?? {};
  if (!commentedBy || !commentedOn || !comment) return [];
  const isTable = /readings|measurements|CSV|list/.test(comment);
  const text = isTable ? readings(ticket) : `${ticket.id}\n${ticket.title.trim()}\n\n${comment}\n${commentedBy}\n`;
  const filename = isTable ? `${ticket.id} readings.csv` : `${ticket.id} report.txt`;
  return [
    makeAttachment(createHash('md5').update(filename).digest('hex'), {
      filename,
      content: Buffer.from(text),
      createdBy: commentedBy,
      createdOn: commentedOn,
    }),
  ];
}

function readings({ id, updatedOn }: DemoTicket): string {
  const random = new Random(Number(id.slice(2)));
  const day = updatedOn.slice(0, 10);
  const rows = Array.from({ length: 24 }, (_, hour) => {
    const value = () => `${random.integer(21, 27)}.${random.integer(0, 9)}`;
    return `${day} ${String(hour).padStart(2, '0')}:00,${value()},${value()}`;
  });
  return ['time (UTC),A,B', ...rows, ''].join('\r\n');
}
