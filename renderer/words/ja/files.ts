/* A ticket’s files: looking at them, saving several, and keeping them for offline, in Japanese. */

import type { Translated } from '../../../electron/contract/translation.ts';
import type * as english from '../en/files.ts';

export const files: Translated<typeof english.files> = {
  open: '{name} を開く',
  kept: 'このコンピューターに保存済み',
  select: '{name} を選択',
  saveAll: 'すべて保存',
  saveSelected: '{count, plural, other {# 個のファイルを保存}}',
  saving: '{count, number} 個中 {done, number} 個を保存しています…',
  savingLabel: '保存中のファイル',
  saved: '{count, plural, other {# 個のファイルを {folder} に保存しました。}}',
  notSaved: '{count, plural, other {# 個のファイルを保存できませんでした：}}',
  stopSaving: '中止',
  stopped: '中止しました。{folder} に保存したファイル：{count, number} 個中 {done, number} 個',
  dismiss: '閉じる',
  loading: 'ファイルを開いています…',
  drawing: 'ページを描画しています…',
  notShown:
    'Colodesk ではこの種類のファイルを表示できません。保存し、作成者を信頼できる場合は別のプログラムで開いてください。',
  cut: 'これは文章の先頭部分です。全文を読むには、ファイルを保存してください。',
  position: 'ファイル {number, number}／{count, number}',
  previousFile: '前のファイル',
  nextFile: '次のファイル',
  page: 'ページ {page, number}／{count, number}',
  previousPage: '前のページ',
  nextPage: '次のページ',
  zoomIn: '拡大',
  zoomOut: '縮小',
  save: '保存',
  close: '閉じる',
  savedAs: '{name} として保存しました',
  budget: 'オフライン用にファイルを保存',
  budgetHint:
    'オープンのチケットの 5 MB 以下のファイルと、開いたファイルが対象です。このアカウントでは現在 {used} を使用しています。',
  budgetHintUnknown: 'オープンのチケットの 5 MB 以下のファイルと、開いたファイルが対象です。',
  noBudget: '保存しない',
  upTo: '{size} まで',
};
