/*
 * Every command of the window, in one list: the palette, the menus, the list of keys and the shortcuts are all made from it.
 */

import { z } from 'zod';

/** The groups in which menus and the list of keys show the commands. */
export const commandGroups = ['tickets', 'ticket', 'list', 'views', 'application'] as const;
export type CommandGroup = (typeof commandGroups)[number];

/**
 * `keys`: each with modifiers before the key, joined by `+`. `Mod` is Ctrl, on macOS ⌘. A single character without `Mod` works
 * outside text fields, and only while the user wants single keys. `isInMenu`: also in the application's menu.
 */
type CommandDefinition = { title: string; group: CommandGroup; keys: readonly string[]; isInMenu: boolean };

const command = (
  group: CommandGroup,
  title: string,
  keys: readonly string[] = [],
  isInMenu = true,
): CommandDefinition => ({ title, group, keys, isInMenu });

export const commands = {
  palette: command('application', 'Commands…', ['Mod+K']),
  search: command('list', 'Search tickets', ['/', 'Mod+F']),
  newTicket: command('tickets', 'New ticket', ['N']),
  syncNow: command('tickets', 'Sync now', ['F5']),
  showTickets: command('views', 'Show the tickets', []),
  showOutbox: command('views', 'Show the outbox', ['Mod+Shift+O']),
  viewAttention: command('views', 'Needs attention', ['Mod+1']),
  viewOpen: command('views', 'Open', ['Mod+2']),
  viewUnread: command('views', 'Unread', ['Mod+3']),
  viewStarred: command('views', 'Starred', ['Mod+4']),
  viewSnoozed: command('views', 'Snoozed', ['Mod+5']),
  viewClosed: command('views', 'Recently closed', ['Mod+6']),
  viewAll: command('views', 'All tickets', ['Mod+7']),
  showOverview: command('views', 'Overview', ['Mod+8']),
  showHandover: command('views', 'Hand-over', ['Mod+9']),
  toggleViews: command('views', 'Fold or unfold the views', ['Mod+B']),
  saveView: command('views', 'Save view…', ['Mod+Shift+S']),
  clearFilters: command('list', 'Clear search and filters', ['Mod+Shift+X']),
  columns: command('list', 'Columns…', []),
  selectAll: command('list', 'Select all in this view', ['Mod+A'], false),
  toggleSelected: command('list', 'Select or deselect the ticket', ['X'], false),
  clearSelection: command('list', 'Clear the selection', [], false),
  exportTickets: command('list', 'Export…', ['Mod+Shift+E']),
  print: command('list', 'Print…', ['Mod+P']),
  savePdf: command('list', 'Save as PDF…', ['Mod+Shift+P']),
  readAll: command('list', 'Mark all in this view as read', ['Mod+Shift+U']),
  editTicket: command('ticket', 'Edit ticket', ['E']),
  commentOnTicket: command('ticket', 'Add comment', ['C']),
  cancelTicket: command('ticket', 'Cancel ticket…', []),
  attachFiles: command('ticket', 'Attach files…', []),
  star: command('ticket', 'Star or unstar', ['S']),
  snooze: command('ticket', 'Snooze…', ['H']),
  markUnread: command('ticket', 'Mark as read or unread', ['U']),
  privateNote: command('ticket', 'Private note', ['P']),
  copyId: command('ticket', 'Copy ticket ID', []),
  copyLink: command('ticket', 'Copy link', []),
  templates: command('tickets', 'Templates…', []),
  saveCalendar: command('tickets', 'Save maintenance dates as a calendar…', []),
  commentTexts: command('tickets', 'Comment texts…', []),
  siteNotes: command('tickets', 'Site notes and time zones…', []),
  muteForAnHour: command('application', 'Mute notifications for an hour', []),
  settings: command('application', 'Settings…', ['Mod+,']),
  exportOwnData: command('application', 'Export views, templates and notes on sites…', []),
  importOwnData: command('application', 'Import views, templates and notes on sites…', []),
  keys: command('application', 'Keyboard shortcuts', ['F1']),
  diagnosis: command('application', 'Diagnostics', []),
} as const satisfies Record<string, CommandDefinition>;

export type CommandId = keyof typeof commands;
export const commandIds = Object.keys(commands) as [CommandId, ...CommandId[]];
export const commandIdSchema = z.enum(commandIds);
