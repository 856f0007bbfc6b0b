/* The system's dialogs, and the question for a proxy's password. */

export const dialogs = {
  ok: 'OK',
  cancel: 'Annuler',
  attachTitle: 'Joindre des fichiers',
  attach: 'Joindre',
  importTitle: 'Importer des vues et des modèles',
  import: 'Importer',
  saveTitle: 'Enregistrer le fichier',
  badLink: 'Ce lien ne désigne aucun ticket.',
  badLinkDetail:
    'Un lien vers un ticket se compose de colodesk://ticket/ suivi du numéro du ticket, par exemple WO123456.',
  openPage: 'Ouvrir une page de {host} dans votre navigateur ?',
  open: 'Ouvrir',
  notOpened: 'Le système n’a pas ouvert de navigateur pour ce lien.',
  longLink: {
    message: 'Ce lien est trop long pour être ouvert d’ici.',
    todo: 'Copiez-le par un clic droit et collez-le dans votre navigateur. Rien n’a été ouvert.',
  },
} as const;

export const updates = {
  notNow: 'Pas maintenant',
  isAvailable: 'Colodesk {version} est disponible',
  isAvailableDetail: 'Vous avez la version {version}. Colodesk n’installe rien sans vous le demander.',
  download: 'Télécharger',
  isReady: 'Colodesk {version} est prêt à être installé',
  isReadyDetail: 'Tout ce que vous avez saisi et toutes les modifications de la boîte d’envoi sont conservés.',
  restart: 'Redémarrer maintenant',
  isUpToDate: 'Colodesk est à jour : {version} est la dernière version.',
  isForged: {
    message: 'La mise à jour n’est pas signée par l’éditeur de ce Colodesk et a donc été refusée.',
    todo: 'Rien n’a été modifié. Informez votre service informatique : quelqu’un a peut-être altéré la publication ou le réseau.',
  },
} as const;

export const proxy = {
  title: 'Connexion au proxy',
  isAsked: 'Le proxy de ce réseau demande un nom et un mot de passe. Colodesk les conserve jusqu’à sa fermeture.',
  isRefused: 'Le proxy n’a pas accepté ce nom et ce mot de passe.',
  name: 'Nom',
  password: 'Mot de passe',
  signIn: 'Se connecter',
} as const;

export const frozen = {
  message: 'La fenêtre ne répond pas',
  detail:
    'Patientez si elle est seulement occupée. Si vous la rechargez, vos tickets, la boîte d’envoi et vos saisies sont conservés ; seuls les derniers mots peuvent manquer.',
  reload: 'Recharger la fenêtre',
  wait: 'Patienter',
  failed: {
    message: 'La fenêtre est tombée en panne plusieurs fois',
    detail:
      'Rechargez-la, ou fermez-la et redémarrez Colodesk. Vos tickets, la boîte d’envoi et vos saisies sont conservés ; seuls les derniers mots peuvent manquer.',
    close: 'Fermer la fenêtre',
  },
} as const;
