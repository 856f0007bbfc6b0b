/* Exporting tickets and tables to files, in French. */

import type { Translated } from '../../../electron/contract/translation.ts';
import type * as english from '../en/exports.ts';

export const exports: Translated<typeof english.exports> = {
  title: 'Exporter',
  button: 'Exporter',
  buttonOf: 'Exporter : {name}',
  selected: '{count, plural, one {# ticket sélectionné} many {# tickets sélectionnés} other {# tickets sélectionnés}}',
  narrowed: '{name} (filtrés)',
  counting: 'Comptage des tickets…',
  lead: '{count, plural, one {# ticket} many {# tickets} other {# tickets}} de « {name} », état : {time}.',
  leadSelected:
    '{count, plural, one {# ticket sélectionné} many {# tickets sélectionnés} other {# tickets sélectionnés}}, état : {time}.',
  leadUnconfirmed:
    '{count, plural, one {# ticket} many {# tickets} other {# tickets}} de « {name} », pas encore confirmés par le serveur.',
  leadTable: 'Le tableau « {name} » avec {count, plural, one {# ligne} many {# lignes} other {# lignes}}.',
  format: 'Format',
  formats: { csv: 'CSV', xlsx: 'Excel' },
  formatHints: {
    csv: 'Texte brut pour d’autres programmes et les importations.',
    xlsx: 'Avec de vraies dates, des filtres et un en-tête figé.',
  },
  separator: 'Séparateur',
  separators: { comma: 'Virgule', semicolon: 'Point-virgule', tab: 'Tabulation' },
  columns: 'Colonnes',
  columnSets: { list: 'Comme la liste', all: 'Toutes' },
  columnHints: {
    list: 'Les colonnes que vous voyez actuellement.',
    all: 'Avec la description, les destinataires, le nombre de commentaires, vos notes, etc.',
  },
  missing:
    '{count, plural, one {Les détails de # ticket n’ont jamais été récupérés : la description et d’autres colonnes y restent vides.} many {Les détails de # tickets n’ont jamais été récupérés : la description et d’autres colonnes y restent vides.} other {Les détails de # tickets n’ont jamais été récupérés : la description et d’autres colonnes y restent vides.}}',
  fetch: 'Les récupérer d’abord',
  fetchTakes: 'Cela prend environ {duration}. Vous pouvez arrêter à tout moment.',
  fetchTakesUnknown: 'La durée s’affichera une fois l’opération commencée. Vous pouvez arrêter à tout moment.',
  stillMissing:
    '{count, plural, one {# ticket est encore sans détails : le serveur ne les fournit pas pour le moment.} many {# tickets sont encore sans détails : le serveur ne les fournit pas pour le moment.} other {# tickets sont encore sans détails : le serveur ne les fournit pas pour le moment.}}',
  fetching: 'Récupération des détails',
  writing: 'Écriture du fichier',
  progress: '{done, number} sur {total, number}',
  progressLeft: '{done, number} sur {total, number}, reste environ {duration}',
  stop: 'Arrêter',
  close: 'Fermer',
  saved:
    '{count, plural, one {# ligne enregistrée} many {# lignes enregistrées} other {# lignes enregistrées}} dans « {fileName} ».',
  stopped: 'Arrêté. Aucun fichier n’a été écrit.',
};
