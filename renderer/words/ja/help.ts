/* The diagnostics, which help the user and the IT department to find what is wrong, in Japanese. */

import type { Translated } from '../../../electron/contract/translation.ts';
import type * as english from '../en/help.ts';

export const help: Translated<typeof english.help> = {
  close: '閉じる',
  diagnosis: {
    title: '診断',
    open: '診断を実行',
    lead: 'Colodesk に必要なものをすべて確認します。何も変更されず、シークレットも表示されません。',
    running: '確認しています… 30 秒ほどかかることがあります。',
    again: 'もう一度実行',
    copy: 'コピー',
    copied: 'コピーしました',
    list: '手順',
    step: {
      policy: 'IT 部門による設定',
      keychain: '資格情報の保管場所',
      disk: 'ディスク',
      proxy: 'プロキシ',
      dns: 'サーバー名（DNS）',
      tls: '安全な接続（TLS）',
      token: 'クライアント ID とシークレット（トークン）',
      account: 'アカウント',
      permission: 'チケットへの権限',
    },
    state: { works: '正常', failed: '失敗', skipped: '未実行' },
    stepState: '{step}：{state}',
    made: '{time} に実行',
    address: 'サーバー {address}',
  },
};
