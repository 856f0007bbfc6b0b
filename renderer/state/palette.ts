/*
 * What the palette offers: commands, views, sites, accounts and tickets. All but the tickets are in the window; those are
 * searched for in the main process with each key.
 */

import { type CommandId, commandIds, titleOfCommand } from '../../electron/contract/commands.ts';
import { cut } from '../../electron/contract/cut.ts';
import type { TicketId } from '../../electron/contract/ids.ts';
import { type BaseView, defaultSort, noFilters, type TicketRow } from '../../electron/contract/query.ts';
import { foldText, wordsOf } from '../../electron/contract/search-text.ts';
import { longestSearch } from '../../electron/contract/specification.ts';
import { placeOf } from '../words/account-names.ts';
import { shownKeysOf } from '../words/keys.ts';
import { words } from '../words/words.ts';
import { accountStore } from './account-store.ts';
import { commandActions } from './commands.ts';
import { showProblem } from './feedback.ts';
import { useQuery } from './query.ts';
import { useReferenceData } from './reference-data.ts';
import { switchTo, useSession } from './session.ts';
import { useSettings } from './settings.ts';
import { showTicket } from './ticket.ts';
import { chooseSavedView, chooseView, useViews } from './views.ts';

export type PaletteGroup = keyof typeof words.commands.group;

export type PaletteEntry = {
  /** Unlike that of any other entry. */
  readonly key: string;
  readonly group: Exclude<PaletteGroup, 'recent'>;
  readonly label: string;
  /** Explains the label, or is `''`. It is searched too. */
  readonly note: string;
  /** The command's keys as the screen shows them. */
  readonly keys: readonly string[];
  readonly run: () => void;
};

/** What was chosen last in the palette, the newest first. */
export const useRecent = accountStore<{ readonly entries: readonly PaletteEntry[] }>({ entries: [] });

const maxRecent = 8;

/** Runs what was chosen, and offers it first from now on. */
export function runEntry(entry: PaletteEntry): void {
  useRecent.setState(({ entries }) => ({
    entries: [entry, ...entries.filter(({ key }) => key !== entry.key)].slice(0, maxRecent),
  }));
  entry.run();
}

/** The command of each built-in view. */
const viewCommands: Readonly<Record<BaseView, CommandId>> = {
  attention: 'viewAttention',
  open: 'viewOpen',
  unread: 'viewUnread',
  starred: 'viewStarred',
  snoozed: 'viewSnoozed',
  closed: 'viewClosed',
  all: 'viewAll',
};
const isViewCommand = (id: CommandId): boolean => Object.values(viewCommands).includes(id);

/** Returns all that can be done now, without the tickets. */
export function entriesNow(): PaletteEntry[] {
  const available = commandIds.filter((id) => id !== 'palette' && commandActions[id].isAvailable());
  return [
    ...available.filter((id) => !isViewCommand(id)).map(commandEntry),
    ...available.filter(isViewCommand).map(commandEntry),
    ...savedViewEntries(),
    ...siteEntries(),
    ...accountEntries(),
  ];
}

function commandEntry(id: CommandId): PaletteEntry {
  return {
    key: `command ${id}`,
    group: isViewCommand(id) ? 'views' : 'commands',
    label: titleOfCommand(id),
    note: '',
    keys: shownKeysOf(id, useSettings.getState().usesSingleKeys),
    run: commandActions[id].run,
  };
}

function savedViewEntries(): PaletteEntry[] {
  return useViews.getState().views.map(({ id, name }) => ({
    key: `view ${id}`,
    group: 'views',
    label: name,
    note: '',
    keys: [],
    run: () => chooseSavedView(id),
  }));
}

function siteEntries(): PaletteEntry[] {
  const { sites, sitesOfTickets } = useReferenceData.getState();
  const places =
    sites.length > 0
      ? sites.map(({ site, city, country }) => ({ site, note: [city, country].filter(Boolean).join(', ') }))
      : sitesOfTickets.map(({ value, note }) => ({ site: value, note }));
  return places
    .filter(({ site }) => site !== '')
    .map(({ site, note }) => ({
      key: `site ${site}`,
      group: 'sites',
      label: site,
      note,
      keys: [],
      run: () => showSite(site),
    }));
}

/** Shows all tickets of a site. */
function showSite(site: string): void {
  chooseView('all');
  useQuery.setState({ filters: { ...noFilters, site: [site] } });
}

function accountEntries(): PaletteEntry[] {
  const { session } = useSession.getState();
  if (session.phase !== 'open') return [];
  const others = session.accounts.filter(({ key }) => key !== session.account.key);
  return others.map((account) => ({
    key: `account ${account.key}`,
    group: 'accounts',
    label: account.name,
    note: placeOf(account),
    keys: [],
    run: () => void switchTo(account),
  }));
}

type FoundTickets = { readonly search: string; readonly rows: readonly TicketRow[] };

/** The tickets of the newest search that was answered. */
export const useFoundTickets = accountStore<FoundTickets>({ search: '', rows: [] });

const maxTickets = 8;

/** Searches all tickets, the ones that changed last first. */
export async function findTickets(typed: string): Promise<void> {
  const search = cut(typed.trim(), longestSearch);
  if (search === '') {
    useFoundTickets.reset();
    return;
  }
  const query = { view: 'all' as const, filters: noFilters, search, sort: defaultSort, offset: 0, limit: maxTickets };
  const outcome = await useFoundTickets.newest(window.desk.tickets.page(query));
  if (outcome?.ok) useFoundTickets.setState({ search, rows: outcome.value.rows });
  else if (outcome) showProblem(outcome.problem);
}

function ticketEntry({ id, title, status, site }: TicketRow, isSent: boolean): PaletteEntry {
  return {
    key: `ticket ${id}`,
    group: 'tickets',
    label: title || words.inbox.untitled,
    note: [isSent ? id : words.outbox.notSent, site, status].filter(Boolean).join(' · '),
    keys: [],
    run: () => showTicket(id),
  };
}

/** Returns the tickets found as entries. While newer ones are on their way, only those stay that have the new words too. */
export function ticketEntries(
  { search, rows }: FoundTickets,
  typed: string,
  isSent: (id: TicketId) => boolean,
): PaletteEntry[] {
  const entries = rows.map((row) => ticketEntry(row, isSent(row.id)));
  return search === cut(typed.trim(), longestSearch) ? entries : entries.filter((entry) => hasWords(entry, typed));
}

type ShownGroup = { readonly group: PaletteGroup; readonly entries: readonly PaletteEntry[] };

const groupOrder: readonly PaletteGroup[] = ['recent', 'commands', 'views', 'accounts', 'sites', 'tickets'];

/** Sites fill a screen only once words narrow them down. */
const maxSites = 8;

/**
 * Returns the entries that have all typed words, by group: the group and within it the entry whose label begins with them
 * first, the tickets last. Without any word: what was chosen last, then everything but sites and tickets.
 */
export function shownGroups(
  typed: string,
  entries: readonly PaletteEntry[],
  tickets: readonly PaletteEntry[],
  recent: readonly PaletteEntry[],
): ShownGroup[] {
  const isSearching = wordsOf(typed).length > 0;
  const byGroup = new Map<PaletteGroup, readonly PaletteEntry[]>();
  if (!isSearching) {
    const current = new Map(entries.map((entry) => [entry.key, entry]));
    const usable = recent.flatMap((entry) => current.get(entry.key) ?? (entry.group === 'tickets' ? [entry] : []));
    byGroup.set('recent', usable);
  }
  const isRecent = new Set(byGroup.get('recent')?.map(({ key }) => key));
  for (const group of groupOrder) {
    if (group === 'recent' || group === 'tickets') continue;
    const all = entries.filter((entry) => entry.group === group && !isRecent.has(entry.key));
    const found = isSearching ? ranked(all, typed) : all;
    byGroup.set(group, group === 'sites' ? found.slice(0, isSearching ? maxSites : 0) : found);
  }
  if (isSearching) byGroup.set('tickets', tickets);
  const groups = groupOrder.flatMap((group) => {
    const shown = byGroup.get(group) ?? [];
    return shown.length === 0 ? [] : [{ group, entries: shown }];
  });
  if (!isSearching) return groups;
  const search = foldText(typed.trim());
  const rankOfGroup = ({ group, entries: [best] }: ShownGroup) =>
    group === 'tickets' || !best ? worstRank + 1 : rankOf(best, search);
  return groups.toSorted((one, other) => rankOfGroup(one) - rankOfGroup(other));
}

function ranked(entries: readonly PaletteEntry[], typed: string): PaletteEntry[] {
  const search = foldText(typed.trim());
  const found = entries.filter((entry) => hasWords(entry, typed));
  return found.toSorted((one, other) => rankOf(one, search) - rankOf(other, search));
}

const worstRank = 2;

/** How well a label fits what is typed: it begins with it, or one of its words does, or neither. */
function rankOf({ label }: PaletteEntry, search: string): number {
  const folded = foldText(label);
  if (folded.startsWith(search)) return 0;
  return ` ${folded}`.includes(` ${search}`) ? 1 : worstRank;
}

/** Whether an entry has each typed word, in any order and as any part. */
export function hasWords({ label, note }: Pick<PaletteEntry, 'label' | 'note'>, typed: string): boolean {
  const text = foldText(`${label} ${note}`);
  return wordsOf(typed).every((word) => text.includes(word));
}
