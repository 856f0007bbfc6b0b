/* Notifications of the system, and the number on the icon. */

export const notifications = {
  new: '新しいチケット {id}',
  status: '{id} のステータスが {status} になりました',
  answer: '{id} に新しいコメントがあります',
  changed: '{id} が変更されました',
  reminder: 'リマインダー：{id}',
  refused: '受け付けられませんでした：{id} への変更',
  /** The same about a ticket that the user opened here and that the server does not know yet. */
  own: {
    new: '新しく作成したチケット',
    status: '新しく作成したチケットのステータスが {status} になりました',
    answer: '新しく作成したチケットに新しいコメントがあります',
    changed: '新しく作成したチケットが変更されました',
    reminder: 'リマインダー：新しく作成したチケット',
    refused: '受け付けられませんでした：新しく作成したチケット',
  },
  named: '{headline}：{title}',
  more: '{count, plural, other {ほか # 件}}',
  reminders: '{count, plural, other {リマインダー # 件}}',
  refusals: '{count, plural, other {# 件の変更が受け付けられませんでした}}',
  updates: '{count, plural, other {# 件のチケットに更新があります}}',
  attention: '{count, plural, other {# 件のチケットが対応を必要としています}}',
} as const;
