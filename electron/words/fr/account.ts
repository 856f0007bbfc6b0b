/* Problems of signing in and of the accounts on this computer, in place of the standard sentences. */

export const account = {
  expired: {
    message: 'Le serveur indique que ce secret client a expiré.',
    todo: 'Créez un nouveau secret sur le portail des développeurs de l’opérateur et connectez-vous avec celui-ci.',
  },
  blocked: {
    message: 'Le serveur a bloqué cet identifiant client.',
    todo: 'Demandez à l’administrateur de votre compte ou à l’opérateur de le débloquer.',
  },
  wrongAddress: {
    message: 'Le serveur à cette adresse ne propose pas l’API de l’opérateur.',
    todo: 'Vérifiez l’environnement et, s’il est personnalisé, l’URL de base de l’API.',
  },
  noLongerAccepted: 'Le serveur n’accepte plus cet identifiant client et ce secret.',
  waitsForSignIn:
    'Rien n’est perdu sur cet ordinateur et les modifications en attente seront envoyées dès que le serveur acceptera à nouveau la connexion.',
  checkAddress: 'Si ce n’est pas la cause, vérifiez l’URL de base de l’API.',
  tokenRefused: {
    message: 'Le serveur a émis un jeton d’accès, puis ne l’a pas accepté.',
    todo: 'Réessayez dans un instant. Si le problème persiste, informez l’opérateur.',
  },
  notListed: {
    message: 'Le serveur n’a pas fourni la liste de vos comptes.',
    todo: 'Adressez-vous à l’opérateur : votre identifiant client n’a peut-être pas le droit de les voir.',
  },
  checkNetwork: 'Vérifiez le réseau, puis réessayez.',
  networkSignIn: 'Ouvrez une page web dans votre navigateur pour vous connecter à ce réseau, puis réessayez.',
  askAboutGateway: 'Demandez au service informatique si une passerelle ou un pare-feu bloque le serveur.',
  waitAMinute: 'Patientez une minute, puis réessayez.',
  serverError:
    'Réessayez dans quelques minutes. Si le problème persiste, communiquez l’identifiant de corrélation à l’opérateur.',
  malformedAnswer: 'Réessayez dans quelques minutes. Si le problème persiste, informez l’opérateur.',
  notKept: {
    message: 'Le disque est plein : la connexion ne peut pas être enregistrée.',
    todo: 'Libérez de l’espace, puis réessayez.',
  },
  noTickets: {
    message: 'Le serveur ne fournit aucun ticket pour cet identifiant de compte principal.',
    todo: 'Vérifiez qu’il ne contient pas de faute de frappe et demandez à l’administrateur de votre compte si vous pouvez voir les tickets de ce compte.',
  },
  interrupted: {
    message: 'La connexion a été interrompue avant que le serveur ne réponde.',
    kept: 'Rien de cette connexion n’a été enregistré.',
    todo: 'Reconnectez-vous.',
  },
  notSignedOut: {
    message: 'Le dossier contenant les tickets de ce compte n’a pas pu être supprimé de cet ordinateur.',
    kept: 'Personne ne peut le lire : il est chiffré et sa clé a été supprimée. Le compte reste dans la liste ; rien n’a été modifié sur le serveur.',
    todo: 'Vérifiez qu’aucun autre programme n’utilise le dossier de Colodesk, puis déconnectez-vous à nouveau.',
  },
  notRemoved: {
    message: 'Des fichiers d’une session précédente n’ont pas pu être supprimés de cet ordinateur.',
    kept: 'Personne ne peut les lire : ils sont chiffrés et leur clé a été supprimée.',
    todo: 'Vérifiez qu’aucun autre programme n’utilise le dossier de Colodesk. Colodesk réessaiera au prochain démarrage.',
  },
  foldersKept: 'Les tickets et les modifications en attente sont toujours dans leurs dossiers.',
  listKept:
    'La liste n’a pas été modifiée. Tous les comptes, leurs tickets et les modifications en attente sont toujours là.',
  listUnreadable: {
    message: 'La liste des comptes de cet ordinateur ne peut pas être lue pour le moment.',
    todo: 'Vérifiez les autorisations du dossier de Colodesk et qu’aucun autre programme ne l’utilise, puis redémarrez Colodesk.',
  },
  listNotSaved: {
    message: 'La liste des comptes n’a pas pu être enregistrée sur cet ordinateur.',
    todo: 'Vérifiez les autorisations du dossier de Colodesk, puis réessayez.',
    todoIfFull: 'Libérez de l’espace, puis réessayez.',
  },
  sessionOnly: 'pour cette session seulement',
  kept: 'conservé sur cet ordinateur',
} as const;
