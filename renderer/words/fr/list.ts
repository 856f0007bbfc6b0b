/* What a row says of a ticket, the choice of columns, the selection, and what is done to many tickets, in French. */

import type { Translated } from '../../../electron/contract/translation.ts';
import type * as english from '../en/list.ts';

export const list: Translated<typeof english.list> = {
  unread: 'non lu',
  starred: 'suivi',
  star: 'Suivre {name}',
  snoozedUntil: 'En veille – retour : {when}',
  reminderDue: 'De retour de veille',
  attention: {
    reminder: 'Rappel',
    refused: 'Refus',
    unconfirmed: 'Décision requise',
    answered: 'L’opérateur a répondu',
    quiet: 'Sans nouvelles',
  },
  quietFor: 'Sans nouvelles depuis {duration}',
  openFor: 'ouvert depuis {duration}',
  wasOpenFor: 'resté ouvert {duration}',
  atLatest: '≤ {when}',
  closedUnstated: 'L’opérateur n’indique pas la date. Au plus tard : {when}',
  atLeast: '≥ {duration}',
  inStatus: '{status} depuis {duration}',
  inStatusAtLeast: '{status} depuis au moins {duration}',
  columns: {
    button: 'Colonnes',
    title: 'Colonnes',
    lead: 'Faites glisser le bord d’un en-tête pour régler la largeur de la colonne, ou utilisez les touches de direction.',
    leavesOut: 'Quand la liste est étroite, Catégorie et Créé s’effacent au profit du titre.',
    list: 'Colonnes dans leur ordre',
    always: '{column} (toujours affichée)',
    up: 'Monter {column}',
    down: 'Descendre {column}',
    density: 'Densité',
    densities: {
      comfortable: 'Aérée',
      standard: 'Normale',
      compact: 'Compacte',
    },
    reset: 'Réinitialiser',
    wasReset: 'Colonnes réinitialisées.',
    close: 'Terminé',
    ownWidth: 'sa propre largeur',
    width: 'Largeur de {column}',
  },
  selection: {
    toolbar: 'Sélection',
    selected: '{count, plural, one {# sélectionné} many {# sélectionnés} other {# sélectionnés}}',
    select: 'Sélectionner {name}',
    selectAll: 'Tout sélectionner',
    comment: 'Commenter',
    cancel: 'Annuler les tickets',
    recipient: 'Destinataire…',
    star: 'Suivre',
    unstar: 'Ne plus suivre',
    read: 'Marquer comme lu',
    unread: 'Marquer comme non lu',
    clear: 'Annuler la sélection',
  },
  menu: {
    title: 'Ticket',
    open: 'Ouvrir',
    copyId: 'Copier l’identifiant',
    copyLink: 'Copier le lien',
    select: 'Sélectionner',
    deselect: 'Désélectionner',
    bringBack: 'Sortir de veille',
  },
  bulk: {
    title: {
      comment: 'Commenter des tickets',
      cancel: 'Annuler des tickets',
      recipient: 'Ajouter un destinataire',
    },
    confirm: {
      comment: 'Commenter {count, plural, one {# ticket} many {# tickets} other {# tickets}}',
      cancel: 'Annuler {count, plural, one {# ticket} many {# tickets} other {# tickets}}',
      recipient: 'Ajouter à {count, plural, one {# ticket} many {# tickets} other {# tickets}}',
    },
    keep: { comment: 'Fermer', cancel: 'Garder les tickets', recipient: 'Fermer' },
    lead: {
      comment: 'Le même commentaire est ajouté à chaque ticket. Il reste un brouillon jusqu’à l’envoi.',
      cancel: 'L’opérateur cesse d’y travailler. Les tickets annulés ne peuvent être ni rouverts ni commentés.',
      recipient: 'L’opérateur notifiera désormais cette adresse pour chaque ticket.',
    },
    address: 'Adresse e-mail',
    addressHint: 'Une seule adresse, par exemple jane.doe@example.com.',
    addressFault: 'Saisissez une seule adresse e-mail.',
    checking: 'Vérification des tickets…',
    able: '{count, plural, one {# ticket sera modifié, avec sa propre entrée dans la boîte d’envoi.} many {# tickets seront modifiés, chacun avec sa propre entrée dans la boîte d’envoi.} other {# tickets seront modifiés, chacun avec sa propre entrée dans la boîte d’envoi.}}',
    noneAble: 'Aucun de ces tickets ne peut être modifié.',
    unable:
      '{count, plural, one {# ticket sera laissé de côté} many {# tickets seront laissés de côté} other {# tickets seront laissés de côté}}',
    tooMany:
      '{count, plural, one {# ticket est en trop} many {# tickets sont en trop} other {# tickets sont en trop}} : au plus {limit, number} peuvent être modifiés à la fois. Réduisez la sélection.',
    more: '{count, plural, one {et # autre} many {et # autres} other {et # autres}}',
    reason: '{reason} ({count, number})',
    reasons: {
      cancelling: 'En cours d’annulation',
      'unconfirmed-create': 'Pas encore confirmés par le serveur',
      gone: 'L’opérateur ne les a plus, ou vous n’avez pas le droit de les lire',
      closed: 'Fermés',
      'unknown-status': 'Statut inconnu de Colodesk',
      'not-fetched': 'Pas encore récupérés',
      unknown: 'Plus sur cet ordinateur',
      'already-notified': 'L’adresse figure déjà parmi les destinataires',
      'named-recipients': 'L’opérateur affiche des destinataires par leur nom',
      'too-long': 'La liste des destinataires deviendrait trop longue',
    },
  },
  done: {
    comment:
      'Le commentaire sur {count, plural, one {# ticket} many {# tickets} other {# tickets}} est dans la boîte d’envoi.',
    cancel:
      'L’annulation de {count, plural, one {# ticket} many {# tickets} other {# tickets}} est dans la boîte d’envoi.',
    recipient:
      'Le nouveau destinataire pour {count, plural, one {# ticket} many {# tickets} other {# tickets}} est dans la boîte d’envoi.',
    undone:
      '{discarded, plural, one {# modification abandonnée} many {# modifications abandonnées} other {# modifications abandonnées}}. {kept, plural, one {# modification était déjà partie} many {# modifications étaient déjà parties} other {# modifications étaient déjà parties}} : voir la boîte d’envoi.',
    snoozed:
      '{count, plural, one {# ticket mis} many {# tickets mis} other {# tickets mis}} en veille – retour : {until}.',
    broughtBack: '{count, plural, one {# ticket sorti} many {# tickets sortis} other {# tickets sortis}} de veille.',
    starred: '{count, plural, one {# ticket suivi} many {# tickets suivis} other {# tickets suivis}}.',
    unstarred:
      '{count, plural, one {# ticket n’est plus suivi} many {# tickets ne sont plus suivis} other {# tickets ne sont plus suivis}}.',
    read: '{count, plural, one {# ticket marqué comme lu} many {# tickets marqués comme lus} other {# tickets marqués comme lus}}.',
    unread:
      '{count, plural, one {# ticket marqué comme non lu} many {# tickets marqués comme non lus} other {# tickets marqués comme non lus}}.',
  },
};
