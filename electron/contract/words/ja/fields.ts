/* What is said of a field of a form that cannot be sent as it is. */

export const fields = {
  title: {
    isNeeded: 'タイトルを入力してください。',
    isTooLong: 'タイトルは {limit, plural, other {# 文字}}以内で入力してください。',
  },
  site: {
    isNeeded: 'サイトを入力してください。',
    isTooLong: 'サイトは {limit, plural, other {# 文字}}以内で入力してください。',
  },
  location: {
    isTooLong: '場所は {limit, plural, other {# 文字}}以内で入力してください。',
  },
  requestType: {
    isNeeded: '依頼の種類を入力してください。',
    isTooLong: '依頼の種類は {limit, plural, other {# 文字}}以内で入力してください。',
  },
  category: {
    isNeeded: 'カテゴリーを入力してください。',
    isTooLong: 'カテゴリーは {limit, plural, other {# 文字}}以内で入力してください。',
  },
  description: {
    isNeeded: '説明を入力してください。',
    isTooLong: '説明は {limit, plural, other {# 文字}}以内で入力してください。',
  },
  customerReference: {
    isTooLong: 'お客様参照番号は {limit, plural, other {# 文字}}以内で入力してください。',
  },
  notificationRecipients: {
    isTooLong: '受信者の一覧は {limit, plural, other {# 文字}}以内で入力してください。',
    isNoAddress: '「{part}」はメールアドレスではありません。',
  },
  comment: {
    isNeeded: 'コメントを入力してください。',
    isTooLong: 'コメントは {limit, plural, other {# 文字}}以内で入力してください。',
  },
  view: {
    isNeeded: 'ビューの名前を入力してください。',
  },
  edit: {
    isEmpty: '何も変更されていません。',
  },
} as const;

/** Files of which only some could be attached. */
export const attaching = {
  addedBefore: '{count, plural, other {その前に # 個のファイルが添付されました。}}',
} as const;

/** The form for signing in. */
export const signIn = {
  baseUrl: 'API のベース URL は https:// で始まり、サーバー名とパスだけを含む必要があります。',
  clientId: {
    isNeeded: 'クライアント ID を入力してください。',
    isTooLong: 'クライアント ID は {limit, plural, other {# 文字}}以内です。',
  },
  clientSecret: {
    isNeeded: 'クライアントシークレットを入力してください。',
    isTooLong: 'クライアントシークレットは {limit, plural, other {# 文字}}以内です。',
  },
  masterAccountId: {
    isNeeded: 'マスターアカウント ID を入力してください。',
    isUnusable: 'マスターアカウント ID は空白を含まない 64 文字以内の英数字です。',
  },
} as const;
