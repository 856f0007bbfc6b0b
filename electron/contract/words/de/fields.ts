/* What is said of a field of a form that cannot be sent as it is. */

export const fields = {
  title: {
    isNeeded: 'Der Titel ist erforderlich.',
    isTooLong: 'Der Titel darf höchstens {limit, plural, one {# Zeichen} other {# Zeichen}} lang sein.',
  },
  site: {
    isNeeded: 'Der Standort ist erforderlich.',
    isTooLong: 'Der Standort darf höchstens {limit, plural, one {# Zeichen} other {# Zeichen}} lang sein.',
  },
  location: {
    isTooLong: 'Der Ort darf höchstens {limit, plural, one {# Zeichen} other {# Zeichen}} lang sein.',
  },
  requestType: {
    isNeeded: 'Der Anfragetyp ist erforderlich.',
    isTooLong: 'Der Anfragetyp darf höchstens {limit, plural, one {# Zeichen} other {# Zeichen}} lang sein.',
  },
  category: {
    isNeeded: 'Die Kategorie ist erforderlich.',
    isTooLong: 'Die Kategorie darf höchstens {limit, plural, one {# Zeichen} other {# Zeichen}} lang sein.',
  },
  description: {
    isNeeded: 'Die Beschreibung ist erforderlich.',
    isTooLong: 'Die Beschreibung darf höchstens {limit, plural, one {# Zeichen} other {# Zeichen}} lang sein.',
  },
  customerReference: {
    isTooLong: 'Die Kundenreferenz darf höchstens {limit, plural, one {# Zeichen} other {# Zeichen}} lang sein.',
  },
  notificationRecipients: {
    isTooLong: 'Die Empfängerliste darf höchstens {limit, plural, one {# Zeichen} other {# Zeichen}} lang sein.',
    isNoAddress: '„{part}“ ist keine E-Mail-Adresse.',
  },
  comment: {
    isNeeded: 'Der Kommentar ist erforderlich.',
    isTooLong: 'Der Kommentar darf höchstens {limit, plural, one {# Zeichen} other {# Zeichen}} lang sein.',
  },
  view: {
    isNeeded: 'Geben Sie einen Namen für die Ansicht ein.',
  },
  edit: {
    isEmpty: 'Es wurde nichts geändert.',
  },
} as const;

/** Files of which only some could be attached. */
export const attaching = {
  addedBefore: '{count, plural, one {# Datei wurde vorher angehängt.} other {# Dateien wurden vorher angehängt.}}',
} as const;

/** The form for signing in. */
export const signIn = {
  baseUrl: 'Die Basis-URL der API muss mit https:// beginnen und darf nur Servername und Pfad enthalten.',
  clientId: {
    isNeeded: 'Geben Sie die Client-ID ein.',
    isTooLong: 'Eine Client-ID hat höchstens {limit, plural, one {# Zeichen} other {# Zeichen}}.',
  },
  clientSecret: {
    isNeeded: 'Geben Sie das Client-Secret ein.',
    isTooLong: 'Ein Client-Secret hat höchstens {limit, plural, one {# Zeichen} other {# Zeichen}}.',
  },
  masterAccountId: {
    isNeeded: 'Geben Sie die Hauptkonto-ID ein.',
    isUnusable: 'Eine Hauptkonto-ID hat höchstens 64 Buchstaben und Ziffern ohne Leerzeichen.',
  },
} as const;
