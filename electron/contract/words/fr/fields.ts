/* What is said of a field of a form that cannot be sent as it is. */

export const fields = {
  title: {
    isNeeded: 'Le titre est obligatoire.',
    isTooLong:
      'Le titre ne peut pas dépasser {limit, plural, one {# caractère} many {# caractères} other {# caractères}}.',
  },
  site: {
    isNeeded: 'Le site est obligatoire.',
    isTooLong:
      'Le site ne peut pas dépasser {limit, plural, one {# caractère} many {# caractères} other {# caractères}}.',
  },
  location: {
    isTooLong:
      'L’emplacement ne peut pas dépasser {limit, plural, one {# caractère} many {# caractères} other {# caractères}}.',
  },
  requestType: {
    isNeeded: 'Le type de demande est obligatoire.',
    isTooLong:
      'Le type de demande ne peut pas dépasser {limit, plural, one {# caractère} many {# caractères} other {# caractères}}.',
  },
  category: {
    isNeeded: 'La catégorie est obligatoire.',
    isTooLong:
      'La catégorie ne peut pas dépasser {limit, plural, one {# caractère} many {# caractères} other {# caractères}}.',
  },
  description: {
    isNeeded: 'La description est obligatoire.',
    isTooLong:
      'La description ne peut pas dépasser {limit, plural, one {# caractère} many {# caractères} other {# caractères}}.',
  },
  customerReference: {
    isTooLong:
      'La référence client ne peut pas dépasser {limit, plural, one {# caractère} many {# caractères} other {# caractères}}.',
  },
  notificationRecipients: {
    isTooLong:
      'La liste des destinataires ne peut pas dépasser {limit, plural, one {# caractère} many {# caractères} other {# caractères}}.',
    isNoAddress: '« {part} » n’est pas une adresse e-mail.',
  },
  comment: {
    isNeeded: 'Le commentaire est obligatoire.',
    isTooLong:
      'Le commentaire ne peut pas dépasser {limit, plural, one {# caractère} many {# caractères} other {# caractères}}.',
  },
  view: {
    isNeeded: 'Saisissez un nom pour la vue.',
  },
  edit: {
    isEmpty: 'Rien n’a été modifié.',
  },
} as const;

/** Files of which only some could be attached. */
export const attaching = {
  addedBefore:
    '{count, plural, one {# fichier a été joint auparavant.} many {# fichiers ont été joints auparavant.} other {# fichiers ont été joints auparavant.}}',
} as const;

/** The form for signing in. */
export const signIn = {
  baseUrl: 'L’URL de base de l’API doit commencer par https:// et ne contenir qu’un nom de serveur et un chemin.',
  clientId: {
    isNeeded: 'Saisissez l’identifiant client.',
    isTooLong:
      'Un identifiant client comporte au plus {limit, plural, one {# caractère} many {# caractères} other {# caractères}}.',
  },
  clientSecret: {
    isNeeded: 'Saisissez le secret client.',
    isTooLong:
      'Un secret client comporte au plus {limit, plural, one {# caractère} many {# caractères} other {# caractères}}.',
  },
  masterAccountId: {
    isNeeded: 'Saisissez l’identifiant du compte principal.',
    isUnusable: 'L’identifiant d’un compte principal comporte au plus 64 lettres et chiffres, sans espace.',
  },
} as const;
