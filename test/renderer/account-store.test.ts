import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { CommentTextTemplate, Draft, Template } from '../../electron/contract/draft.ts';
import { emptyNewTicket } from '../../electron/contract/fields.ts';
import { problem } from '../../electron/contract/problem.ts';
import { defaultSort, noFilters } from '../../electron/contract/query.ts';
import { defaultLayout, type SavedView } from '../../electron/contract/views.ts';
import { accountStore, resetAccountStores } from '../../renderer/state/account-store.ts';
import * as attachments from '../../renderer/state/attachments.ts';
import { loadCommentTexts, removeCommentText, saveCommentText } from '../../renderer/state/comment-texts.ts';
import { confirmDiscard } from '../../renderer/state/confirmations.ts';
import { continueDraft } from '../../renderer/state/continue-draft.ts';
import { loadDrafts } from '../../renderer/state/drafts.ts';
import { changeNewTicket } from '../../renderer/state/form-actions.ts';
import {
  changeScope,
  copyHandover,
  copyKeptHandover,
  loadHandover,
  loadKeptHandovers,
  openHandover,
  saveHandoverPdf,
  saveKeptHandoverPdf,
  showKeptHandover,
  useHandover,
} from '../../renderer/state/handover.ts';
import { loadKept, loadKeptUsage } from '../../renderer/state/kept-files.ts';
import { openChange, openNewTicket } from '../../renderer/state/open-form.ts';
import { loadMoreSent, loadOutbox, loadSent } from '../../renderer/state/outbox.ts';
import { loadOverview } from '../../renderer/state/overview.ts';
import { exportOwnData, importOwnData } from '../../renderer/state/own-data.ts';
import { findTickets } from '../../renderer/state/palette.ts';
import { loadFacets } from '../../renderer/state/query.ts';
import { loadLocations, loadReferenceData, reloadReferenceData } from '../../renderer/state/reference-data.ts';
import { loadRepeats } from '../../renderer/state/repeats.ts';
import { loadSiteNotes } from '../../renderer/state/site-notes.ts';
import { loadStatus } from '../../renderer/state/status.ts';
import { submitForm } from '../../renderer/state/submit.ts';
import { loadTemplates, removeTemplate, saveTemplate } from '../../renderer/state/templates.ts';
import { openTicket, readTicket } from '../../renderer/state/ticket.ts';
import { loadFromTop, reload } from '../../renderer/state/ticket-list.ts';
import { loadViewCounts, loadViews, saveView, updateView } from '../../renderer/state/views.ts';
import { aHandover, keptHandover } from '../support/handover.ts';
import { outboxItem, someCreate, someTicketId, someUpdate } from '../support/outbox-items.ts';
import { aShownTicket, aTicket } from '../support/tickets.ts';

type Store = { getState(): object; getInitialState(): object; setState(state: object): void };

const modules = Object.values(import.meta.glob<object>('../../renderer/state/*.ts', { eager: true }));
const exported = modules.flatMap((module) => Object.entries(module) as [string, unknown][]);

const isStore = (entry: [string, unknown]): entry is [string, Store] =>
  typeof entry[1] === 'function' && 'getInitialState' in entry[1];

/** Stores that another account does not empty, each with the reason. */
const computersStores: Record<string, string> = {
  usePolicy: 'The policy is the computer’s.',
  useSettings: 'The settings hold for all accounts.',
  useLayout: 'The columns are a setting.',
  useDemoNetwork: 'The demo service stays connected or not, whichever account is open.',
  useClock: 'The clock and its time zone are the computer’s.',
  useKeychain: 'All accounts wait for the same keychain.',
  useHelp: 'Help is about Colodesk, not about an account.',
  useSession: 'It says which account is open.',
  useClosingDialog: 'The main process waits for the user’s answer, whichever account is open.',
};
const accountsStores = exported.filter(isStore).filter(([name]) => !(name in computersStores));

/** Loads that fill no store of the account. */
const computersLoads = ['loadAnew', 'loadDemoNetwork', 'loadPolicy', 'loadSettings', 'loadSession', 'readAll'];

const draft: Draft = {
  key: 'copy:WO1',
  content: { form: 'new', fields: { ...emptyNewTicket, title: 'Typed' }, changeId: null },
  savedAtMs: 1,
};
const template: Template = { id: '00000000-0000-4000-8000-000000000009', name: 'Parking', fields: emptyNewTicket };
const savedView: SavedView = {
  id: template.id,
  name: 'Parking',
  base: 'all',
  filters: noFilters,
  search: '',
  sort: defaultSort,
  layout: defaultLayout,
};
const commentText: CommentTextTemplate = { id: template.id, name: 'Access', text: 'Approved.' };
const change = outboxItem(1, someCreate);

/** What the main process returns for the account that was open. */
const responses: Record<string, unknown> = {
  'tickets.facets': {
    status: [],
    site: [{ value: 'AMS011', count: 1, note: '' }],
    requestType: [],
    category: [],
    createdBy: [],
  },
  'tickets.page': { rows: [aTicket(1)], matching: 1, total: 1, unsent: 0 },
  'tickets.read': aShownTicket(1, { summary: aTicket(1, { id: someTicketId }) }),
  'tickets.record': [],
  'marks.siteNotes': [{ site: 'AMS011', note: 'Ring twice', zone: '' }],
  'outbox.list': { items: [change] },
  'outbox.sent': { items: [change], total: 1 },
  'drafts.list': [draft],
  'templates.list': [template],
  'repeats.list': { rhythms: [], waiting: [{ templateName: 'Parking' }] },
  'commentTexts.list': [commentText],
  'ownData.export': { fileName: 'colodesk.json' },
  'ownData.import': { fileName: 'colodesk.json', added: 1, alreadyHere: 0 },
  'referenceData.catalogue': [{ requestType: 'Amenities', categories: ['Parking'] }],
  'referenceData.sites': [{ code: 'AMS011' }],
  'referenceData.locations': [{ name: 'Row 1' }],
  'attachments.list': { attachments: [], fetchedAtMs: 1 },
  'attachments.kept': [{ attachmentId: 'a' }],
  'attachments.usage': { usedBytes: 1 },
  'overview.open': [{ value: 'AMS011', note: '', count: 1 }],
  'overview.openByAge': [],
  'overview.weeks': [],
  'overview.completion': { all: null, groups: [] },
  'overview.sent': [],
  'sync.status': { connection: 'online', ticketCount: 1 },
  'views.list': [savedView],
  'views.counts': { base: { open: 1 }, saved: {} },
  'handover.begin': { sentence: 'Typed', scope: keptHandover.scope, sites: ['AMS011'] },
  'handover.read': aHandover(),
  'handover.savePdf': { fileName: 'handover.pdf' },
  'handover.saveKeptPdf': { fileName: 'handover.pdf' },
  'handover.kept': [keptHandover],
  'handover.readKept': aHandover(),
  'outbox.add': { id: change.id, ticketId: someTicketId },
};

/** Every load of renderer/state, begun when its account is open. */
const loads: Record<string, () => unknown> = {
  loadFacets,
  loadOverview,
  loadViews,
  loadViewCounts,
  loadDrafts,
  loadOutbox,
  loadSent,
  loadMoreSent,
  loadStatus,
  loadReferenceData,
  loadRepeats,
  loadSiteNotes,
  loadLocations: () => loadLocations('AMS011'),
  reloadReferenceData: () => reloadReferenceData(null),
  loadTemplates,
  loadCommentTexts,
  loadFromTop,
  reload,
  loadAttachments: () => attachments.loadAttachments(someTicketId),
  reloadAttachments: () => {
    attachments.useAttachments.setState({ ticketId: someTicketId });
    return attachments.reloadAttachments();
  },
  loadKept: () => loadKept(someTicketId),
  loadKeptUsage,
  loadHandover,
  loadKeptHandovers,
  readTicket: () => {
    void openTicket(someTicketId);
    return readTicket();
  },
};

/** Actions that touch a store after they have waited. */
const actions: Record<string, () => unknown> = {
  attachFiles: () => {
    const refused = [{ fileName: 'secret.txt', problem: problem('file-empty') }];
    return attachments.attachFiles(
      someTicketId,
      gate.then(() => ({ ok: true, value: { added: 0, refused } })),
    );
  },
  confirmDiscard: () => confirmDiscard(change),
  removeTemplate: () => removeTemplate(template),
  saveTemplate: () => saveTemplate('Parking', emptyNewTicket),
  saveView: () => saveView('Parking'),
  updateView,
  removeCommentText: () => removeCommentText(commentText),
  saveCommentText: () => saveCommentText('Access', 'Approved.'),
  exportOwnData,
  importOwnData,
  findTickets: () => findTickets('door'),
  openHandover,
  changeScope: () => changeScope({ sites: [] }),
  copyHandover: () => {
    useHandover.setState({ handover: aHandover() });
    return copyHandover();
  },
  saveHandoverPdf: () => {
    useHandover.setState({ handover: aHandover() });
    return saveHandoverPdf();
  },
  showKeptHandover: () => showKeptHandover(keptHandover),
  copyKeptHandover: () => copyKeptHandover(keptHandover.id),
  saveKeptHandoverPdf: () => saveKeptHandoverPdf(keptHandover.id),
  continueDraft: () => continueDraft(draft),
  openChange: () => openChange(outboxItem(2, someUpdate)),
  submitForm: () => {
    openNewTicket();
    changeNewTicket({ title: 'Typed' });
    return submitForm();
  },
};

let openGate: () => void = () => {};
let gate: Promise<void> = Promise.resolve();
let failing = false;
const asked: string[] = [];

beforeEach(() => {
  resetAccountStores();
  failing = false;
  asked.length = 0;
  gate = new Promise((resolve) => {
    openGate = resolve;
  });
  const call = async (name: string) => {
    asked.push(name);
    await gate;
    return failing ? { ok: false, problem: problem('disk-error') } : { ok: true, value: responses[name] ?? null };
  };
  const group = (name: string) => new Proxy({}, { get: (_, called) => () => call(`${name}.${String(called)}`) });
  vi.stubGlobal('window', { desk: new Proxy({}, { get: (_, name) => group(String(name)) }) });
  vi.stubGlobal('document', { getElementById: () => null });
});

const snapshot = () => Object.fromEntries(accountsStores.map(([name, store]) => [name, store.getState()]));
const initial = Object.fromEntries(accountsStores.map(([name, store]) => [name, store.getInitialState()]));

describe('another account', () => {
  it('finds every store empty that is not the computer’s', () => {
    expect(accountsStores.length).toBeGreaterThan(15);
    for (const [, store] of accountsStores) {
      store.setState(Object.fromEntries(Object.keys(store.getState()).map((key) => [key, 'of the account before'])));
    }
    resetAccountStores();
    expect(snapshot()).toEqual(initial);
  });

  it('is considered in the list of loads below', () => {
    const names = exported.map(([name]) => name).filter((name) => /^((re)?load|read)/.test(name));
    expect([...Object.keys(loads), ...computersLoads].sort()).toEqual(names.sort());
  });

  it.each(Object.entries(loads))('%s fills a store while its account is open', async (_, load) => {
    const loading = load();
    const before = snapshot();
    openGate();
    await loading;
    expect(snapshot()).not.toEqual(before);
  });

  it.each(Object.entries(loads))('%s fills no store for it with a late response', async (_, load) => {
    for (failing of [false, true]) {
      const loading = load();
      resetAccountStores();
      openGate();
      await loading;
      expect(snapshot()).toEqual(initial);
    }
  });

  it.each(Object.entries(actions))('%s ends when it is opened', async (_, act) => {
    const acting = act();
    await vi.waitUntil(() => asked.length > 0 || _ === 'attachFiles');
    resetAccountStores();
    openGate();
    await acting;
    expect(snapshot()).toEqual(initial);
    expect(asked).not.toContain('outbox.add');
  });
});

describe('a response', () => {
  const useNumber = accountStore({ number: 0 });
  const respond = async (number: number, topic?: string) => useNumber.newest(Promise.resolve(number), topic);

  it('counts only if nothing newer was requested about its topic', async () => {
    const both = [respond(1), respond(2), respond(3, 'other')];
    expect(await Promise.all(both)).toEqual([null, 2, 3]);
  });
  it('counts no more when an event brought something newer', async () => {
    const late = respond(1);
    useNumber.supersede();
    expect(await late).toBeNull();
    expect(await respond(2)).toBe(2);
  });
});
