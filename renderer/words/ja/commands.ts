/* The palette, the list of keys, and what the user carries to another computer, in Japanese. */

import type { Translated } from '../../../electron/contract/translation.ts';
import type * as english from '../en/commands.ts';

export const commands: Translated<typeof english.commands> = {
  palette: 'コマンド',
  field: 'コマンドまたはチケットを入力',
  list: 'コマンドとチケット',
  nothing: '見つかりませんでした。',
  found: '{count, plural, other {# 件の結果}}',
  group: {
    recent: '最近使用',
    commands: 'コマンド',
    views: 'ビュー',
    sites: 'サイトのチケットを表示',
    accounts: 'アカウントを切り替え',
    tickets: 'チケット',
  },
};

export const keys: Translated<typeof english.keys> = {
  title: 'キーボードショートカット',
  singleKeysOff: '1 文字のキーは設定でオフになっています。',
  group: {
    tickets: 'チケット',
    ticket: '開いているチケットまたは選択したチケット',
    list: '一覧',
    views: 'ビュー',
    application: 'アプリケーション',
  },
  inList: {
    title: 'チケットの一覧',
    row: '1 件上または下へ',
    page: '1 ページ上または下へ',
    end: '最初または最後のチケット',
    range: '範囲を選択',
    open: 'チケットを開く',
    close: '選択を解除、チケットを閉じる',
  },
  inText: {
    title: 'テキストボックス',
    send: 'フォームまたはコメントを送信',
    close: '下書きを残してフォームを閉じる。検索ボックスでは検索をクリア',
  },
  anywhere: {
    title: '共通',
    next: '次または前のコントロール',
    zoom: '拡大、縮小、実際のサイズ',
  },
  name: {
    Ctrl: 'Ctrl',
    Shift: 'Shift',
    Enter: 'Enter',
    Return: 'Return',
    Esc: 'Esc',
    Tab: 'Tab',
    'Page Up': 'Page Up',
    'Page Down': 'Page Down',
    Home: 'Home',
    End: 'End',
  },
};

export const ownData: Translated<typeof english.ownData> = {
  exported: '「{file}」として保存しました。チケットは含まれていません。',
  imported: {
    nothing: '「{file}」から追加するものはありません。',
    allHere: '「{file}」の内容はすべてすでにあります。',
    added: '{added, plural, other {# 個の項目}}を「{file}」から追加しました。',
    addedAndHere:
      '{added, plural, other {# 個の項目}}を「{file}」から追加しました。{here, plural, other {# 個の項目はすでにあり、変更されていません。}}',
  },
};
