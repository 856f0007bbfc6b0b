/* Problems of saving and reading files, settings and what the user typed, in place of the standard sentences. */

export const saving = {
  isFull: {
    message: 'ディスクがいっぱいのため、ファイルを保存できませんでした。',
    todo: '空き容量を増やしてから、もう一度ファイルを保存してください。',
  },
  failed: {
    message: 'そこにはファイルを保存できませんでした。',
    todo: '別のフォルダーまたは別の名前で保存してください。',
  },
  keptAtOperator: 'ファイルは運営会社に残っており、このコンピューターでは何も変更されていません。',
  keptAtOperatorInPart: 'ファイルは運営会社に残っています。保存先のファイルは不完全な可能性があります。',
  keptHere: 'このコンピューターでは何も変更されていません。',
  keptHereInPart: '保存先のファイルは不完全な可能性があります。',
  fileGone: {
    message: 'このファイルはサーバーに存在しません。',
    todo: 'サーバー上で削除された可能性があります。Colodesk はファイルの一覧を再取得しています。',
  },
  notSaved: 'このコンピューターには何も保存されず、何も変更されていません。',
  settings: {
    message: '設定を保存できませんでした。',
    kept: '設定は以前のままです。',
  },
  typed: {
    message: 'ディスクがいっぱいか書き込めないため、入力した内容を保存できませんでした。',
    todo: '空き容量を増やしてから、もう一度お試しください。',
  },
  stillInForm: '内容はフォームに残っています。',
  noZone: {
    message: 'タイムゾーン「{zone}」はありません。',
    todo: 'Europe/Amsterdam のように入力してください。',
  },
} as const;

/** The file with views, templates and notes that a user carries to another computer. */
export const ownData = {
  fileName: 'Colodesk のビューとテンプレート',
  nothing: '何もインポートされていません。',
  tooLarge: '「{fileName}」は Colodesk がエクスポートしたファイルとしては大きすぎます。',
  foreign: '「{fileName}」は Colodesk がエクスポートしたファイルではありません。',
  chooseAnother: '別のファイルを選んでください。',
  unreadable: {
    message: '「{fileName}」を読み取れませんでした。',
    todo: 'ファイルを開く権限があるか確認してください。',
  },
  newer: {
    message: '「{fileName}」は新しいバージョンの Colodesk で書き出されています。',
    todo: 'Colodesk を更新してから、もう一度ファイルをインポートしてください。',
  },
  faulty: {
    message: '「{fileName}」は内容に問題があるため、インポートできません：{reason}',
    messageOfField: '「{fileName}」は {field} に問題があるため、インポートできません：{reason}',
    todo: '別のコンピューターでファイルをもう一度エクスポートするか、ファイルを修正してください。',
  },
  tooManyViews: {
    message: '「{fileName}」のビューを加えると、ビューが {limit, number} 個を超えます。',
    todo: 'ここでビューを削除してから、ファイルをもう一度インポートしてください。',
  },
  fieldMissing: 'この項目がありません。',
  fieldTooLong: '長すぎます。',
  tooMany: '数が多すぎます。',
  unknownFields: 'Colodesk は「{names}」に対応していません。',
  unusable: 'この値は Colodesk では使用できません。',
  noSuchZone: 'このタイムゾーンはありません。',
} as const;
