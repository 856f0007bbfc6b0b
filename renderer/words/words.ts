/*
 * Every word on the screen that is ours, in one place, so that there is one place to translate.
 */

import { inSentence } from '../../electron/contract/isolate.ts';
import type { FilterField } from '../../electron/contract/query.ts';
import type { Environment } from '../../electron/contract/session.ts';
import { wordsFrom } from '../../electron/contract/translation.ts';
import type { ListColumn } from '../../electron/contract/views.ts';
import { setSharedLanguage } from '../../electron/contract/words/words.ts';
import { commandWords, keyWords, ownDataWords } from './commands.ts';
import { english } from './en/index.ts';
import { formWords } from './form.ts';
import { helpWords, policyWords } from './help.ts';
import { language } from './language.ts';
import { listWords } from './list.ts';
import { formatCount, formatTickets, locale } from './numbers.ts';
import { actionWords, groupWords, outboxWords } from './outbox.ts';
import { settingsWords } from './settings.ts';
import { ticketWords } from './ticket.ts';
import { filterWords, viewWords } from './views.ts';

export { formatCount, formatTickets, groupWords };

await setSharedLanguage({ language, region: locale });

export const words = {
  ...wordsFrom(english, { language: 'en', region: locale }),
  yesterday: 'Yesterday',
  policy: policyWords,
  help: helpWords,
  environment: {
    production: 'Production',
    playground: 'Playground',
    sandbox: 'Sandbox',
    custom: 'Custom',
    demo: 'Demo',
  } satisfies Record<Environment, string>,
  start: {
    pitch: 'Every support ticket for your sites in one calm place.',
    points: [
      'All your tickets on this computer, even offline.',
      'Search as you type, across every site and cage.',
      'Encrypted here; the secret stays in your keychain.',
    ],
    title: 'Sign in',
    lead: 'Use your app’s client ID and secret from the operator’s developer portal.',
    environment: 'Environment',
    environmentHint: {
      production: 'Your real tickets.',
      playground: 'For trying things out.',
      sandbox: 'The operator’s test system.',
      custom: 'Another address with the same API.',
    } satisfies Record<Exclude<Environment, 'demo'>, string>,
    baseUrl: 'API base URL',
    baseUrlHint: 'Starts with https:// (http:// only for this computer).',
    sandboxHint: 'This address is a guess. Correct it if your operator gave you another.',
    clientId: 'Client ID',
    clientSecret: 'Client secret',
    showSecret: 'Show secret',
    signIn: 'Sign in',
    tryDemo: 'Try the demo',
    demoLead: 'No account yet?',
    demoHint: 'The demo runs on this computer with made-up tickets.',
    sessionOnly: 'Continue for this session only',
    back: 'Back',
    waitsForKeychain: 'Waiting for the keychain…',
    waitsHint: 'Your system may be asking for a password in another window.',
    starting: 'Opening your tickets…',
    choose: 'Choose an account',
    chooseLead: 'This sign-in gives access to several accounts. You can switch at any time.',
    hasCache: 'Tickets on this computer',
    otherSignIn: 'Sign in to another account…',
    signInAgain: 'Sign in again',
    againLead: (account: string) => `To ${account}. Its tickets and unsent changes stay on this computer.`,
    otherAccounts: 'Or open another account',
    cannotOpen: (account: string) => `${account} cannot be opened`,
    masterAccount: 'Master account ID',
    masterAccountHint: 'Colodesk checks it with the server before keeping it.',
    openAccount: 'Open account',
  },
  account: {
    menu: (name: string, environment: string) => `Account: ${name}, ${environment}`,
    switchTo: 'Switch to',
    sessionOnly: 'For this session only',
    sessionOnlyHint: 'Nothing is kept when Colodesk closes.',
    signOut: 'Sign out',
    signOutOf: (name: string) => `Sign out of ${name}?`,
    removed: 'This is removed from this computer:',
    removedParts: [
      'the client secret and access token (the secret stays while another account here uses it)',
      'the key to the ticket cache',
      'the cached tickets, so you can no longer read them offline',
      'your templates and saved views, your notes, stars and snoozes, and the log of sent changes',
    ],
    nothingElse: 'Nothing changes at the operator: your tickets stay there, and you can sign in again at any time.',
    keep: 'Stay signed in',
  },
  settings: settingsWords,
  commands: commandWords,
  keys: keyWords,
  ownData: ownDataWords,
  inbox: {
    search: 'Search tickets',
    searchHint: 'Search tickets: words, IDs, sites…',
    clearSearch: 'Clear search',
    grid: 'Tickets',
    filters: 'Filters',
    clearFilters: 'Clear filters',
    filter: {
      status: 'Status',
      site: 'Site',
      requestType: 'Request type',
      category: 'Category',
      createdBy: 'Created by',
    } satisfies Record<FilterField, string>,
    any: {
      status: 'Any status',
      site: 'Any site',
      requestType: 'Any request type',
      category: 'Any category',
      createdBy: 'Created by anyone',
    } satisfies Record<FilterField, string>,
    open: 'Open',
    blank: '(none)',
    columns: {
      id: 'ID',
      title: 'Title',
      status: 'Status',
      site: 'Site',
      location: 'Location',
      requestType: 'Request type',
      category: 'Category',
      customerReference: 'Reference',
      createdBy: 'Created by',
      createdOn: 'Created',
      age: 'Age',
      updatedOn: 'Updated',
      closedOn: 'Closed',
      statusSince: 'In status',
      lastCommentOn: 'Last comment',
      note: 'Note',
    } satisfies Record<ListColumn, string>,
    matching: (matching: number, total: number) => `${formatCount(matching)} of ${formatTickets(total)}`,
    all: (total: number, unsent: number) =>
      unsent === 0 ? formatTickets(total) : `${formatTickets(total)}, ${formatCount(unsent)} not sent yet`,
    notInList: (title: string) =>
      `Your new ticket “${inSentence(title)}” is not in this list: it does not match the view, search or filters.`,
    showAll: 'Show all tickets',
    untitled: '(no title)',
    loadingRow: 'Loading…',
  },
  noMatch: {
    otherWords: 'Try another word.',
    fewerWords: 'Try fewer words.',
    filteredBy: (filters: string) => `The list is filtered by ${filters}.`,
    inView: (view: string) => `Only the view ${inSentence(view)} was searched.`,
  },
  empty: {
    'no-match': { title: 'No tickets match', hint: '' },
    'first-sync': { title: 'Fetching your tickets…', hint: 'The newest come first. You can start reading now.' },
    paused: { title: 'Sync is paused', hint: 'Nothing has been fetched yet. Continue to fetch your tickets.' },
    offline: {
      title: 'No tickets on this computer yet',
      hint: 'There is no network. Colodesk fetches your tickets as soon as there is one.',
    },
    trouble: { title: 'No tickets on this computer yet', hint: '' },
    none: {
      title: 'This account has no tickets',
      hint: 'Tickets opened here or in the operator’s portal appear automatically.',
    },
    clear: 'Clear search and filters',
    searchAll: 'Search all tickets',
  },
  ticket: ticketWords,
  status: {
    region: 'Sync status',
    syncNow: 'Sync now',
    pause: 'Pause',
    continue: 'Continue',
    progress: 'Sync progress',
    details: 'Details',
    connecting: 'Connecting…',
    offline: 'Offline',
    kept: (count: number) => `${formatTickets(count)} on this computer`,
    confirmed: (when: string) => `confirmed ${when}`,
    lastConfirmed: (when: string) => `last confirmed ${when}`,
    neverConfirmed: 'not confirmed yet',
    walked: (done: number, total: number) => `${formatCount(done)} of ${formatCount(total)}`,
    left: (duration: string) => `about ${duration} left`,
    asking: 'Asking the server…',
    askingFor: (duration: string) => `Asking the server… about ${duration}`,
    slow: 'The server is answering slowly',
    paused: 'Paused',
    announce: {
      connecting: 'Connecting to the server.',
      online: 'Online.',
      offline: 'Offline. The tickets on this computer stay readable.',
      walking: 'Fetching tickets.',
      paused: 'Sync paused.',
      asking: 'Asking the server.',
      askingFor: (duration: string) => `Asking the server. This takes about ${duration}.`,
      slow: 'The server is answering slowly.',
    },
    demo: 'Demo: a service on this computer with made-up tickets. Nothing here is real.',
    demoNetwork: 'Demo network',
    clock: (minutes: number, isAhead: boolean) =>
      `This computer’s clock is ${minutes === 1 ? '1 minute' : `${formatCount(minutes)} minutes`} ${isAhead ? 'ahead of' : 'behind'} the server. Correct it in the system settings: it affects times and secure connections.`,
    banners: 'Notices',
    dismiss: 'Dismiss',
  },
  form: formWords,
  list: listWords,
  outbox: outboxWords,
  views: viewWords,
  filters: filterWords,
  action: actionWords,
  problem: {
    serverMessage: 'The server says',
    httpStatus: 'HTTP status',
    correlationId: 'Correlation ID',
    copyCorrelationId: 'Copy correlation ID',
    retry: 'Try again',
  },
} as const;
