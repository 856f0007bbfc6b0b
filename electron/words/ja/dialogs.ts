/* The system's dialogs, and the question for a proxy's password. */

export const dialogs = {
  ok: 'OK',
  cancel: 'キャンセル',
  attachTitle: 'ファイルを添付',
  attach: '添付',
  importTitle: 'ビューとテンプレートをインポート',
  import: 'インポート',
  saveTitle: 'ファイルを保存',
  badLink: 'このリンクにはチケットが指定されていません。',
  badLinkDetail: 'チケットへのリンクは、colodesk://ticket/ の後にチケット番号（例：WO123456）が続きます。',
  openPage: '{host} のページをブラウザーで開きますか？',
  open: '開く',
  notOpened: 'このリンクを開くブラウザーが、システムで起動しませんでした。',
  longLink: {
    message: 'このリンクは長すぎるため、ここからは開けません。',
    todo: '右クリックしてコピーし、ブラウザーに貼り付けてください。何も開かれていません。',
  },
} as const;

export const updates = {
  notNow: '後で',
  isAvailable: 'Colodesk {version} が利用できます',
  isAvailableDetail: '現在のバージョンは {version} です。Colodesk が確認なしにインストールすることはありません。',
  download: 'ダウンロード',
  isReady: 'Colodesk {version} をインストールできます',
  isReadyDetail: '入力した内容と送信トレイの変更はすべて保持されます。',
  restart: '今すぐ再起動',
  isUpToDate: 'Colodesk は最新です（バージョン {version}）。',
  isForged: {
    message: 'この更新には Colodesk の配布元の署名がないため、拒否されました。',
    todo: '何も変更されていません。配布物またはネットワークが改ざんされた可能性があるため、IT 部門に連絡してください。',
  },
} as const;

export const proxy = {
  title: 'プロキシにサインイン',
  isAsked: 'このネットワークのプロキシには名前とパスワードが必要です。Colodesk は終了するまでこれらを保持します。',
  isRefused: 'この名前とパスワードはプロキシで受け付けられませんでした。',
  name: '名前',
  password: 'パスワード',
  signIn: 'サインイン',
} as const;

export const frozen = {
  message: 'ウィンドウが応答していません',
  detail:
    '処理中の場合はお待ちください。再読み込みしても、チケット、送信トレイ、入力した内容は保持されます。最後に入力した数文字だけが失われることがあります。',
  reload: 'ウィンドウを再読み込み',
  wait: '待つ',
  failed: {
    message: 'ウィンドウで問題が繰り返し発生しました',
    detail:
      '再読み込みするか、閉じてからColodeskを起動し直してください。チケット、送信トレイ、入力した内容は保持されます。最後に入力した数文字だけが失われることがあります。',
    close: 'ウィンドウを閉じる',
  },
} as const;
