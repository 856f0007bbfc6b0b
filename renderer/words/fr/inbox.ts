/* The search, the filters and the columns of the list of tickets, and what it says when it is empty, in French. */

import type { Translated } from '../../../electron/contract/translation.ts';
import type * as english from '../en/inbox.ts';

export const inbox: Translated<typeof english.inbox> = {
  search: 'Rechercher des tickets',
  searchHint: 'Rechercher : mots, identifiants, sites…',
  clearSearch: 'Effacer la recherche',
  grid: 'Tickets',
  filters: 'Filtres',
  clearFilters: 'Effacer les filtres',
  filter: {
    status: 'Statut',
    site: 'Site',
    requestType: 'Type de demande',
    category: 'Catégorie',
    createdBy: 'Créé par',
  },
  any: {
    status: 'Tous les statuts',
    site: 'Tous les sites',
    requestType: 'Tous les types de demande',
    category: 'Toutes les catégories',
    createdBy: 'Créé par tous',
  },
  open: 'Ouverts',
  blank: '(vide)',
  columns: {
    id: 'ID',
    title: 'Titre',
    status: 'Statut',
    site: 'Site',
    location: 'Emplacement',
    requestType: 'Type de demande',
    category: 'Catégorie',
    customerReference: 'Référence',
    createdBy: 'Créé par',
    createdOn: 'Créé',
    age: 'Âge',
    updatedOn: 'Mis à jour',
    closedOn: 'Fermé',
    statusSince: 'Statut depuis',
    lastCommentOn: 'Dernier comm.',
    note: 'Note',
  },
  tickets: '{count, plural, one {# ticket} many {# tickets} other {# tickets}}',
  ticketsAndUnsent:
    '{count, plural, one {# ticket} many {# tickets} other {# tickets}}, {unsent, plural, one {# pas encore envoyé} many {# pas encore envoyés} other {# pas encore envoyés}}',
  matching: '{matching, number} sur {count, plural, one {# ticket} many {# tickets} other {# tickets}}',
  notInList:
    'Votre nouveau ticket « {title} » n’est pas dans cette liste : il ne correspond pas à la vue, à la recherche ou aux filtres.',
  showAll: 'Afficher tous les tickets',
  untitled: '(sans titre)',
  loadingRow: 'Chargement…',
};

export const noMatch: Translated<typeof english.noMatch> = {
  otherWords: 'Essayez un autre mot.',
  fewerWords: 'Essayez avec moins de mots.',
  filteredBy: 'La liste est filtrée ({filters}).',
  inView: 'Seule la vue {view} a été parcourue.',
};

export const empty: Translated<typeof english.empty> = {
  'no-match': { title: 'Aucun ticket ne correspond', hint: '' },
  'first-sync': {
    title: 'Récupération de vos tickets…',
    hint: 'Les plus récents arrivent d’abord. Vous pouvez déjà commencer à lire.',
  },
  paused: {
    title: 'La synchronisation est en pause',
    hint: 'Rien n’a encore été récupéré. Reprenez pour récupérer vos tickets.',
  },
  offline: {
    title: 'Aucun ticket sur cet ordinateur pour le moment',
    hint: 'Aucun réseau. Colodesk récupère vos tickets dès qu’il est disponible.',
  },
  trouble: { title: 'Aucun ticket sur cet ordinateur pour le moment', hint: '' },
  none: {
    title: 'Ce compte n’a aucun ticket',
    hint: 'Les tickets ouverts ici ou sur le portail de l’opérateur apparaissent automatiquement.',
  },
  clear: 'Effacer la recherche et les filtres',
  searchAll: 'Rechercher dans tous les tickets',
};
