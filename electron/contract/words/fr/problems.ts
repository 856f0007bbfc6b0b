/*
 * What happened and what to do about it, for each kind of problem. A new kind gets its own sentences: the user never reads
 * “something went wrong”.
 */

export const problems = {
  'wrong-credentials': {
    message: 'Le serveur n’a pas accepté cet identifiant client et ce secret.',
    todo: 'Vérifiez qu’ils ne contiennent pas de faute de frappe et qu’ils correspondent à l’environnement choisi.',
  },
  unauthorized: {
    message: 'Le serveur n’accepte plus cette connexion.',
    todo: 'Reconnectez-vous avec l’identifiant client et le secret actuels : rien n’est perdu sur cet ordinateur et les modifications en attente seront envoyées.',
  },
  'no-permission': {
    message: 'Le serveur refuse l’accès à ces tickets.',
    todo: 'Demandez à l’administrateur de votre compte l’autorisation « Service Tickets-Customer Support ».',
  },
  'not-permitted': {
    message: 'Le serveur n’autorise pas cette action pour votre utilisateur.',
    todo: 'Lisez le message du serveur pour en connaître la raison, ou adressez-vous à l’administrateur de votre compte.',
  },
  'account-gone': {
    message: 'Le serveur ne connaît plus ce compte.',
    todo: 'Demandez à l’administrateur de votre compte si celui-ci a été fermé ou renommé.',
  },
  'no-master-account': {
    message: 'La liste de l’opérateur n’indique pas à quel compte principal ce compte appartient.',
    todo: 'Demandez l’identifiant du compte principal à l’administrateur de votre compte et saisissez-le ici. Sans lui, rien ne peut être récupéré.',
  },
  'no-accounts': {
    message: 'La connexion a réussi, mais le serveur n’y associe aucun compte.',
    todo: 'Demandez à l’administrateur de votre compte d’associer un compte à cet identifiant client.',
  },
  'unknown-host': {
    message: 'Le nom du serveur est introuvable.',
    todo: 'Vérifiez le réseau et, si vous l’avez saisie vous-même, l’URL de base de l’API.',
  },
  'no-connection': {
    message: 'Le serveur est injoignable.',
    todo: 'Vérifiez le réseau. Un compte ouvert se synchronise dès qu’une connexion est disponible.',
  },
  tls: {
    message: 'La connexion n’est pas sûre : le certificat du serveur n’a pas été accepté.',
    todo: 'Vérifiez la date et l’heure de cet ordinateur, et demandez au service informatique si le réseau inspecte le trafic chiffré.',
  },
  'proxy-auth': {
    message: 'Le proxy exige un nom d’utilisateur et un mot de passe.',
    todo: 'Saisissez-les quand Colodesk les demande (à nouveau après dix minutes ou un redémarrage), ou demandez au service informatique de laisser passer Colodesk.',
  },
  redirected: {
    message: 'Le réseau a répondu à la place du serveur, peut-être avec une page de connexion.',
    todo: 'Ouvrez une page web dans votre navigateur pour vous connecter à ce réseau, puis relancez la synchronisation.',
  },
  'captive-portal': {
    message: 'Ce réseau vous demande d’abord de vous connecter.',
    todo: 'Ouvrez une page web dans votre navigateur pour vous connecter au réseau, puis relancez la synchronisation.',
  },
  'gateway-refused': {
    message: 'Un équipement situé entre cet ordinateur et le serveur a refusé la requête.',
    todo: 'Demandez au service informatique si une passerelle ou un pare-feu bloque le serveur. Vous restez connecté.',
  },
  timeout: {
    message: 'Le serveur a mis trop de temps à répondre.',
    todo: 'Vérifiez le réseau ou réessayez plus tard. Un compte ouvert réessaie automatiquement.',
  },
  'rate-limited': {
    message: 'Le serveur limite le nombre de requêtes.',
    todo: 'Patientez un peu : Colodesk reprend dès que le serveur l’autorise.',
  },
  'server-error': {
    message: 'Le serveur a signalé une erreur interne.',
    todo: 'Attendez que Colodesk réessaie. Si le problème persiste, communiquez l’identifiant de corrélation à l’opérateur.',
  },
  'malformed-answer': {
    message: 'La réponse du serveur était incomplète ou mal formée.',
    todo: 'Attendez que Colodesk réessaie. Si le problème persiste, informez l’opérateur.',
  },
  rejected: {
    message: 'Le serveur n’a pas accepté la requête.',
    todo: 'Lisez le message du serveur pour en connaître la raison.',
  },
  'not-found': {
    message: 'Le serveur n’a plus ce ticket.',
    todo: 'Adressez-vous à l’opérateur : il a peut-être été supprimé ou déplacé.',
  },
  conflict: {
    message: 'Quelqu’un d’autre a modifié le ticket après l’ouverture du formulaire.',
    todo: 'Comparez les deux versions et choisissez.',
  },
  'ticket-closed': {
    message: 'Le ticket est fermé et ne peut plus être modifié.',
    todo: 'Ouvrez un nouveau ticket ou abandonnez cette modification.',
  },
  'change-sent': {
    message: 'Cette modification a été envoyée entre-temps.',
    todo: 'Ouvrez le ticket pour voir ce qui est arrivé. Votre texte est toujours ici.',
  },
  'change-discarded': {
    message: 'Cette modification a été abandonnée entre-temps.',
    todo: 'Faites-en une nouvelle modification, ou abandonnez-la. Votre texte est toujours ici.',
  },
  'not-confirmed': {
    message: 'Aucune réponse n’est parvenue et le serveur n’a rien de semblable.',
    todo: 'Vérifiez par un autre moyen si la modification est arrivée, puis renvoyez-la ou abandonnez-la.',
  },
  'outbox-set-aside': {
    message:
      'Le fichier contenant vos modifications en attente, brouillons et notes était illisible et a été mis de côté.',
    todo: 'Demandez au service informatique d’examiner ce fichier : rien n’y a été supprimé. Un nouveau fichier est maintenant utilisé.',
  },
  'file-empty': {
    message: 'Le fichier est vide.',
    todo: 'Choisissez-en un autre : le serveur n’accepte pas les fichiers vides.',
  },
  'file-too-large': {
    message: 'L’opérateur n’accepte pas les fichiers de cette taille.',
    todo: 'Joignez un fichier plus petit ou envoyez celui-ci à l’opérateur par un autre moyen.',
  },
  'file-unusable': {
    message: 'Cet élément ne peut pas être joint : c’est un dossier ou il est illisible.',
    todo: 'Choisissez un fichier ou compressez d’abord le dossier en ZIP.',
  },
  'paste-too-large': {
    message: 'Ce contenu est trop volumineux pour être collé.',
    todo: 'Enregistrez-le dans un fichier, puis joignez ce fichier.',
  },
  'file-unreadable': {
    message: 'Le fichier n’a pas pu être lu. Il n’a pas été modifié.',
    todo: 'Vérifiez qu’il existe toujours et qu’aucun autre programme ne l’utilise, puis joignez-le à nouveau.',
  },
  'file-unviewable': {
    message: 'Colodesk ne peut pas afficher ce fichier.',
    todo: 'Enregistrez-le et ouvrez-le avec un autre programme si vous faites confiance à son auteur.',
  },
  'disk-full': {
    message: 'Le disque est plein : les nouveaux tickets ne peuvent pas être enregistrés.',
    todo: 'Libérez de l’espace, puis relancez la synchronisation.',
  },
  'disk-busy': {
    message: 'Le disque est trop lent pour le moment, ou un autre programme utilise les fichiers de Colodesk.',
    todo: 'Réessayez dans un instant. Si le problème persiste, excluez le dossier de Colodesk des sauvegardes et des antivirus.',
  },
  'disk-error': {
    message: 'Le cache des tickets de cet ordinateur ne peut pas être lu ou écrit.',
    todo: 'Vérifiez le disque et votre accès au dossier de Colodesk, puis redémarrez Colodesk.',
  },
  'cache-newer': {
    message: 'Les tickets de cet ordinateur appartiennent à une version plus récente de Colodesk.',
    todo: 'Installez la dernière version de Colodesk pour les lire.',
  },
  'cache-set-aside': {
    message: 'Les tickets de cet ordinateur étaient illisibles et ont été mis de côté.',
    todo: 'Patientez pendant qu’ils sont récupérés à nouveau.',
  },
  'accounts-set-aside': {
    message: 'La liste des comptes de cet ordinateur était endommagée et a été mise de côté.',
    todo: 'Reconnectez-vous. Demandez au service informatique d’examiner ce fichier : il indique peut-être à quel compte appartient chaque dossier.',
  },
  'keychain-missing': {
    message: 'Cet ordinateur n’a pas de trousseau : le secret client ne peut pas être conservé en sécurité.',
    todo: 'Continuez pour cette session seulement : rien n’est conservé à la fermeture de Colodesk.',
  },
  'keychain-locked': {
    message: 'Le trousseau est verrouillé ou ne répond pas.',
    todo: 'Déverrouillez-le et réessayez, ou continuez pour cette session seulement.',
  },
  'keychain-refused': {
    message: 'Le trousseau a refusé d’enregistrer ou de fournir le secret.',
    todo: 'Déverrouillez le trousseau s’il est verrouillé, autorisez Colodesk à l’utiliser et réessayez, ou continuez pour cette session seulement.',
  },
  'keychain-entry-missing': {
    message: 'Le trousseau ne contient plus le secret de ce compte.',
    todo: 'Reconnectez-vous avec l’identifiant client et le secret : rien n’est perdu sur cet ordinateur et les modifications en attente seront envoyées.',
  },
  'no-open-account': {
    message: 'Le compte concerné n’est pas ouvert.',
    todo: 'Ouvrez-le ou connectez-vous, puis réessayez.',
  },
  'link-refused': {
    message: 'Ce lien ne mène pas à une page d’un serveur sécurisé.',
    todo: 'Demandez à son auteur où il devrait mener. Rien n’a été ouvert.',
  },
  'no-printer': {
    message: 'Aucune imprimante n’est utilisable sur cet ordinateur.',
    todo: 'Ajoutez-en une dans les réglages du système, ou enregistrez plutôt au format PDF.',
  },
  'paper-failed': {
    message: 'Les pages n’ont pas pu être créées.',
    todo: 'Réessayez avec moins de tickets. En cas de nouvel échec, signalez-le avec le fichier journal.',
  },
  'update-failed': {
    message: 'Colodesk n’a pas pu rechercher, télécharger ou vérifier une mise à jour.',
    todo: 'Réessayez plus tard ou adressez-vous à votre service informatique. Rien n’a été modifié.',
  },
  'policy-faulty': {
    message:
      'Les paramètres de votre service informatique pour cet ordinateur ne sont pas valides : les plus stricts s’appliquent.',
    todo: 'Montrez ceci au service informatique.',
  },
  'policy-refused': {
    message: 'Les paramètres de votre service informatique ne le permettent pas.',
    todo: 'Connectez-vous à l’environnement qu’ils indiquent ou adressez-vous à votre service informatique.',
  },
  'invalid-input': {
    message: 'Cette valeur ne peut pas être utilisée.',
    todo: 'Corrigez le champ signalé.',
  },
  'caller-refused': {
    message: 'La requête ne provenait pas de la fenêtre de Colodesk.',
    todo: 'Fermez la fenêtre et redémarrez Colodesk.',
  },
  internal: {
    message: 'Une erreur interne de Colodesk a interrompu cette étape.',
    todo: 'Réessayez. En cas de nouvel échec, signalez-le en joignant le fichier journal.',
  },
} as const;

/** What to do where the server refused without a word of its own. */
export const problemsWithoutWords = {
  'not-permitted': 'Demandez à l’administrateur de votre compte le droit d’effectuer cette action.',
  rejected: 'Vérifiez votre saisie. Si elle est correcte, demandez la raison à l’opérateur.',
} as const;
