/* Every message of the page in Japanese: one file for each part of the screen, as in ../en. */

import type { Translated } from '../../../electron/contract/translation.ts';
import type { english } from '../en/index.ts';
import { account, environment, start } from './account.ts';
import { action } from './action.ts';
import { commands, keys, ownData } from './commands.ts';
import { exports } from './exports.ts';
import { files } from './files.ts';
import { form } from './form.ts';
import { handover } from './handover.ts';
import { help } from './help.ts';
import { empty, inbox, noMatch } from './inbox.ts';
import { list } from './list.ts';
import { outbox } from './outbox.ts';
import { overview } from './overview.ts';
import { paper } from './paper.ts';
import { repeats } from './repeats.ts';
import { policy, settings } from './settings.ts';
import { snooze } from './snooze.ts';
import { problem, status } from './status.ts';
import { ticket } from './ticket.ts';
import { time } from './time.ts';
import { filters, views } from './views.ts';

export const japanese: Translated<typeof english> = {
  account,
  action,
  commands,
  empty,
  environment,
  exports,
  files,
  filters,
  form,
  handover,
  help,
  inbox,
  keys,
  list,
  noMatch,
  outbox,
  overview,
  ownData,
  paper,
  policy,
  problem,
  repeats,
  settings,
  snooze,
  start,
  status,
  ticket,
  time,
  views,
};
