/* Printing, and saving as PDF, in Japanese. */

import type { Translated } from '../../../electron/contract/translation.ts';
import type * as english from '../en/paper.ts';

export const paper: Translated<typeof english.paper> = {
  menu: '印刷または PDF として保存',
  print: '印刷',
  savePdf: 'PDF として保存',
  withNotes: '個人用メモを含める',
  printing: '{count, plural, other {# 件のチケットの印刷を準備しています…}}',
  saving: '{count, plural, other {# 件のチケットの PDF を作成しています…}}',
  saved: '{fileName} として保存しました。',
  isBusy: '前回の印刷または PDF の作成がまだ終わっていません。ダイアログがこのウィンドウの後ろにある可能性があります。',
  tooMany: 'チケットが {count, number} 件あります。一度に印刷できるのは {limit, number} 件までです。',
  selectFewer: '選択を減らすか、一覧をエクスポートしてください。',
};
