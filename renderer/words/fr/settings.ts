/* The settings, and what the IT department decides of them, in French. */

import type { Translated } from '../../../electron/contract/translation.ts';
import type * as english from '../en/settings.ts';

export const policy: Translated<typeof english.policy> = {
  fixedEnvironment: 'Votre service informatique a choisi cet environnement.',
  fixedAddress: 'Votre service informatique a fixé l’adresse : {address}',
  fault:
    'Les paramètres de votre service informatique pour cet ordinateur ne sont pas valides : les plus stricts s’appliquent.',
  faultTodo: 'Montrez ceci au service informatique :',
};

export const settings: Translated<typeof english.settings> = {
  menu: 'Paramètres…',
  title: 'Paramètres',
  close: 'Terminé',
  fixed: 'Fixé pour cet ordinateur par votre service informatique.',
  notifications: 'Notifications',
  notifies: 'Recevoir des notifications',
  notifiesHint: 'Jamais pour ce que vous faites ici.',
  kinds: 'Sujets',
  kind: {
    answer: 'Commentaires d’autres personnes',
    status: 'Changements de statut',
    new: 'Nouveaux tickets',
    changed: 'Autres modifications',
    reminder: 'Tickets qui sortent de veille',
    refused: 'Mes modifications refusées',
    repeat: 'Demandes préparées',
  },
  of: 'Pour',
  ofAll: 'Tous les tickets',
  ofMine: 'Les tickets que j’ai ouverts, modifiés ou commentés',
  ofStarred: 'Les tickets suivis',
  ofView: 'La vue « {name} »',
  ofOtherView: 'Une vue absente de ce compte',
  quietHours: 'Heures calmes',
  quietHoursHint:
    'Aucune notification pendant cette période, qui peut dépasser minuit ; deux fois la même heure, c’est toute la journée.',
  from: 'De',
  until: 'À',
  mute: 'Suspendre pendant une heure',
  muted: 'Notifications suspendues – reprise : {until}.',
  endMute: 'Rétablir',
  quiet: 'Tickets sans nouvelles',
  quietLead: 'Un ticket ouvert resté inchangé pendant ce nombre de jours est à traiter.',
  quietOthers: 'Tous les autres',
  quietDays: 'Jours pour {type}',
  quietDaysAllowed: 'Saisissez un nombre entier de 1 à {most, number}.',
  days: 'jours',
  keyboard: 'Clavier',
  usesSingleKeys: 'Raccourcis à une touche',
  usesSingleKeysHint: 'Par exemple N pour un nouveau ticket. Les raccourcis avec Ctrl ou ⌘ fonctionnent toujours.',
  showKeys: 'Afficher tous les raccourcis',
  writing: 'Rédaction',
  checksSpelling: 'Vérifier l’orthographe',
  checksSpellingHint:
    'Par le correcteur de Windows ou de macOS, sous Linux par un dictionnaire que vous fournissez. Rien n’est téléchargé.',
  userName: 'Votre nom',
  userNameHint:
    'Remplace {variable} dans les modèles et les textes de commentaire. S’il est vide, il vous est demandé.',
  application: 'Application',
  language: 'Langue',
  languageHint: 'La fenêtre est reconstruite. Rien de ce que vous avez saisi n’est perdu.',
  systemLanguage: 'Celle du système',
  foldsViews: 'Replier les vues à gauche',
  staysInTray: 'Continuer à la fermeture de la fenêtre',
  staysInTrayHint: 'Colodesk reste dans la zone de notification et continue de vous avertir.',
  startsWithSystem: 'Lancer au démarrage du système',
  storage: 'Sur cet ordinateur',
  history: 'Conserver les tickets complets hors ligne',
  historyHint:
    'Les tickets ouverts sont toujours conservés en entier. Les autres gardent tout sauf la description et les commentaires.',
  historyOpenOnly: 'Tickets ouverts seulement',
  historyDays:
    '{days, plural, one {Modifiés le dernier jour} many {Modifiés les # derniers jours} other {Modifiés les # derniers jours}}',
  historyYears:
    '{years, plural, one {Modifiés ces 12 derniers mois} many {Modifiés les # dernières années} other {Modifiés les # dernières années}}',
  ownData: 'Vues, modèles, textes, notes sur les sites et ces paramètres',
  ownDataHint: 'Dans un fichier pour un autre ordinateur, sans aucun ticket. L’importation ajoute ce qui manque.',
  export: 'Exporter…',
  import: 'Importer…',
};
