/* Signing in, choosing an account, and signing out, in French. */

import type { Translated } from '../../../electron/contract/translation.ts';
import type * as english from '../en/account.ts';

export const environment: Translated<typeof english.environment> = {
  production: 'Production',
  playground: 'Playground',
  sandbox: 'Sandbox',
  custom: 'Personnalisé',
  demo: 'Démo',
};

export const start: Translated<typeof english.start> = {
  pitch: 'Tous les tickets d’assistance de vos sites, au calme et au même endroit.',
  points: {
    offline: 'Tous vos tickets sur cet ordinateur, même hors ligne.',
    search: 'Recherche en cours de frappe, dans tous les sites et toutes les cages.',
    encrypted: 'Chiffrés ici ; le secret reste dans votre trousseau.',
  },
  title: 'Connexion',
  lead: 'Utilisez l’identifiant client et le secret de votre application, fournis par le portail des développeurs de l’opérateur.',
  environment: 'Environnement',
  environmentHint: {
    production: 'Vos vrais tickets.',
    playground: 'Pour faire des essais.',
    sandbox: 'Le système de test de l’opérateur.',
    custom: 'Une autre adresse avec la même API.',
  },
  baseUrl: 'URL de base de l’API',
  baseUrlHint: 'Commence par https:// (http:// uniquement pour cet ordinateur).',
  sandboxHint: 'Cette adresse est supposée. Corrigez-la si votre opérateur vous en a donné une autre.',
  clientId: 'Identifiant client',
  clientSecret: 'Secret client',
  showSecret: 'Afficher le secret',
  signIn: 'Se connecter',
  tryDemo: 'Essayer la démo',
  demoLead: 'Pas encore de compte ?',
  demoHint: 'La démo fonctionne sur cet ordinateur avec des tickets fictifs.',
  sessionOnly: 'Continuer pour cette session seulement',
  back: 'Retour',
  waitsForKeychain: 'En attente du trousseau…',
  waitsHint:
    'Votre système demande peut-être un mot de passe dans une autre fenêtre. Si rien ne le demande, n’attendez pas : Colodesk vous indique alors les autres possibilités.',
  stopWaiting: 'Ne pas attendre',
  starting: 'Ouverture de vos tickets…',
  choose: 'Choisir un compte',
  chooseLead: 'Cette connexion donne accès à plusieurs comptes. Vous pouvez en changer à tout moment.',
  hasCache: 'Tickets sur cet ordinateur',
  otherSignIn: 'Se connecter à un autre compte…',
  signInAgain: 'Se reconnecter',
  againLead: 'À {account}. Ses tickets et ses modifications en attente restent sur cet ordinateur.',
  otherAccounts: 'Ou ouvrir un autre compte',
  cannotOpen: 'Impossible d’ouvrir {account}',
  masterAccount: 'Identifiant du compte principal',
  masterAccountHint: 'Colodesk le vérifie auprès du serveur avant de le conserver.',
  openAccount: 'Ouvrir le compte',
};

export const account: Translated<typeof english.account> = {
  menu: 'Compte : {name}, {environment}',
  distinguished: '{name} ({distinction})',
  switchTo: 'Passer à',
  sessionOnly: 'Pour cette session seulement',
  sessionOnlyHint: 'Rien n’est conservé à la fermeture de Colodesk.',
  signOut: 'Se déconnecter',
  signOutOf: 'Se déconnecter de {name} ?',
  removed: 'Seront supprimés de cet ordinateur :',
  removedParts: {
    secrets: 'le secret client et le jeton d’accès (le secret reste tant qu’un autre compte l’utilise ici)',
    key: 'la clé du cache des tickets',
    tickets: 'les tickets et fichiers en cache, que vous ne pourrez donc plus lire hors ligne',
    own: 'vos modèles, textes de commentaire et vues enregistrées, vos répétitions, dates de maintenance et passations, vos notes, suivis et mises en veille, et le journal des modifications envoyées',
  },
  nothingElse:
    'Rien ne change chez l’opérateur : vos tickets y restent, et vous pouvez vous reconnecter à tout moment.',
  keep: 'Rester connecté',
};
