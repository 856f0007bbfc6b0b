/* The search, the filters and the columns of the list of tickets, and what it says when it is empty, in Japanese. */

import type { Translated } from '../../../electron/contract/translation.ts';
import type * as english from '../en/inbox.ts';

export const inbox: Translated<typeof english.inbox> = {
  search: 'チケットを検索',
  searchHint: 'チケットを検索：語句、ID、サイト…',
  clearSearch: '検索をクリア',
  grid: 'チケット',
  filters: 'フィルター',
  clearFilters: 'フィルターをクリア',
  filter: {
    status: 'ステータス',
    site: 'サイト',
    requestType: '依頼の種類',
    category: 'カテゴリー',
    createdBy: '作成者',
  },
  any: {
    status: 'すべてのステータス',
    site: 'すべてのサイト',
    requestType: 'すべての依頼の種類',
    category: 'すべてのカテゴリー',
    createdBy: 'すべての作成者',
  },
  open: 'オープン',
  blank: '（なし）',
  columns: {
    id: 'ID',
    title: 'タイトル',
    status: 'ステータス',
    site: 'サイト',
    location: '場所',
    requestType: '依頼の種類',
    category: 'カテゴリー',
    customerReference: '参照番号',
    createdBy: '作成者',
    createdOn: '作成日時',
    age: '経過時間',
    updatedOn: '更新日時',
    closedOn: 'クローズ日時',
    statusSince: 'ステータス期間',
    lastCommentOn: '最終コメント',
    note: 'メモ',
  },
  tickets: '{count, plural, other {# 件のチケット}}',
  ticketsAndUnsent: '{count, plural, other {# 件のチケット}}、未送信 {unsent, number} 件',
  matching: '{count, plural, other {# 件のチケット}}中 {matching, number} 件',
  notInList: '新規チケット「{title}」は、ビュー、検索、またはフィルターの条件に合わないため、この一覧にありません。',
  showAll: 'すべてのチケットを表示',
  untitled: '（タイトルなし）',
  loadingRow: '読み込み中…',
};

export const noMatch: Translated<typeof english.noMatch> = {
  otherWords: '別の語句をお試しください。',
  fewerWords: '語句の数を減らしてください。',
  filteredBy: '一覧は次の条件で絞り込まれています：{filters}。',
  inView: 'ビュー「{view}」の中だけを検索しました。',
};

export const empty: Translated<typeof english.empty> = {
  'no-match': { title: '一致するチケットはありません', hint: '' },
  'first-sync': {
    title: 'チケットを取得しています…',
    hint: '新しいものから順に取得します。すぐに読み始められます。',
  },
  paused: {
    title: '同期は一時停止中です',
    hint: 'まだ何も取得されていません。チケットを取得するには再開してください。',
  },
  offline: {
    title: 'このコンピューターにはまだチケットがありません',
    hint: 'ネットワークに接続されていません。接続されしだい、Colodesk がチケットを取得します。',
  },
  trouble: { title: 'このコンピューターにはまだチケットがありません', hint: '' },
  none: {
    title: 'このアカウントにはチケットがありません',
    hint: 'ここまたは運営会社のポータルで作成したチケットは自動的に表示されます。',
  },
  clear: '検索とフィルターをクリア',
  searchAll: 'すべてのチケットを検索',
};
