/* Problems of saving and reading files, settings and what the user typed, in place of the standard sentences. */

export const saving = {
  isFull: {
    message: 'Le disque est plein : le fichier n’a pas pu être enregistré.',
    todo: 'Libérez de l’espace, puis enregistrez le fichier à nouveau.',
  },
  failed: {
    message: 'Le fichier n’a pas pu être enregistré à cet endroit.',
    todo: 'Enregistrez-le dans un autre dossier ou sous un autre nom.',
  },
  keptAtOperator: 'L’opérateur a toujours le fichier, et rien n’a été modifié sur cet ordinateur.',
  keptAtOperatorInPart:
    'L’opérateur a toujours le fichier. Ce qui a été enregistré à cet endroit est peut-être incomplet.',
  keptHere: 'Rien n’a été modifié sur cet ordinateur.',
  keptHereInPart: 'Ce qui a été enregistré à cet endroit est peut-être incomplet.',
  fileGone: {
    message: 'Le serveur n’a plus ce fichier.',
    todo: 'Il y a peut-être été supprimé. Colodesk récupère à nouveau la liste des fichiers.',
  },
  notSaved: 'Rien n’a été enregistré sur cet ordinateur et rien n’a été modifié.',
  settings: {
    message: 'Les paramètres n’ont pas pu être enregistrés.',
    kept: 'Les paramètres sont restés tels quels.',
  },
  typed: {
    message: 'Le disque est plein ou protégé en écriture : votre saisie n’a pas pu être enregistrée.',
    todo: 'Libérez de l’espace, puis réessayez.',
  },
  stillInForm: 'Elle est toujours dans le formulaire.',
  noZone: {
    message: 'Le fuseau horaire « {zone} » n’existe pas.',
    todo: 'Saisissez-en un tel que Europe/Amsterdam.',
  },
} as const;

/** The file with views, templates and notes that a user carries to another computer. */
export const ownData = {
  fileName: 'Vues et modèles de Colodesk',
  nothing: 'Rien n’a été importé.',
  tooLarge: '« {fileName} » est trop volumineux pour un fichier exporté par Colodesk.',
  foreign: '« {fileName} » n’est pas un fichier exporté par Colodesk.',
  chooseAnother: 'Choisissez un autre fichier.',
  unreadable: {
    message: '« {fileName} » n’a pas pu être lu.',
    todo: 'Vérifiez que vous avez le droit d’ouvrir le fichier.',
  },
  newer: {
    message: '« {fileName} » a été écrit par une version plus récente de Colodesk.',
    todo: 'Mettez Colodesk à jour, puis importez le fichier à nouveau.',
  },
  faulty: {
    message: '« {fileName} » ne peut pas être importé en raison de son contenu : {reason}',
    messageOfField: '« {fileName} » ne peut pas être importé en raison de {field} : {reason}',
    todo: 'Exportez à nouveau le fichier sur l’autre ordinateur ou corrigez-le.',
  },
  tooManyViews: {
    message: 'Avec celles de « {fileName} », il y aurait plus de {limit, number} vues.',
    todo: 'Supprimez des vues ici, puis importez à nouveau le fichier.',
  },
  fieldMissing: 'Cette valeur manque.',
  fieldTooLong: 'Ce texte est trop long.',
  tooMany: 'Il y en a trop.',
  unknownFields: 'Colodesk ne connaît pas « {names} ».',
  unusable: 'Colodesk ne peut pas utiliser cette valeur.',
  noSuchZone: 'Ce fuseau horaire n’existe pas.',
} as const;
