/*
 * Every command of the window, in one list: the palette, the menus, the list of keys and the shortcuts are all made from it.
 */

import { z } from 'zod';
import { sharedWords } from './words/words.ts';

/** The groups in which menus and the list of keys show the commands. */
export const commandGroups = ['tickets', 'ticket', 'list', 'views', 'application'] as const;
export type CommandGroup = (typeof commandGroups)[number];

/**
 * `keys`: each with modifiers before the key, joined by `+`. `Mod` is Ctrl, on macOS ⌘. A single character without `Mod` works
 * outside text fields, and only while the user wants single keys. `isInMenu`: also in the application's menu.
 */
type CommandDefinition = { group: CommandGroup; keys: readonly string[]; isInMenu: boolean };

const command = (group: CommandGroup, keys: readonly string[] = [], isInMenu = true): CommandDefinition => ({
  group,
  keys,
  isInMenu,
});

export const commands = {
  palette: command('application', ['Mod+K']),
  search: command('list', ['/', 'Mod+F']),
  newTicket: command('tickets', ['N']),
  syncNow: command('tickets', ['F5']),
  showTickets: command('views', []),
  showOutbox: command('views', ['Mod+Shift+O']),
  viewAttention: command('views', ['Mod+1']),
  viewOpen: command('views', ['Mod+2']),
  viewUnread: command('views', ['Mod+3']),
  viewStarred: command('views', ['Mod+4']),
  viewSnoozed: command('views', ['Mod+5']),
  viewClosed: command('views', ['Mod+6']),
  viewAll: command('views', ['Mod+7']),
  showOverview: command('views', ['Mod+8']),
  showHandover: command('views', ['Mod+9']),
  toggleViews: command('views', ['Mod+B']),
  saveView: command('views', ['Mod+Shift+S']),
  updateView: command('views', []),
  clearFilters: command('list', ['Mod+Shift+X']),
  columns: command('list', []),
  selectAll: command('list', ['Mod+A'], false),
  toggleSelected: command('list', ['X'], false),
  clearSelection: command('list', [], false),
  exportTickets: command('list', ['Mod+Shift+E']),
  print: command('list', ['Mod+P']),
  savePdf: command('list', ['Mod+Shift+P']),
  readAll: command('list', ['Mod+Shift+U']),
  editTicket: command('ticket', ['E']),
  commentOnTicket: command('ticket', ['C']),
  cancelTicket: command('ticket', []),
  addRecipient: command('ticket', []),
  duplicateTicket: command('ticket', []),
  attachFiles: command('ticket', []),
  star: command('ticket', ['S']),
  snooze: command('ticket', ['H']),
  bringBack: command('ticket', []),
  markUnread: command('ticket', ['U']),
  privateNote: command('ticket', ['P']),
  copyId: command('ticket', []),
  copyLink: command('ticket', []),
  templates: command('tickets', []),
  saveCalendar: command('tickets', []),
  commentTexts: command('tickets', []),
  siteNotes: command('tickets', []),
  muteForAnHour: command('application', []),
  settings: command('application', ['Mod+,']),
  exportOwnData: command('application', []),
  importOwnData: command('application', []),
  otherSignIn: command('application', []),
  signOut: command('application', []),
  keys: command('application', ['F1']),
  diagnosis: command('application', []),
} as const satisfies Record<string, CommandDefinition>;

export type CommandId = keyof typeof commands;
export const commandIds = Object.keys(commands) as [CommandId, ...CommandId[]];
export const commandIdSchema = z.enum(commandIds);

/** A command's title, in the language of the moment. */
export const titleOfCommand = (id: CommandId): string => sharedWords().commands[id];
