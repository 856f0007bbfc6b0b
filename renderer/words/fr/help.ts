/* The diagnostics, which help the user and the IT department to find what is wrong, in French. */

import type { Translated } from '../../../electron/contract/translation.ts';
import type * as english from '../en/help.ts';

export const help: Translated<typeof english.help> = {
  close: 'Fermer',
  diagnosis: {
    title: 'Diagnostic',
    open: 'Lancer le diagnostic',
    lead: 'Vérifie tout ce dont Colodesk a besoin. Rien n’est modifié et aucun secret n’est affiché.',
    running: 'Vérification… elle peut durer une demi-minute.',
    again: 'Relancer',
    copy: 'Copier',
    copied: 'Copié',
    list: 'Étapes',
    step: {
      policy: 'Paramètres du service informatique',
      keychain: 'Trousseau',
      disk: 'Disque',
      proxy: 'Proxy',
      dns: 'Nom du serveur (DNS)',
      tls: 'Connexion sécurisée (TLS)',
      token: 'Identifiant client et secret (jeton)',
      account: 'Compte',
      permission: 'Autorisation d’accès aux tickets',
    },
    state: { works: 'Réussite', failed: 'Échec', skipped: 'Non testé' },
    stepState: '{step} : {state}',
    made: 'Exécuté : {time}',
    address: 'Serveur {address}',
  },
};
