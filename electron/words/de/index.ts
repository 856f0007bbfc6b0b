/* Every message of the main process in German: one file for each subject. */

import type { Translated } from '../../contract/translation.ts';
import type { english } from '../en/index.ts';
import { account } from './account.ts';
import { diagnosis } from './diagnosis.ts';
import { dialogs, frozen, proxy, updates } from './dialogs.ts';
import { exports } from './exports.ts';
import { files } from './files.ts';
import { handover } from './handover.ts';
import { menus } from './menus.ts';
import { notifications } from './notifications.ts';
import { answers, attaching, lostAnswer, outbox } from './outbox.ts';
import { paper } from './paper.ts';
import { repeats } from './repeats.ts';
import { ownData, saving } from './saving.ts';
import { start } from './start.ts';

export const german = {
  account,
  answers,
  attaching,
  diagnosis,
  dialogs,
  exports,
  files,
  frozen,
  handover,
  lostAnswer,
  menus,
  notifications,
  outbox,
  ownData,
  paper,
  proxy,
  repeats,
  saving,
  start,
  updates,
} satisfies Translated<typeof english>;
