/* The words of the main process about a ticket’s files. */

export const files = {
  isProtected: 'この PDF ファイルにはパスワードが必要です。',
  isDamaged: 'このファイルは破損しているか、描画に時間がかかりすぎるため、表示できません。',
  isTooLarge: 'このファイルは {megabytes, number} MB を超えているため、ここには表示されません。',
  hasTooManyPixels: 'この画像は {megapixels, number} メガピクセルを超えているため、ここには表示されません。',
  hasNoSize: 'この画像にはサイズの情報がないため、ここには表示されません。',
  notKept: 'このファイルはこのコンピューターになく、サーバーにも接続できません。',
  openOnline:
    'ネットワークに接続してから、もう一度開いてください。開いたファイルは、設定の上限まで、このコンピューターに残ります。',
  isGone: 'このファイルはサーバーに存在しません。',
  mayBeRemoved: 'サーバー上で削除された可能性があります。Colodesk はファイルの一覧を再取得しています。',
  folderGone: 'これらのファイルの保存先フォルダーが不明になりました。',
  chooseAgain: 'もう一度フォルダーを選んでください。',
  chooseFolder: 'ファイルをフォルダーに保存',
  saveHere: 'ここに保存',
} as const;
