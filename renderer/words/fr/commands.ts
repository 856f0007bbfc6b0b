/* The palette, the list of keys, and what the user carries to another computer, in French. */

import type { Translated } from '../../../electron/contract/translation.ts';
import type * as english from '../en/commands.ts';

export const commands: Translated<typeof english.commands> = {
  palette: 'Commandes',
  field: 'Saisissez une commande ou un ticket',
  list: 'Commandes et tickets',
  nothing: 'Aucun résultat.',
  found: '{count, plural, one {# résultat} many {# résultats} other {# résultats}}',
  group: {
    recent: 'Récents',
    commands: 'Commandes',
    views: 'Vues',
    sites: 'Afficher les tickets d’un site',
    accounts: 'Passer à un compte',
    tickets: 'Tickets',
  },
};

export const keys: Translated<typeof english.keys> = {
  title: 'Raccourcis clavier',
  singleKeysOff: 'Les raccourcis à une touche sont désactivés dans les paramètres.',
  group: {
    tickets: 'Tickets',
    ticket: 'Avec le ticket ouvert ou les tickets sélectionnés',
    list: 'Liste',
    views: 'Vues',
    application: 'Application',
  },
  inList: {
    title: 'Dans la liste des tickets',
    row: 'Ticket précédent ou suivant',
    page: 'Page précédente ou suivante',
    end: 'Premier ou dernier ticket',
    range: 'Sélectionner une plage',
    open: 'Ouvrir le ticket',
    close: 'Annuler la sélection ; fermer le ticket',
  },
  inText: {
    title: 'Dans une zone de texte',
    send: 'Envoyer le formulaire ou le commentaire',
    close: 'Fermer le formulaire en gardant le brouillon ; dans le champ de recherche, effacer la recherche',
  },
  anywhere: {
    title: 'Partout',
    next: 'Élément suivant ou précédent',
    zoom: 'Zoom avant, zoom arrière, taille réelle',
  },
  name: {
    Ctrl: 'Ctrl',
    Shift: 'Maj',
    Enter: 'Entrée',
    Return: 'Retour',
    Esc: 'Échap',
    Tab: 'Tab',
    'Page Up': 'Page préc.',
    'Page Down': 'Page suiv.',
    Home: 'Début',
    End: 'Fin',
  },
};

export const ownData: Translated<typeof english.ownData> = {
  exported: 'Enregistré sous « {file} ». Le fichier ne contient aucun ticket.',
  imported: {
    nothing: 'Rien à ajouter depuis « {file} ».',
    allHere: 'Tout le contenu de « {file} » est déjà ici.',
    added:
      '{added, plural, one {# élément ajouté} many {# éléments ajoutés} other {# éléments ajoutés}} depuis « {file} ».',
    addedAndHere:
      '{added, plural, one {# élément ajouté} many {# éléments ajoutés} other {# éléments ajoutés}} depuis « {file} ». {here, plural, one {# élément était déjà ici et n’a pas changé.} many {# éléments étaient déjà ici et n’ont pas changé.} other {# éléments étaient déjà ici et n’ont pas changé.}}',
  },
};
