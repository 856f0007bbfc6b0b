/* The words of the main process about a ticket’s files. */

export const files = {
  isProtected: 'Ce fichier PDF demande un mot de passe.',
  isDamaged: 'Ce fichier ne peut pas être affiché : il est endommagé ou trop long à dessiner.',
  isTooLarge: 'Ce fichier dépasse {megabytes, number} Mo : il n’est pas affiché ici.',
  hasTooManyPixels: 'Cette image dépasse {megapixels, number} millions de pixels : elle n’est pas affichée ici.',
  hasNoSize: 'Cette image n’indique pas ses dimensions : elle n’est pas affichée ici.',
  notKept: 'Ce fichier n’est pas sur cet ordinateur et le serveur est injoignable.',
  openOnline:
    'Rouvrez-le quand le réseau sera disponible. Les fichiers que vous ouvrez restent ici, dans la limite d’espace fixée dans les paramètres.',
  isGone: 'Le serveur n’a plus ce fichier.',
  mayBeRemoved: 'Il y a peut-être été supprimé. Colodesk récupère à nouveau la liste des fichiers.',
  folderGone: 'Le dossier choisi pour ces fichiers n’est plus connu.',
  chooseAgain: 'Choisissez à nouveau un dossier.',
  chooseFolder: 'Enregistrer des fichiers dans un dossier',
  saveHere: 'Enregistrer ici',
} as const;
