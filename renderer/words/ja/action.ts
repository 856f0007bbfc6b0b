/* The actions on the open ticket, its files, and why an action cannot be taken, in Japanese. */

import type { Translated } from '../../../electron/contract/translation.ts';
import type * as english from '../en/action.ts';

export const action: Translated<typeof english.action> = {
  bar: 'チケットの操作',
  edit: '編集',
  cancel: 'チケットをキャンセル',
  attach: 'ファイルを添付',
  duplicate: '複製',
  attachments: '添付ファイル',
  noAttachments: 'ファイルはまだありません。',
  attachmentsUnknown: 'ファイルの一覧はまだ取得されていません。',
  dropHere: 'ここにファイルをドロップすると、このチケットに添付されます',
  notAttachedList: '添付されなかったもの',
  notAttached: '添付されませんでした：{file}',
  fileProblem: '{file}：{problem}',
  notAttachedDismiss: '閉じる',
  saveFile: '保存',
  saveFileNamed: '{file} を保存',
  savedFile: '{file} として保存しました',
  stop: '中止',
  stopNamed: '{file} を中止',
  progress: '{file} の進行状況',
  by: '{who} が追加',
  pastedName: '貼り付け {when}.{extension}',
  you: '自分',
  obstacle: {
    cancelling: 'このチケットはキャンセル中です。',
    'unconfirmed-create': 'サーバーはまだこのチケットを確認していません。確認されると編集できます。',
    gone: 'このチケットは運営会社に存在しないか、閲覧が許可されていません。',
    closed: 'このチケットは「{status}」です。変更できるのは「New」または「In Progress」のチケットだけです。',
    'unknown-status':
      '運営会社でのこのチケットのステータス「{status}」は、Colodesk が認識できないものです。変更できるのは「New」または「In Progress」のチケットだけです。',
    'no-status':
      '運営会社はこのチケットにステータスを設定していません。変更できるのは「New」または「In Progress」のチケットだけです。',
    'not-fetched': '説明はまだ取得されていません。サーバーが応答すると編集できます。',
    unknown: 'このチケットはこのコンピューターにありません。',
    'already-notified': 'このアドレスはすでに受信者に含まれています。',
    'named-recipients': 'オペレーターはこのチケットの受信者を名前で表示していますが、アドレスしか受け付けません。',
    'too-long': '受信者の一覧が長くなりすぎます。',
  },
};
