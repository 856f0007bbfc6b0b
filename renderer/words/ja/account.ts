/* Signing in, choosing an account, and signing out, in Japanese. */

import type { Translated } from '../../../electron/contract/translation.ts';
import type * as english from '../en/account.ts';

export const environment: Translated<typeof english.environment> = {
  production: '本番環境',
  playground: 'プレイグラウンド',
  sandbox: 'サンドボックス',
  custom: 'カスタム',
  demo: 'デモ',
};

export const start: Translated<typeof english.start> = {
  pitch: 'すべてのサイトのサポートチケットを、1 つの画面で落ち着いて。',
  points: {
    offline: 'すべてのチケットをこのコンピューターに。オフラインでも使えます。',
    search: '入力と同時に、すべてのサイトとケージを検索。',
    encrypted: 'データはここで暗号化され、シークレットは資格情報の保管場所に残ります。',
  },
  title: 'サインイン',
  lead: '運営会社の開発者ポータルにあるアプリのクライアント ID とシークレットを使用します。',
  environment: '環境',
  environmentHint: {
    production: '実際のチケットです。',
    playground: '試用のための環境です。',
    sandbox: '運営会社のテストシステムです。',
    custom: '同じ API を持つ別のアドレスです。',
  },
  baseUrl: 'API のベース URL',
  baseUrlHint: 'https:// で始まります（http:// はこのコンピューターの場合のみ）。',
  sandboxHint: 'このアドレスは推定です。運営会社から別のアドレスを知らされている場合は修正してください。',
  clientId: 'クライアント ID',
  clientSecret: 'クライアントシークレット',
  showSecret: 'シークレットを表示',
  signIn: 'サインイン',
  tryDemo: 'デモを試す',
  demoLead: 'アカウントをお持ちでない場合',
  demoHint: 'デモはこのコンピューター上で架空のチケットを使って動作します。',
  sessionOnly: 'このセッションに限って続行',
  back: '戻る',
  waitsForKeychain: '資格情報の保管場所の応答を待っています…',
  waitsHint:
    'システムが別のウィンドウでパスワードを求めている可能性があります。求められていない場合は、待たずに進むと、ほかの方法が表示されます。',
  stopWaiting: '待たない',
  starting: 'チケットを開いています…',
  choose: 'アカウントを選択',
  chooseLead: 'このサインインで複数のアカウントを利用できます。いつでも切り替えられます。',
  hasCache: 'このコンピューターにチケットあり',
  otherSignIn: '別のアカウントにサインイン…',
  signInAgain: 'もう一度サインイン',
  againLead: '{account} にサインインします。チケットと未送信の変更はこのコンピューターに残っています。',
  otherAccounts: 'または別のアカウントを開く',
  cannotOpen: '{account} を開けません',
  masterAccount: 'マスターアカウント ID',
  masterAccountHint: 'Colodesk は保存する前にサーバーで確認します。',
  openAccount: 'アカウントを開く',
};

export const account: Translated<typeof english.account> = {
  menu: 'アカウント：{name}、{environment}',
  distinguished: '{name}（{distinction}）',
  switchTo: '切り替え先',
  sessionOnly: 'このセッションのみ',
  sessionOnlyHint: 'Colodesk を閉じると何も残りません。',
  signOut: 'サインアウト',
  signOutOf: '{name} からサインアウトしますか？',
  removed: 'このコンピューターから次のものが削除されます：',
  removedParts: {
    secrets:
      'クライアントシークレットとアクセストークン（ここの別のアカウントが使用している間、シークレットは残ります）',
    key: 'チケットキャッシュの鍵',
    tickets: 'キャッシュされたチケットとファイル（オフラインで読めなくなります）',
    own: 'テンプレート、コメントの定型文、保存したビュー、繰り返し、メンテナンスの日程、引き継ぎ、メモ、スター、スヌーズ、送信した変更の記録',
  },
  nothingElse: '運営会社では何も変わりません。チケットはそのまま残り、いつでももう一度サインインできます。',
  keep: 'サインインしたままにする',
};
