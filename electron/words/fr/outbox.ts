/* What is said of changes in the outbox: why they wait or were refused, and what became of them. */

export const outbox = {
  /** Puts two whole sentences one after the other. */
  sentences: '{first} {second}',
  maybeSent: {
    message: 'Cette modification est peut-être déjà arrivée au serveur.',
    todo: 'Envoyez-la telle quelle pour que Colodesk la recherche d’abord, ou abandonnez-la.',
  },
  notOffered: 'L’opérateur ne propose pas le type de demande « {requestType} ».',
  notOfferedBecause: 'L’opérateur ne propose pas le type de demande « {requestType} » : {reason}',
  otherCategory: 'La catégorie « {category} » n’appartient pas au type de demande « {requestType} ».',
  chooseAnother: 'Choisissez autre chose.',
  lookInTicket: 'Ouvrez le ticket pour voir ce qui est arrivé.',
  none: {
    message: 'Cette action n’est actuellement possible pour aucun de ces tickets.',
    todo: 'Choisissez d’autres tickets.',
  },
  tooMany: {
    message:
      '{limit, plural, one {Cette action est possible pour # ticket au plus à la fois.} many {Cette action est possible pour # tickets au plus à la fois.} other {Cette action est possible pour # tickets au plus à la fois.}}',
    todo: 'Choisissez moins de tickets et traitez les autres plus tard.',
  },
  discarded: {
    message: 'Cette modification a déjà été abandonnée.',
    todo: 'Il n’y a plus rien à faire.',
  },
  isBusy: 'Cette modification est déjà en cours d’édition ou d’abandon.',
  ticketDiscarded: {
    message: 'Le nouveau ticket concerné a été abandonné.',
    todo: 'Ouvrez un nouveau ticket ou choisissez-en un autre.',
  },
  addedMeanwhile: {
    message: 'Vous avez ajouté quelque chose à ce nouveau ticket entre-temps.',
    kept: 'Rien n’a été abandonné.',
    todo: 'Examinez-le dans la boîte d’envoi. Si vous n’en avez pas besoin, abandonnez le ticket encore une fois.',
  },
  notShownYet: {
    message: 'Le serveur n’affiche pas encore ce nouveau ticket partout.',
    todo: 'Patientez : Colodesk réessaie de lui-même.',
  },
  keptUntilYou: 'Votre modification reste dans la boîte d’envoi jusqu’à ce que vous la modifiiez ou l’abandonniez.',
  keptUntilChecked:
    'La modification est peut-être arrivée au serveur ; elle reste dans la boîte d’envoi jusqu’à ce que Colodesk puisse le vérifier.',
  closed: 'Le ticket a le statut {status} et ne peut plus être modifié.',
  storedOtherwise: {
    message:
      'Aucune réponse n’est parvenue et le ticket contient maintenant quelque chose de semblable à votre modification : le serveur l’a enregistrée avec d’autres mots, ou quelqu’un d’autre l’a écrit.',
    todo: 'Comparez les deux versions : abandonnez la modification si le ticket vous convient, ou choisissez.',
  },
} as const;

/** Files to be sent. */
export const attaching = {
  noMemory: {
    message: 'La mémoire est insuffisante pour envoyer le fichier.',
    kept: 'Il reste dans la boîte d’envoi.',
    todo: 'Fermez d’autres programmes, puis renvoyez-le.',
  },
  noName: {
    message: 'Le fichier n’a pas de nom.',
    todo: 'Donnez-lui un nom, puis joignez-le à nouveau.',
  },
  longName: {
    message: 'Le nom du fichier est trop long.',
    todo: 'Raccourcissez-le, puis joignez le fichier à nouveau.',
  },
  unchanged: 'Le fichier lui-même n’a pas été modifié.',
  cutShort: {
    message: 'Le compte a été fermé avant la fin de la copie du fichier.',
    todo: 'Joignez-le à nouveau.',
  },
  noSpace: {
    message: 'Le disque est plein ou protégé en écriture : le fichier n’a pas pu être copié.',
    todo: 'Libérez de l’espace, puis joignez le fichier à nouveau.',
  },
  tooLarge: {
    message: 'Le fichier dépasse {megabytes} Mo.',
    todo: 'Divisez-le ou compressez-le, puis joignez-le à nouveau.',
  },
  refusedBefore: {
    message: 'L’opérateur a déjà refusé un fichier de {size}, et celui-ci n’est pas plus petit.',
    todo: 'Joignez un fichier plus petit ou envoyez celui-ci quand même : l’opérateur l’accepte peut-être désormais.',
  },
} as const;

/** What the log of sent changes says of each. */
export const answers = {
  created: 'Créé sous le numéro {id}.',
  changed: 'Modifié.',
  cancelled: 'Annulé.',
  added: 'Ajouté.',
  attached: 'Joint.',
  foundAs: 'Trouvé sur le serveur sous le numéro {id}.',
  foundInTicket: 'Trouvé dans le ticket.',
  foundAmongFiles: 'Trouvé parmi les fichiers du ticket.',
  recognised: 'Reconnu par vous comme {id}.',
  recognisedText: 'Reconnu par vous comme « {text} ».',
  hasValues: 'Le ticket a ces valeurs.',
  isCancelled: 'Le ticket est annulé.',
  wasCancelled: 'Le ticket était déjà annulé.',
  cutField:
    'Le serveur a modifié {field, select, title {le titre} description {la description} customerReference {la référence client} other {la liste des destinataires}} : le texte s’arrête après {kept, plural, one {# caractère} many {# caractères} other {# caractères}} sur {sent, number}.',
  otherField:
    'Le serveur a modifié {field, select, title {le titre} description {la description} customerReference {la référence client} other {la liste des destinataires}} : le texte est maintenant « {text} ».',
  cutComment:
    'Le serveur a modifié le texte : il s’arrête après {kept, plural, one {# caractère} many {# caractères} other {# caractères}} sur {sent, number}.',
  otherComment: 'Le serveur a modifié le texte : il est maintenant « {text} ».',
  otherName: 'Le serveur l’a nommé « {name} ».',
} as const;

/** A change of which it is not known whether it arrived. `reason`: what came in place of an answer. */
export const lostAnswer = {
  fault:
    '{reason, select, notTheServer {Le réseau a répondu à la place du serveur} unreadable {La réponse était illisible} other {Le serveur a signalé une erreur}}.',
  faultWithStatus:
    '{reason, select, notTheServer {Le réseau a répondu à la place du serveur} unreadable {La réponse était illisible} other {Le serveur a signalé une erreur}} (statut {status}).',
  faultSaid:
    '{reason, select, notTheServer {Le réseau a répondu à la place du serveur} unreadable {La réponse était illisible} other {Le serveur a signalé une erreur}} : « {said} ».',
  faultSaidWithStatus:
    '{reason, select, notTheServer {Le réseau a répondu à la place du serveur} unreadable {La réponse était illisible} other {Le serveur a signalé une erreur}} : « {said} » (statut {status}).',
  isChecked: 'Patientez pendant que Colodesk vérifie si la modification est tout de même arrivée.',
  sentBefore: 'Lors de l’envoi précédent : {sentence}',
  beforeThat: 'Auparavant : {sentence}',
  otherId: 'Son identifiant de corrélation est {id}.',
  nothing: {
    found:
      '{reason, select, notTheServer {Le réseau a répondu à la place du serveur} unreadable {La réponse était illisible} other {Aucune réponse n’est parvenue}}, et le serveur n’a rien de semblable.',
    foundAfterFault: 'Il n’a rien de semblable.',
    todo: 'Vérifiez par un autre moyen si la modification est arrivée, puis renvoyez-la ou abandonnez-la.',
  },
  lookalikes: {
    found:
      '{reason, select, notTheServer {Le réseau a répondu à la place du serveur} unreadable {La réponse était illisible} other {Aucune réponse n’est parvenue}}, et le serveur n’a rien d’identique.',
    foundAfterFault: 'Il n’a rien d’identique.',
    todo: 'Regardez ce qui y est apparu entre-temps : si c’est votre modification, indiquez-le. Sinon, renvoyez-la ou abandonnez-la.',
  },
  denied: {
    found:
      '{reason, select, notTheServer {Le réseau a répondu à la place du serveur} unreadable {La réponse était illisible} other {Aucune réponse n’est parvenue}}, et le serveur ne vous laisse pas vérifier.',
    foundAfterFault: 'Il ne vous laisse pas vérifier.',
    todo: 'Vérifiez par un autre moyen si la modification est arrivée, puis renvoyez-la ou abandonnez-la.',
  },
  notDiscarded: {
    message: 'Un élément qui pourrait être cette modification se trouve sur le serveur.',
    kept: 'La modification n’a pas été abandonnée.',
    todo: 'Examinez-le dans la boîte d’envoi : si c’est votre modification, indiquez-le. Sinon, abandonnez-la encore une fois.',
  },
} as const;
