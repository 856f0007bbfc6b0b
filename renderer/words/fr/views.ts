/* The views at the left of the list, the filters that narrow them, and saving them under a name, in French. */

import type { Translated } from '../../../electron/contract/translation.ts';
import type * as english from '../en/views.ts';

export const views: Translated<typeof english.views> = {
  region: 'Vues',
  open: 'Vues : {shown}',
  saved: 'Vues enregistrées',
  name: {
    attention: 'À traiter',
    open: 'Ouverts',
    unread: 'Non lus',
    starred: 'Suivis',
    snoozed: 'En veille',
    closed: 'Récemment fermés',
    all: 'Tous les tickets',
  },
  counted: '{name}, {count, plural, one {# ticket} many {# tickets} other {# tickets}}',
  fold: 'Replier les vues',
  unfold: 'Déplier les vues',
  actions: 'Actions pour la vue {name}',
  rename: 'Renommer…',
  moveUp: 'Monter',
  moveDown: 'Descendre',
  remove: 'Supprimer',
  removed: 'Vue « {name} » supprimée.',
  save: 'Enregistrer la vue',
  saveHint: 'Conserve les filtres, la recherche, le tri et les colonnes sous un nom.',
  saveAnotherHint: 'Enregistre l’état actuel dans une autre vue.',
  update: 'Mettre à jour la vue',
  updateHint: 'Enregistre l’état actuel dans « {name} ».',
  renameTitle: 'Renommer la vue',
  nameLabel: 'Nom de la vue',
  nameHint: 'Par exemple : Alimentation à Francfort',
  confirmRename: 'Renommer',
  cancel: 'Annuler',
  nameNeeded: 'Saisissez un nom pour la vue.',
  nameTooLong:
    'Un nom ne peut pas dépasser {limit, plural, one {# caractère} many {# caractères} other {# caractères}}.',
  nameTaken: 'Une autre vue porte ce nom. Choisissez-en un autre.',
  notSaved: 'La vue n’a pas été enregistrée.',
  tooMany:
    'Vous pouvez conserver au plus {limit, plural, one {# vue} many {# vues} other {# vues}}. Supprimez-en d’abord une.',
  holds: {
    attention: '{count, number} à traiter',
    open: '{count, plural, one {# ticket ouvert} many {# tickets ouverts} other {# tickets ouverts}}',
    unread: '{count, plural, one {# ticket non lu} many {# tickets non lus} other {# tickets non lus}}',
    starred: '{count, plural, one {# ticket suivi} many {# tickets suivis} other {# tickets suivis}}',
    snoozed: '{count, plural, one {# ticket en veille} many {# tickets en veille} other {# tickets en veille}}',
    closed:
      '{count, plural, one {# ticket récemment fermé} many {# tickets récemment fermés} other {# tickets récemment fermés}}',
    all: '{count, plural, one {# ticket} many {# tickets} other {# tickets}}',
  },
  matching: {
    attention: '{matching, number} sur {count, number} à traiter',
    open: '{matching, number} sur {count, plural, one {# ticket ouvert} many {# tickets ouverts} other {# tickets ouverts}}',
    unread:
      '{matching, number} sur {count, plural, one {# ticket non lu} many {# tickets non lus} other {# tickets non lus}}',
    starred:
      '{matching, number} sur {count, plural, one {# ticket suivi} many {# tickets suivis} other {# tickets suivis}}',
    snoozed:
      '{matching, number} sur {count, plural, one {# ticket en veille} many {# tickets en veille} other {# tickets en veille}}',
    closed:
      '{matching, number} sur {count, plural, one {# ticket récemment fermé} many {# tickets récemment fermés} other {# tickets récemment fermés}}',
    all: '{matching, number} sur {count, plural, one {# ticket} many {# tickets} other {# tickets}}',
  },
  empty: {
    attention: {
      title: 'Rien à traiter pour le moment.',
      hint: 'Les réponses, les modifications refusées, les rappels arrivés à échéance et les tickets sans nouvelles apparaissent ici.',
    },
    open: { title: 'Aucun ticket ouvert.', hint: 'Les tickets nouveaux ou en cours apparaissent ici.' },
    unread: {
      title: 'Aucun ticket non lu.',
      hint: 'Les tickets ouverts ou modifiés par quelqu’un d’autre apparaissent ici.',
    },
    starred: { title: 'Aucun ticket suivi.', hint: 'Suivez un ticket pour le garder ici à portée de main.' },
    snoozed: { title: 'Aucun ticket en veille.', hint: 'Mettez un ticket en veille pour l’écarter jusqu’à plus tard.' },
    closed: {
      title: 'Aucun ticket récemment fermé.',
      hint: 'Les tickets fermés {days, plural, one {le dernier jour} many {les # derniers jours} other {les # derniers jours}} apparaissent ici.',
    },
    all: { title: 'Aucun ticket.', hint: '' },
  },
  snoozedAway:
    '{count, plural, one {# ticket est dans En veille.} many {# tickets sont dans En veille.} other {# tickets sont dans En veille.}}',
  showSnoozed: 'Afficher les tickets en veille',
};

export const filters: Translated<typeof english.filters> = {
  dates: 'Dates',
  date: { createdOn: 'Créé', updatedOn: 'Mis à jour', closedOn: 'Fermé' },
  anyDate: 'Toutes les dates',
  anyTime: 'N’importe quand',
  lastDays: '{days, plural, one {Aujourd’hui} many {# derniers jours} other {# derniers jours}}',
  fromTo: 'Du – au…',
  from: '{field} à partir du',
  to: '{field} jusqu’au',
  fromShort: 'Du',
  toShort: 'Au',
  endsBeforeStart: 'Le dernier jour précède le premier.',
  span: {
    last: '{days, plural, one {aujourd’hui} many {# derniers jours} other {# derniers jours}}',
    between: '{from} – {to}',
    since: 'depuis le {from}',
    until: 'jusqu’au {to}',
    any: 'n’importe quand',
  },
  several: {
    status: '{count, plural, one {# statut} many {# statuts} other {# statuts}}',
    site: '{count, plural, one {# site} many {# sites} other {# sites}}',
    requestType: '{count, plural, one {# type de demande} many {# types de demande} other {# types de demande}}',
    category: '{count, plural, one {# catégorie} many {# catégories} other {# catégories}}',
    createdBy: 'Créé par {count, plural, one {# personne} many {# personnes} other {# personnes}}',
  },
  severalDates: '{count, plural, one {# date} many {# dates} other {# dates}}',
  option: '{name} ({count, number})',
  options: 'Valeurs pour {filter}',
  find: 'Rechercher dans {filter}',
  findHint: 'Rechercher…',
  noneFound: 'Aucun résultat',
  tooMany: 'Un filtre accepte au plus {limit, plural, one {# valeur} many {# valeurs} other {# valeurs}}.',
  set: 'Filtres actifs',
  search: 'Recherche',
  chip: '{filter} : {values}',
  separator: ', ',
  andMore: '{values} et {count, plural, one {# autre} many {# autres} other {# autres}}',
  remove: 'Retirer le filtre : {chip}',
};
