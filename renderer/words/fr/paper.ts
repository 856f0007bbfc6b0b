/* Printing, and saving as PDF, in French. */

import type { Translated } from '../../../electron/contract/translation.ts';
import type * as english from '../en/paper.ts';

export const paper: Translated<typeof english.paper> = {
  menu: 'Imprimer ou enregistrer en PDF',
  print: 'Imprimer',
  savePdf: 'Enregistrer en PDF',
  withNotes: 'Avec les notes privées',
  printing:
    '{count, plural, one {Préparation du ticket pour l’impression…} many {Préparation de # tickets pour l’impression…} other {Préparation de # tickets pour l’impression…}}',
  saving:
    '{count, plural, one {Création d’un PDF du ticket…} many {Création d’un PDF de # tickets…} other {Création d’un PDF de # tickets…}}',
  saved: 'Enregistré sous {fileName}.',
  isBusy:
    'La dernière impression ou le dernier PDF n’est pas encore terminé. Sa boîte de dialogue est peut-être derrière cette fenêtre.',
  tooMany: 'Il y a {count, number} tickets ; au plus {limit, number} peuvent être imprimés à la fois.',
  selectFewer: 'Sélectionnez moins de tickets ou exportez plutôt la liste.',
};
