import { createHash } from 'node:crypto';
import type { DemoTicket } from './portfolio.ts';
import { Random } from './random.ts';
import { pdf, rackPhoto } from './sample-files.ts';

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

/**
 * Makes the files of a ticket of the portfolio: a text or table if a comment says that something is attached, and after it the
 * photographs or the PDF file that the comment speaks of.
 */
export function filesOf(ticket: DemoTicket): DemoAttachment[] {
  const { commentedBy, commentedOn, comment } =
    ticket.comments.find((candidate) => /\battached\b/.test(candidate.comment)) ?? {};
  if (!commentedBy || !commentedOn || !comment) return [];
  const isTable = /readings|measurements|CSV|list/.test(comment);
  const lines = [ticket.id, ticket.title.trim(), '', comment, commentedBy];
  const file = (filename: string, content: Uint8Array) =>
    makeAttachment(createHash('md5').update(filename).digest('hex'), {
      filename,
      content,
      createdBy: commentedBy,
      createdOn: commentedOn,
    });
  const seed = Number(ticket.id.slice(2));
  const text = isTable ? readings(ticket) : `${lines.join('\n')}\n`;
  const files = [file(`${ticket.id} ${isTable ? 'readings.csv' : 'report.txt'}`, Buffer.from(text))];
  if (/Photographs/.test(comment)) {
    files.push(file(`${ticket.id} front.png`, rackPhoto(seed)), file(`${ticket.id} rear.png`, rackPhoto(seed + 1)));
  }
  if (/protocol|sheet|drawing/.test(comment)) {
    files.push(file(`${ticket.id} protocol.pdf`, pdf([lines, ['Page 2', '', 'Nothing else was found.']])));
  }
  return files;
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
