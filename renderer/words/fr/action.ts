/* The actions on the open ticket, its files, and why an action cannot be taken, in French. */

import type { Translated } from '../../../electron/contract/translation.ts';
import type * as english from '../en/action.ts';

export const action: Translated<typeof english.action> = {
  bar: 'Actions sur le ticket',
  edit: 'Modifier',
  cancel: 'Annuler le ticket',
  attach: 'Joindre des fichiers',
  duplicate: 'Dupliquer',
  attachments: 'Pièces jointes',
  noAttachments: 'Aucun fichier.',
  attachmentsUnknown: 'La liste des fichiers n’a pas encore été récupérée.',
  dropHere: 'Déposez des fichiers pour les joindre à ce ticket',
  notAttachedList: 'Non joints',
  notAttached: 'Non joint : {file}',
  fileProblem: '{file} : {problem}',
  notAttachedDismiss: 'Fermer',
  saveFile: 'Enregistrer',
  saveFileNamed: 'Enregistrer {file}',
  savedFile: 'Enregistré sous {file}',
  stop: 'Arrêter',
  stopNamed: 'Arrêter {file}',
  progress: 'Progression de {file}',
  by: 'de {who}',
  pastedName: 'Collé {when}.{extension}',
  you: 'Vous',
  obstacle: {
    cancelling: 'Ce ticket est en cours d’annulation.',
    'unconfirmed-create':
      'Le serveur n’a pas encore confirmé ce ticket. Vous pourrez le modifier dès qu’il l’aura fait.',
    gone: 'L’opérateur n’a plus ce ticket, ou vous n’avez pas le droit de le lire.',
    closed: 'Ce ticket a le statut {status}. Seuls les tickets New ou In Progress peuvent être modifiés.',
    'unknown-status':
      'L’opérateur donne à ce ticket le statut « {status} », que Colodesk ne connaît pas. Seuls les tickets New ou In Progress peuvent être modifiés.',
    'no-status':
      'L’opérateur ne donne aucun statut à ce ticket. Seuls les tickets New ou In Progress peuvent être modifiés.',
    'not-fetched':
      'La description n’a pas encore été récupérée. Vous pourrez modifier le ticket dès que le serveur répondra.',
    unknown: 'Ce ticket n’est plus sur cet ordinateur.',
    'already-notified': 'Cette adresse figure déjà parmi les destinataires.',
    'named-recipients':
      'L’opérateur affiche des destinataires de ce ticket par leur nom et n’accepte que des adresses.',
    'too-long': 'La liste des destinataires deviendrait trop longue.',
  },
};
