/* The words in exported files. */

export const exports = {
  /** The heading of a column with times. */
  inUtc: '{name} (UTC)',
  inZone: '{name} ({zone})',
  columns: {
    id: 'ID',
    title: 'Titre',
    status: 'Statut',
    site: 'Site',
    location: 'Emplacement',
    requestType: 'Type de demande',
    category: 'Catégorie',
    customerReference: 'Référence client',
    createdBy: 'Créé par',
    createdOn: 'Créé le',
    age: 'Âge en jours',
    updatedOn: 'Mis à jour le',
    closedOn: 'Fermé le',
    statusSince: 'Statut depuis',
    lastCommentOn: 'Dernier commentaire',
    note: 'Note privée',
    ticketType: 'Type de ticket',
    description: 'Description',
    notificationRecipients: 'Destinataires des notifications',
    cancelReason: 'Motif d’annulation',
    commentCount: 'Nombre de commentaires',
    isUnread: 'Non lu',
    isStarred: 'Suivi',
    snoozedUntil: 'En veille jusqu’au',
    unsent: 'Pas encore envoyé',
  },
  yes: 'Oui',
  notSent: 'Pas encore envoyé',
  pending: '{count, plural, one {# modification} many {# modifications} other {# modifications}}',
  /** Stands at the end of a text that is too long for a cell. */
  cut: ' … [Coupé ici : le texte entier compte {count, number} caractères, plus que n’en contient une cellule Excel.]',
  fileName: {
    asOf: '{name}, état au {time} UTC',
  },
  /** The second sheet of an Excel file says what the first one holds. */
  about: {
    sheet: 'À propos',
    tickets: 'Tickets',
    table: 'Tableau',
    rowCount: 'Lignes',
    asOf: 'État au',
    neverConfirmed: 'Pas encore confirmé par le serveur',
    exported: 'Exporté le',
    withoutDetail: 'Tickets dont les détails n’ont pas été récupérés',
    madeBy: 'Créé avec',
  },
  saving: {
    heldOpen: '« {fileName} » est ouvert dans un autre programme.',
    heldOpenTodo: 'Fermez-le dans ce programme ou enregistrez sous un autre nom.',
    folderGone: 'Le dossier n’existe plus.',
    folderGoneTodo:
      'Choisissez un autre dossier. S’il se trouve sur un disque externe ou sur le réseau, connectez-le d’abord.',
    notAllowed: 'Colodesk n’a pas le droit d’écrire dans ce dossier.',
    notAllowedTodo: 'Choisissez un autre dossier ou demandez au service informatique le droit d’y écrire.',
  },
} as const;
