/* The words of notifications about prepared requests, and those in calendars. */

export const repeats = {
  prepared: '{count, plural, other {# 件の依頼が準備されました}}',
  preparedMore: '{names}、{count, plural, other {ほか # 件}}',
  calendarFile: 'Colodesk のメンテナンス',
  noDates: 'メンテナンスの日程がある送信済みのチケットはありません。',
  noDatesTodo: '先にチケットを開いて、メンテナンスの日程を設定してください。',
} as const;
