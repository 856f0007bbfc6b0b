/* Messages that are the same in another language as in English, because the words are. */

import type { Language } from '../../electron/contract/language.ts';

/** Names, abbreviations, and messages of nothing but arguments. */
export const sameInAll: readonly string[] = [
  'OK',
  '{name} (UTC)',
  'ID',
  'Tickets',
  'Ticket',
  '{from} → {to}',
  'Playground',
  'Sandbox',
  'CSV',
  'Excel',
  'Proxy',
  'Esc',
  'Tab',
  '≥ {duration}',
  '{median} · {slowest}',
  '{count, number} · {median}',
  'Ctrl',
];

export const sameAsEnglish: { readonly [L in Language]?: readonly string[] } = {
  de: [
    'Status',
    'Status: {from} → {to}',
    '{field}: „{from}“ → „{to}“',
    'Name',
    'Demo',
    'Text',
    'Server: {address}',
    'Standard',
    'Median',
    '{count, number} ms',
    'Details',
    'Offline',
    'Online.',
  ],
  fr: [
    'Site',
    'Description',
    'Sites',
    'Services',
    'Production',
    'Format',
    'Dates',
    'Date',
    'Note',
    'Application',
    'Notifications',
  ],
  es: [
    'Zoom',
    'Demo',
    '{count, plural, one {# ticket} many {# tickets} other {# tickets}}',
    '{count, number} min',
    '{count, number} h',
    '{hours, number} h {minutes, number} min',
    '{count, number} d',
    '{days, number} d {hours, number} h',
    '{count, number} ms',
    '{count, number} s',
    '{name}, {count, plural, one {# ticket} many {# tickets} other {# tickets}}',
  ],
  ja: ['Shift', 'Enter', 'Return', 'Page Up', 'Page Down', 'Home', 'End'],
};
