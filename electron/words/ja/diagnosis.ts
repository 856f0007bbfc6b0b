/* What the diagnosis finds. */

export const diagnosis = {
  policy: 'IT 部門による設定：{settings}。',
  /** Stands between two of the settings. */
  between: '、',
  policyEnvironment: '環境は {environment}',
  policyUpdates: '更新はオフ',
  policySession: 'サインインには資格情報の保管場所が必要',
  noPolicy: 'IT 部門はこのコンピューターに対して何も設定していません。',
  keychain: '項目の書き込み、読み取り、削除ができました。',
  disk: 'ファイルの書き込み、読み取り、削除ができました。空き容量は {gigabytes, number, ::.0} GB です。',
  noProxy: 'なし：Colodesk はサーバーに直接接続します。',
  proxy: 'システムは {proxy} を使用しています。',
  proxyResolves: 'サーバー名はプロキシが解決します。',
  addresses: '{host} のアドレスは {addresses} です。',
  encrypted: 'サーバーは応答し、証明書は有効です。',
  local: 'このコンピューター上のサービスが応答しています。',
  token: '{minutes, plural, other {サーバーは # 分間有効なトークンを発行しました。}}',
  account: '{count, plural, other {このアカウントは、サーバーの一覧にある # 件の中にあります。}}',
  permission: '{count, plural, other {サーバーには # 件のチケットがあります。}}',
  nobody: '誰もサインインしていません。',
  skipped: '前の手順が失敗したため、スキップしました。',
} as const;
