/* A ticket’s files: looking at them, saving several, and keeping them for offline, in French. */

import type { Translated } from '../../../electron/contract/translation.ts';
import type * as english from '../en/files.ts';

export const files: Translated<typeof english.files> = {
  open: 'Ouvrir {name}',
  kept: 'Conservé sur cet ordinateur',
  select: 'Sélectionner {name}',
  saveAll: 'Tout enregistrer',
  saveSelected:
    '{count, plural, one {Enregistrer # fichier} many {Enregistrer # fichiers} other {Enregistrer # fichiers}}',
  saving: 'Enregistrement de {done, number} sur {count, number}…',
  savingLabel: 'Fichiers en cours d’enregistrement',
  saved:
    '{count, plural, one {# fichier enregistré dans {folder}.} many {# fichiers enregistrés dans {folder}.} other {# fichiers enregistrés dans {folder}.}}',
  notSaved:
    '{count, plural, one {# fichier n’a pas été enregistré :} many {# fichiers n’ont pas été enregistrés :} other {# fichiers n’ont pas été enregistrés :}}',
  stopSaving: 'Arrêter',
  stopped: 'Arrêté. Enregistrés dans {folder} : {done, number} sur {count, number}.',
  dismiss: 'Fermer',
  loading: 'Ouverture du fichier…',
  drawing: 'Affichage de la page…',
  notShown:
    'Colodesk n’affiche pas les fichiers de ce type. Enregistrez-le et ouvrez-le avec un autre programme si vous faites confiance à son auteur.',
  cut: 'Ceci est le début du texte. Enregistrez le fichier pour le lire en entier.',
  position: 'Fichier {number, number} sur {count, number}',
  previousFile: 'Fichier précédent',
  nextFile: 'Fichier suivant',
  page: 'Page {page, number} sur {count, number}',
  previousPage: 'Page précédente',
  nextPage: 'Page suivante',
  zoomIn: 'Zoom avant',
  zoomOut: 'Zoom arrière',
  save: 'Enregistrer',
  close: 'Fermer',
  savedAs: 'Enregistré sous {name}',
  budget: 'Conserver des fichiers hors ligne',
  budgetHint:
    'Les fichiers des tickets ouverts, jusqu’à 5 Mo chacun, et ceux que vous ouvrez. Espace utilisé par ce compte : {used}.',
  budgetHintUnknown: 'Les fichiers des tickets ouverts, jusqu’à 5 Mo chacun, et ceux que vous ouvrez.',
  noBudget: 'Aucun fichier',
  upTo: 'Jusqu’à {size}',
};
