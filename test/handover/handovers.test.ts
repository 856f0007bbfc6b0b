import { expect, it, onTestFinished, vi } from 'vitest';
import { defaultHandoverScope, handoverKeptDays } from '../../electron/contract/handover.ts';
import { ticketIdSchema } from '../../electron/contract/ids.ts';
import { asHtml, asPaper } from '../../electron/handover/as-html.ts';
import { asText, withWords } from '../../electron/handover/as-text.ts';
import { Handovers } from '../../electron/handover/handovers.ts';
import { KeptHandovers } from '../../electron/handover/kept-handovers.ts';
import { openOutboxFile } from '../../electron/outbox/outbox-file.ts';
import { aHandover, anEntry } from '../support/handover.ts';
import { kindOf, outboxKey, ownOutbox } from '../support/outbox.ts';
import { localId } from '../support/outbox-items.ts';
import { ownPersonal } from '../support/personal.ts';
import { ownService } from '../support/session.ts';
import { ticketId } from '../support/tickets.ts';

it('writes plain text that can be read in a mail', () => {
  const entries = [
    anEntry({
      lines: [
        { time: '17:24', text: 'Opened by Mia' },
        { time: '', text: 'Quiet' },
      ],
      note: 'Ask Jo\nor Kim',
    }),
    anEntry({ ticketId: localId(1), title: 'Not sent' }),
  ];
  const handover = aHandover(entries, { sentence: 'All quiet.', warning: 'Offline.' });
  expect(asText(handover)).toBe(`Hand-over

All quiet.

Sites: All sites

Offline.

New tickets (2)
- WO1 Door (New, AMS1)
  17:24  Opened by Mia
  Quiet
  Private note: Ask Jo
    or Kim
- Not sent (New, AMS1)
`);
  expect(asText(aHandover())).toContain('New tickets (0)\nNone.');
});

it('lets no text of others become markup, on the clipboard and on paper', () => {
  const hostile = '<img src=x onerror=alert(1)>&"\'</li><script>alert(1)</script>';
  const handover = aHandover(
    [anEntry({ title: hostile, facts: [hostile], lines: [{ time: hostile, text: hostile }], note: hostile })],
    { sentence: hostile, warning: hostile, facts: [{ name: hostile, value: hostile }] },
  );
  for (const made of [asHtml(handover), asPaper(handover)]) {
    expect(made).not.toMatch(/<img|<script|onerror=alert\(1\)>/);
    expect(made.match(/&lt;script&gt;/g)?.length).toBeGreaterThanOrEqual(8);
    expect(made.match(/<li>/g)).toHaveLength(1);
  }
});

it('keeps a name from right to left from turning the line around', () => {
  const handover = aHandover([anEntry({ title: 'דלת' })]);
  expect(asText(handover)).toContain('WO1 \u2068דלת\u2069 (New, AMS1)');
  expect(asHtml(handover)).toContain('<bdi>דלת</bdi>');
});

it('keeps a text with line breaks from looking like a ticket of its own', () => {
  const broken = 'Door\r\n- WO9 Forged\u2028twice';
  const lines = [{ time: '17:24', text: `Opened by ${broken}` }];
  const entry = anEntry({ ticketId: ticketIdSchema.parse(`WO1\n- WO7`), title: broken, facts: [broken], lines });
  const flat = 'Door - WO9 Forged twice';
  expect(asText(aHandover([entry]))).toContain(`\n- WO1 - WO7 ${flat} (${flat})\n  17:24  Opened by ${flat}\n`);
  expect(asText(aHandover([anEntry({ facts: [] })]))).toContain('\n- WO1 Door\n');
});

it('hands over the private notes of the ticked tickets only', () => {
  const handover = aHandover([anEntry({ note: 'Mine' }), anEntry({ ticketId: ticketId(2), note: 'For all' })]);
  const text = asText(withWords(handover, ' All quiet. ', new Set([ticketId(2)])));
  expect(text).toContain('\n\nAll quiet.\n\n');
  expect(text).toContain('Private note: For all');
  expect(text).not.toContain('Mine');
});

it('keeps a hand-over for a year, once however often it is handed over', async () => {
  let nowMs = 1_000_000_000_000;
  const { file } = await ownPersonal();
  const kept = new KeptHandovers(file, () => nowMs);
  const scope = { ...defaultHandoverScope, sites: ['AMS1'] };
  const [first, second] = [1, 2].map((number) => aHandover([], { id: `00000000-0000-4000-8000-00000000000${number}` }));
  if (!first || !second) throw new Error('two were made');
  kept.saveSentence('Typed');
  kept.keep({ ...first, sentence: 'One' }, scope, 'Typed');
  kept.keep({ ...first, sentence: 'One, corrected' }, scope, '');
  expect(kept.list()).toEqual([{ id: first.id, keptAtMs: nowMs, sentence: 'One, corrected', scope }]);
  expect([kept.find(first.id)?.handover.sentence, kept.sentence(), kept.lastScope()]).toEqual([
    'One, corrected',
    '',
    scope,
  ]);
  nowMs += handoverKeptDays * 86_400_000;
  kept.keep(second, defaultHandoverScope, '');
  expect(kept.list().map(({ id }) => id)).toEqual([second.id, first.id]);
  nowMs += 1;
  kept.keep(second, defaultHandoverScope, '');
  expect(kept.list().map(({ id }) => id)).toEqual([second.id]);
  expect(kept.find(first.id)).toBeNull();
});

it.each(['{half', '{"since":{"kind":"of another version"},"sites":[]}'])(
  'lists the others and begins the next where what one covered reads “%s”',
  async (covered) => {
    let nowMs = 1;
    const { file } = await ownPersonal();
    const kept = new KeptHandovers(file, () => nowMs++);
    const scope = { ...defaultHandoverScope, sites: ['AMS1'] };
    const [first, second] = [1, 2].map((number) => `00000000-0000-4000-8000-00000000000${number}`);
    if (!first || !second) throw new Error('two were made');
    kept.keep(aHandover([], { id: first }), scope, '');
    kept.keep(aHandover([], { id: second }), scope, '');
    file.run('UPDATE handover SET scope = ? WHERE id = ?', covered, second);
    expect(kept.list().map(({ id }) => id)).toEqual([first]);
    expect(kept.lastScope()).toBeNull();
    expect(file.all('SELECT id FROM handover')).toHaveLength(2);
  },
);

it('keeps the sentence that is being written over a restart', async () => {
  const { file, folder } = await ownPersonal();
  new KeptHandovers(file, Date.now).saveSentence('Cage 4: ring\0 twice');
  await file.close();
  const { file: again } = await openOutboxFile(folder, outboxKey);
  expect(new KeptHandovers(again, Date.now).sentence()).toBe('Cage 4: ring twice');
  await again.close();
});

async function ownHandovers() {
  const test = await ownOutbox(await ownService({ ticketCount: 5 }));
  const { file } = await ownPersonal();
  const syncStatus = () => ({
    ...({ connection: 'online', ticketCount: 0, progress: null, round: null, isPaused: false } as const),
    ...{ confirmedAtMs: Date.now(), problem: null, clockSkewMs: null },
  });
  const handovers = new Handovers(file, { ...test, syncStatus });
  const copied: { text: string; html: string }[] = [];
  const clipboard = { write: async (content: { text: string; html: string }) => void copied.push(content) };
  return { ...test, handovers, copied, clipboard };
}

it('begins with the sentence that was there when the screen was opened, whatever is typed meanwhile', async () => {
  const { handovers } = await ownHandovers();
  handovers.saveSentence('From yesterday');
  const beginning = handovers.begin();
  handovers.saveSentence('Typed at once');
  expect((await beginning).sentence).toBe('From yesterday');
});

it('copies what the screen shows in both forms, keeps it and offers its sites for the next', async () => {
  const { handovers, copied, clipboard } = await ownHandovers();
  expect(await handovers.begin()).toEqual({ sentence: '', scope: defaultHandoverScope, sites: [] });
  const { id } = await handovers.read({ since: { kind: 'moment', atMs: Date.now() - 60_000 }, sites: ['AMS1'] });
  await handovers.copy({ id, sentence: 'All quiet', notesOf: [] }, clipboard);
  expect(copied[0]?.text).toContain('All quiet');
  expect(copied[0]?.html).toContain('All quiet');
  expect(handovers.kept()).toMatchObject([{ id, sentence: 'All quiet' }]);
  await handovers.copy({ id, sentence: 'All\0 quiet \ud83d', notesOf: [] }, clipboard); // a clipboard ends a text at NUL
  expect(copied.pop()?.text).toContain('All quiet \ufffd');
  expect(handovers.kept()).toMatchObject([{ id, sentence: 'All quiet \ufffd' }]);
  await handovers.copy({ id, sentence: 'All quiet', notesOf: [] }, clipboard);
  copied.pop();
  expect((await handovers.begin()).scope).toEqual({ since: defaultHandoverScope.since, sites: ['AMS1'] });
  await handovers.copyKept(id, clipboard);
  expect(copied[1]).toEqual(copied[0]);
});

it('saves what was handed over before as PDF again, under the time when that was', async () => {
  const { handovers, clipboard } = await ownHandovers();
  const { id } = await handovers.read(defaultHandoverScope);
  const askPath = async (name: string) => `/tmp/${name}`;
  const saved: [string, string][] = [];
  const paper = { savePdf: async (html: string, path: string) => void saved.push([html, path]) };
  expect(await kindOf(handovers.saveKeptPdf(id, askPath, paper))).toBe('not-found');
  await handovers.copy({ id, sentence: 'All quiet', notesOf: [] }, clipboard);
  vi.useFakeTimers({ now: Date.now() + 86_400_000, toFake: ['Date'] });
  onTestFinished(() => void vi.useRealTimers());
  const before = handovers.kept();
  expect(await handovers.saveKeptPdf(id, async () => null, paper)).toBeNull();
  expect(saved).toEqual([]);
  const fileName = await handovers.saveKeptPdf(id, askPath, paper);
  expect(fileName).toMatch(/^Hand-over \d{4}-\d\d-\d\d \d\d\.\d\d\.pdf$/);
  const day = new Intl.DateTimeFormat('sv', { dateStyle: 'short' }).format(before[0]?.keptAtMs);
  expect(fileName).toContain(day);
  expect(saved).toEqual([[asPaper(handovers.readKept(id)), `/tmp/${fileName}`]]);
  expect(handovers.kept()).toEqual(before);
});

it('saves a PDF where the user chooses, and keeps nothing that was not handed over', async () => {
  const { handovers, clipboard } = await ownHandovers();
  const { id } = await handovers.read(defaultHandoverScope);
  const request = { id, sentence: 'All quiet', notesOf: [] };
  const saved: [string, string][] = [];
  const paper = { savePdf: async (html: string, path: string) => void saved.push([html, path]) };
  const suggested: string[] = [];
  expect(await handovers.savePdf(request, async () => null, paper)).toBeNull();
  const broken = { savePdf: () => Promise.reject(new Error('no paper')) };
  expect(await kindOf(handovers.savePdf(request, async () => '/tmp/one.pdf', broken))).toBeInstanceOf(Error);
  await expect(handovers.copy(request, { write: () => Promise.reject(new Error('no clipboard')) })).rejects.toThrow();
  expect([handovers.kept(), saved]).toEqual([[], []]);

  const askPath = async (name: string) => {
    suggested.push(name);
    return '/tmp/Last night.pdf';
  };
  expect(await handovers.savePdf(request, askPath, paper)).toBe('Last night.pdf');
  expect(suggested[0]).toMatch(/^Hand-over \d{4}-\d\d-\d\d \d\d\.\d\d\.pdf$/);
  expect(saved[0]?.[0]).toMatch(/^<!doctype html>.*All quiet/s);
  expect(handovers.kept()).toHaveLength(1);

  handovers.saveSentence('All quiet');
  const slow = { savePdf: async () => handovers.saveSentence('For the next shift') };
  await handovers.savePdf(request, askPath, slow);
  expect((await handovers.begin()).sentence).toBe('For the next shift');
  handovers.saveSentence('All quiet');
  await handovers.copy(request, clipboard);
  expect((await handovers.begin()).sentence).toBe('');

  for (let read = 0; read < 3; read++) await handovers.read(defaultHandoverScope);
  expect(await kindOf(handovers.copy(request, clipboard))).toBe('not-found');
  expect(await kindOf(() => handovers.readKept('00000000-0000-4000-8000-000000000009'))).toBe('not-found');
});
