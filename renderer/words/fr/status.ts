/* The sync status at the foot of the window, its announcements, and what is said of every problem, in French. */

import type { Translated } from '../../../electron/contract/translation.ts';
import type * as english from '../en/status.ts';

export const status: Translated<typeof english.status> = {
  region: 'État de la synchronisation',
  syncNow: 'Synchroniser maintenant',
  pause: 'Suspendre',
  continue: 'Reprendre',
  progress: 'Progression de la synchronisation',
  details: 'Détails',
  connecting: 'Connexion…',
  offline: 'Hors ligne',
  tickets: '{count, plural, one {# ticket} many {# tickets} other {# tickets}}',
  kept: '{count, plural, one {# ticket} many {# tickets} other {# tickets}} sur cet ordinateur',
  confirmed: 'confirmation : {when}',
  lastConfirmed: 'dernière confirmation : {when}',
  neverConfirmed: 'pas encore confirmé',
  walked: '{done, number} sur {total, number}',
  left: 'reste environ {duration}',
  asking: 'Interrogation du serveur…',
  askingFor: 'Interrogation du serveur… environ {duration}',
  slow: 'Le serveur répond lentement',
  paused: 'En pause',
  announce: {
    connecting: 'Connexion au serveur.',
    online: 'En ligne.',
    offline: 'Hors ligne. Les tickets de cet ordinateur restent lisibles.',
    walking: 'Récupération des tickets.',
    paused: 'Synchronisation en pause.',
    asking: 'Interrogation du serveur.',
    askingFor: 'Interrogation du serveur. Cela prend environ {duration}.',
    slow: 'Le serveur répond lentement.',
  },
  demo: 'Démo : un service de cet ordinateur avec des tickets fictifs. Rien ici n’est réel.',
  demoNetwork: 'Réseau de démo',
  clockAhead:
    'L’horloge de cet ordinateur avance de {minutes, plural, one {# minute} many {# minutes} other {# minutes}} sur le serveur. Corrigez-la dans les réglages du système : les heures et les connexions sécurisées en dépendent.',
  clockBehind:
    'L’horloge de cet ordinateur retarde de {minutes, plural, one {# minute} many {# minutes} other {# minutes}} sur le serveur. Corrigez-la dans les réglages du système : les heures et les connexions sécurisées en dépendent.',
  banners: 'Avis',
  dismiss: 'Fermer',
};

export const problem: Translated<typeof english.problem> = {
  serverMessage: 'Message du serveur',
  httpStatus: 'Statut HTTP',
  correlationId: 'Identifiant de corrélation',
  copyCorrelationId: 'Copier l’identifiant de corrélation',
  retry: 'Réessayer',
  loadAnew: 'Recharger la fenêtre',
  /** A part of the page that could not be drawn. */
  fault: {
    message: 'Cette partie de la fenêtre n’a pas pu être affichée.',
    kept: 'Rien de ce que vous avez saisi n’est perdu, et l’envoi continue.',
    todo: 'Réessayez. En cas de nouvel échec, rechargez la fenêtre.',
  },
};
