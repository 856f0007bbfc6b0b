import {
  type Handover,
  type HandoverEntry,
  handoverSchema,
  keptHandoverSchema,
} from '../../electron/contract/handover.ts';
import { ticketId } from './tickets.ts';

/** A ticket on a hand-over in which a test names only what matters to it. */
export const anEntry = (fields: Partial<HandoverEntry> = {}): HandoverEntry => ({
  ...{ ticketId: ticketId(1), title: 'Door', facts: ['New', 'AMS1'], lines: [], note: '' },
  ...fields,
});

/** A hand-over with these new tickets and no other section. */
export function aHandover(entries: readonly HandoverEntry[] = [], more: Partial<Handover> = {}): Handover {
  const none = entries.length === 0 ? 'None.' : '';
  return handoverSchema.parse({
    id: '00000000-0000-4000-8000-000000000001',
    title: 'Hand-over',
    sentence: '',
    facts: [{ name: 'Sites', value: 'All sites' }],
    warning: '',
    sections: [{ name: 'new', heading: `New tickets (${entries.length})`, none, entries, more: '' }],
    noteLabel: 'Private note',
    ...more,
  });
}

/** One that was handed over. */
export const keptHandover = keptHandoverSchema.parse({
  id: aHandover().id,
  keptAtMs: 1,
  sentence: 'All quiet',
  scope: { since: { kind: 'hours', hours: 12 }, sites: ['AMS011'] },
});
