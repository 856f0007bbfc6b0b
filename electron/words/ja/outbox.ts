/* What is said of changes in the outbox: why they wait or were refused, and what became of them. */

export const outbox = {
  /** Puts two whole sentences one after the other. */
  sentences: '{first}{second}',
  maybeSent: {
    message: 'この変更はすでにサーバーに届いている可能性があります。',
    todo: 'Colodesk が先にこの変更を検索できるように、そのまま送信するか、破棄してください。',
  },
  notOffered: '運営会社は依頼の種類「{requestType}」を提供していません。',
  notOfferedBecause: '運営会社は依頼の種類「{requestType}」を提供していません：{reason}',
  otherCategory: 'カテゴリー「{category}」は依頼の種類「{requestType}」に属していません。',
  chooseAnother: '別のものを選んでください。',
  lookInTicket: 'チケットを開いて、届いた内容を確認してください。',
  none: {
    message: '現在、これらのチケットのいずれに対してもこの操作はできません。',
    todo: '別のチケットを選んでください。',
  },
  tooMany: {
    message: '{limit, plural, other {この操作を一度に行えるチケットは # 件までです。}}',
    todo: 'チケットの数を減らし、残りは後で行ってください。',
  },
  discarded: {
    message: 'この変更はすでに破棄されています。',
    todo: '必要な操作はありません。',
  },
  isBusy: 'この変更はすでに編集または破棄の処理中です。',
  ticketDiscarded: {
    message: 'これが属する新しいチケットは破棄されました。',
    todo: '新しいチケットを作成するか、別のチケットを選んでください。',
  },
  addedMeanwhile: {
    message: 'その間に、この新しいチケットに何かが追加されました。',
    kept: '何も破棄されていません。',
    todo: '送信トレイで確認してください。不要であれば、チケットをもう一度破棄してください。',
  },
  notShownYet: {
    message: 'この新しいチケットは、まだサーバーのすべての場所に表示されていません。',
    todo: 'お待ちください。Colodesk が自動的に再試行します。',
  },
  keptUntilYou: '変更は、編集または破棄するまで送信トレイに残ります。',
  keptUntilChecked: '変更はサーバーに届いている可能性があるため、Colodesk が確認できるまで送信トレイに残ります。',
  closed: 'チケットのステータスが {status} のため、変更できません。',
  storedOtherwise: {
    message:
      '応答がなく、チケットには現在この編集に似た内容があります。サーバーが別の表現で保存したか、他の人が書いたものです。',
    todo: '両方の内容を比べて、チケットが望みどおりなら編集を破棄し、そうでなければ選択してください。',
  },
} as const;

/** Files to be sent. */
export const attaching = {
  noMemory: {
    message: 'メモリーが足りないため、ファイルを送信できません。',
    kept: 'ファイルは送信トレイに残ります。',
    todo: '他のプログラムを閉じてから、もう一度送信してください。',
  },
  noName: {
    message: 'ファイルに名前がありません。',
    todo: '名前を付けてから、もう一度添付してください。',
  },
  longName: {
    message: 'ファイル名が長すぎます。',
    todo: '短くしてから、もう一度ファイルを添付してください。',
  },
  unchanged: 'ファイル自体は変更されていません。',
  cutShort: {
    message: 'ファイルのコピーが終わる前にアカウントが閉じられました。',
    todo: 'もう一度添付してください。',
  },
  noSpace: {
    message: 'ディスクがいっぱいか書き込めないため、ファイルをコピーできませんでした。',
    todo: '空き容量を増やしてから、もう一度ファイルを添付してください。',
  },
  tooLarge: {
    message: 'ファイルが {megabytes} MB を超えています。',
    todo: '分割または圧縮してから、もう一度添付してください。',
  },
  refusedBefore: {
    message: '運営会社は以前 {size} のファイルを拒否しており、このファイルはそれより小さくありません。',
    todo: '小さいファイルを添付するか、このまま送信してください。現在は受け付けられる可能性があります。',
  },
} as const;

/** What the log of sent changes says of each. */
export const answers = {
  created: '{id} として作成されました。',
  changed: '変更されました。',
  cancelled: 'キャンセルされました。',
  added: '追加されました。',
  attached: '添付されました。',
  foundAs: 'サーバー上で {id} として見つかりました。',
  foundInTicket: 'チケット内で見つかりました。',
  foundAmongFiles: 'チケットのファイルの中で見つかりました。',
  recognised: '{id} として確認済みです。',
  recognisedText: '「{text}」として確認済みです。',
  hasValues: 'チケットはこれらの値になっています。',
  isCancelled: 'チケットはキャンセルされています。',
  wasCancelled: 'チケットはすでにキャンセルされていました。',
  cutField:
    'サーバーが{field, select, title {タイトル} description {説明} customerReference {お客様参照番号} other {受信者の一覧}}を変更しました：{sent, number} 文字のうち {kept, plural, other {# 文字}}で終わっています。',
  otherField:
    'サーバーが{field, select, title {タイトル} description {説明} customerReference {お客様参照番号} other {受信者の一覧}}を変更しました：現在は「{text}」です。',
  cutComment:
    'サーバーが文章を変更しました：{sent, number} 文字のうち {kept, plural, other {# 文字}}で終わっています。',
  otherComment: 'サーバーが文章を変更しました：現在は「{text}」です。',
  otherName: 'サーバーはファイル名を「{name}」にしました。',
} as const;

/** A change of which it is not known whether it arrived. `reason`: what came in place of an answer. */
export const lostAnswer = {
  fault:
    '{reason, select, notTheServer {サーバーではなくネットワークが応答しました} unreadable {応答を読み取れませんでした} other {サーバーがエラーを報告しました}}。',
  faultWithStatus:
    '{reason, select, notTheServer {サーバーではなくネットワークが応答しました} unreadable {応答を読み取れませんでした} other {サーバーがエラーを報告しました}}（ステータス {status}）。',
  faultSaid:
    '{reason, select, notTheServer {サーバーではなくネットワークが応答しました} unreadable {応答を読み取れませんでした} other {サーバーがエラーを報告しました}}：「{said}」。',
  faultSaidWithStatus:
    '{reason, select, notTheServer {サーバーではなくネットワークが応答しました} unreadable {応答を読み取れませんでした} other {サーバーがエラーを報告しました}}：「{said}」（ステータス {status}）。',
  isChecked: 'それでも届いたかどうかを Colodesk が確認するまでお待ちください。',
  sentBefore: '前回の送信時：{sentence}',
  beforeThat: 'その前：{sentence}',
  otherId: 'その相関 ID は {id} です。',
  nothing: {
    found:
      '{reason, select, notTheServer {サーバーではなくネットワークが応答し} unreadable {応答を読み取れず} other {応答がなく}}、該当するものはサーバーにありません。',
    foundAfterFault: '該当するものはサーバーにありません。',
    todo: '届いたかどうかを別の方法で確認してから、もう一度送信するか破棄してください。',
  },
  lookalikes: {
    found:
      '{reason, select, notTheServer {サーバーではなくネットワークが応答し} unreadable {応答を読み取れず} other {応答がなく}}、完全に一致するものはサーバーにありません。',
    foundAfterFault: '完全に一致するものはサーバーにありません。',
    todo: 'その間にサーバーに現れたものを確認してください。この変更であればその旨を指定し、そうでなければもう一度送信するか破棄してください。',
  },
  denied: {
    found:
      '{reason, select, notTheServer {サーバーではなくネットワークが応答し} unreadable {応答を読み取れず} other {応答がなく}}、サーバーでの確認も許可されていません。',
    foundAfterFault: 'サーバーでの確認は許可されていません。',
    todo: '届いたかどうかを別の方法で確認してから、もう一度送信するか破棄してください。',
  },
  notDiscarded: {
    message: 'この変更かもしれないものがサーバーにあります。',
    kept: '変更は破棄されていません。',
    todo: '送信トレイで確認してください。この変更であればその旨を指定し、そうでなければもう一度破棄してください。',
  },
} as const;
