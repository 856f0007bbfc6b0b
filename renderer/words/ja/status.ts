/* The sync status at the foot of the window, its announcements, and what is said of every problem, in Japanese. */

import type { Translated } from '../../../electron/contract/translation.ts';
import type * as english from '../en/status.ts';

export const status: Translated<typeof english.status> = {
  region: '同期の状態',
  syncNow: '今すぐ同期',
  pause: '一時停止',
  continue: '再開',
  progress: '同期の進行状況',
  details: '詳細',
  connecting: '接続中…',
  offline: 'オフライン',
  tickets: '{count, plural, other {# 件のチケット}}',
  kept: 'このコンピューターに {count, plural, other {# 件のチケット}}',
  confirmed: '{when} に確認',
  lastConfirmed: '最終確認 {when}',
  neverConfirmed: '未確認',
  walked: '{total, number} 件中 {done, number} 件',
  left: '残り約 {duration}',
  asking: 'サーバーに問い合わせています…',
  askingFor: 'サーバーに問い合わせています… 約 {duration}',
  slow: 'サーバーの応答に時間がかかっています',
  paused: '一時停止中',
  announce: {
    connecting: 'サーバーに接続しています。',
    online: 'オンラインです。',
    offline: 'オフラインです。このコンピューターのチケットは引き続き閲覧できます。',
    walking: 'チケットを取得しています。',
    paused: '同期を一時停止しました。',
    asking: 'サーバーに問い合わせています。',
    askingFor: 'サーバーに問い合わせています。約 {duration} かかります。',
    slow: 'サーバーの応答に時間がかかっています。',
  },
  demo: 'デモ：このコンピューター上のサービスと架空のチケットです。実際のデータはありません。',
  demoNetwork: 'デモのネットワーク',
  clockAhead:
    'このコンピューターの時計はサーバーより {minutes, plural, other {# 分}}進んでいます。時刻の表示と安全な接続に影響するため、システム設定で修正してください。',
  clockBehind:
    'このコンピューターの時計はサーバーより {minutes, plural, other {# 分}}遅れています。時刻の表示と安全な接続に影響するため、システム設定で修正してください。',
  banners: 'お知らせ',
  dismiss: '閉じる',
};

export const problem: Translated<typeof english.problem> = {
  serverMessage: 'サーバーのメッセージ',
  httpStatus: 'HTTP ステータス',
  correlationId: '相関 ID',
  copyCorrelationId: '相関 ID をコピー',
  retry: '再試行',
  loadAnew: 'ウィンドウを再読み込み',
  /** A part of the page that could not be drawn. */
  fault: {
    message: 'ウィンドウのこの部分を表示できませんでした。',
    kept: '入力した内容は失われず、送信も続きます。',
    todo: 'もう一度お試しください。再び失敗する場合は、ウィンドウを再読み込みしてください。',
  },
};
