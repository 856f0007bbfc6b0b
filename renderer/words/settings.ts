/*
 * The words of the settings.
 */

import { inSentence } from '../../electron/contract/isolate.ts';
import type { NotificationKind } from '../../electron/contract/settings.ts';
import { countOf } from './numbers.ts';

export const settingsWords = {
  menu: 'Settings…',
  title: 'Settings',
  close: 'Done',
  /** Beside each setting that the policy decides. */
  fixed: 'Set for this computer by your IT department.',
  notifications: 'Notifications',
  notifies: 'Notify me',
  notifiesHint: 'Never about what you do here.',
  kinds: 'About',
  kind: {
    answer: 'Comments by others',
    status: 'Changes of status',
    new: 'New tickets',
    changed: 'Other changes',
    reminder: 'Tickets that come back from a snooze',
    refused: 'Changes of mine that were refused',
    repeat: 'Prepared requests',
  } satisfies Record<NotificationKind, string>,
  of: 'For',
  ofAll: 'All tickets',
  ofMine: 'Tickets I opened, changed or commented on',
  ofStarred: 'Starred tickets',
  ofView: (name: string) => `The view “${inSentence(name)}”`,
  ofOtherView: 'A view that is not in this account',
  quietHours: 'Quiet hours',
  quietHoursHint: 'No notifications in this time. It may go past midnight.',
  from: 'From',
  until: 'Until',
  mute: 'Mute for an hour',
  muted: (until: string) => `Notifications are muted until ${until}.`,
  endMute: 'End the mute',
  quiet: 'Quiet tickets',
  quietLead: 'An open ticket without any change for this many days needs attention.',
  quietOthers: 'All others',
  quietDays: (type: string) => `Days for ${inSentence(type)}`,
  days: 'days',
  keyboard: 'Keyboard',
  usesSingleKeys: 'Single-key shortcuts',
  usesSingleKeysHint: 'Such as N for a new ticket. Shortcuts with Ctrl or ⌘ always work.',
  showKeys: 'Show all shortcuts',
  writing: 'Writing',
  checksSpelling: 'Check spelling',
  checksSpellingHint:
    'By the checker of Windows or macOS, on Linux by a dictionary that you provide. Nothing is fetched.',
  userName: 'Your name',
  userNameHint: 'Stands for {name} in templates and comment texts. Left empty, it is asked for.',
  application: 'Application',
  foldsViews: 'Fold the views at the left',
  staysInTray: 'Keep running when the window is closed',
  staysInTrayHint: 'Colodesk stays in the tray and goes on notifying.',
  startsWithSystem: 'Start with the system',
  storage: 'On this computer',
  history: 'Keep full tickets offline',
  historyHint: 'Open tickets are always kept in full. Other tickets keep all but the description and comments.',
  historyOf: (days: number) => {
    if (days === 0) return 'Only open tickets';
    const unit = days % 365 === 0 ? 'year' : 'day';
    const count = unit === 'year' ? days / 365 : days;
    return `Changed in the last ${count === 1 ? unit : countOf(count, unit)}`;
  },
  ownData: 'Views, templates, texts, notes on sites and these settings',
  ownDataHint: 'In a file for another computer, without any ticket. Importing adds what is missing.',
  export: 'Export…',
  import: 'Import…',
} as const;
