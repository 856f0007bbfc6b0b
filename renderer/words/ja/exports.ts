/* Exporting tickets and tables to files, in Japanese. */

import type { Translated } from '../../../electron/contract/translation.ts';
import type * as english from '../en/exports.ts';

export const exports: Translated<typeof english.exports> = {
  title: 'エクスポート',
  button: 'エクスポート',
  buttonOf: 'エクスポート：{name}',
  selected: '{count, plural, other {選択した # 件のチケット}}',
  narrowed: '{name}（絞り込み）',
  counting: 'チケットを数えています…',
  lead: '「{name}」の {count, plural, other {# 件のチケット}}、{time} 時点。',
  leadSelected: '{count, plural, other {選択した # 件のチケット}}、{time} 時点。',
  leadUnconfirmed: '「{name}」の {count, plural, other {# 件のチケット}}。サーバーではまだ確認されていません。',
  leadTable: '表「{name}」（{count, plural, other {# 行}}）。',
  format: '形式',
  formats: { csv: 'CSV', xlsx: 'Excel' },
  formatHints: {
    csv: '他のプログラムやインポート用のテキストです。',
    xlsx: '日付の書式、フィルター、固定された見出しが付きます。',
  },
  separator: '区切り文字',
  separators: { comma: 'コンマ', semicolon: 'セミコロン', tab: 'タブ' },
  columns: '列',
  columnSets: { list: '一覧と同じ', all: 'すべて' },
  columnHints: {
    list: '現在表示されている列です。',
    all: '説明、受信者、コメント数、自分のメモなども含みます。',
  },
  missing: '{count, plural, other {# 件のチケットの詳細}}がまだ取得されていないため、説明などの列は空になります。',
  fetch: '先に取得する',
  fetchTakes: '約 {duration} かかります。いつでも中止できます。',
  fetchTakesUnknown: '所要時間は開始後に表示されます。いつでも中止できます。',
  stillMissing: '{count, plural, other {# 件のチケット}}の詳細がまだありません。現在、サーバーから取得できません。',
  fetching: '詳細を取得しています',
  writing: 'ファイルを書き込んでいます',
  progress: '{total, number} 件中 {done, number} 件',
  progressLeft: '{total, number} 件中 {done, number} 件、残り約 {duration}',
  stop: '中止',
  close: '閉じる',
  saved: '{count, plural, other {# 行}}を「{fileName}」として保存しました。',
  stopped: '中止しました。ファイルは書き込まれていません。',
};
