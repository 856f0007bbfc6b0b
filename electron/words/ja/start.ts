/* Why the application cannot start. */

export const start = {
  withoutSandbox: {
    title: 'Colodesk を安全に起動できません',
    text: 'このコンピューターでは、AppImage のページをシステムのほかの部分から隔離できません。Colodesk の .deb パッケージをインストールするか、ユーザー名前空間の許可を IT 部門に依頼してください。チケットと入力した内容はすべてこのコンピューターに残ります。',
  },
  withoutPart: {
    title: 'Colodesk を起動できません',
    text: 'プログラムの一部が見つからないか破損しています。Colodesk を再インストールしてください。チケットと入力した内容はすべてこのコンピューターに残ります。',
  },
} as const;
