/* Snoozing: putting a ticket out of the way until a moment, in Japanese. */

import type { Translated } from '../../../electron/contract/translation.ts';
import type * as english from '../en/snooze.ts';

export const snooze: Translated<typeof english.snooze> = {
  button: 'スヌーズ',
  choice: { laterToday: '今日の後ほど', tomorrow: '明日', nextWeek: '来週' },
  chooseDate: '日時を選択…',
  dialog: 'スヌーズの期限',
  lead: 'このコンピューターだけの設定です。運営会社が回答すると、それより早く戻ります。',
  leadForMany:
    '{count, plural, other {# 件のチケット}}。このコンピューターだけの設定です。運営会社が回答したチケットは、それより早く戻ります。',
  day: '日付',
  time: '時刻',
  apply: 'スヌーズ',
  keep: 'キャンセル',
  noMoment: '日付と時刻を入力してください。',
  isPast: 'これからの日時を選んでください。',
  isTooLate: '10 年以内の日時を選んでください。',
};
