/* What the diagnosis finds. */

export const diagnosis = {
  policy: 'Votre service informatique impose : {settings}.',
  /** Stands between two of the settings. */
  between: ', ',
  policyEnvironment: 'l’environnement est {environment}',
  policyUpdates: 'les mises à jour sont désactivées',
  policySession: 'la connexion exige un trousseau',
  noPolicy: 'Votre service informatique n’a défini aucun paramètre pour cet ordinateur.',
  keychain: 'Une entrée a été écrite, lue et supprimée.',
  disk: 'Un fichier a été écrit, lu et supprimé ; {gigabytes, number, ::.0} Go sont libres.',
  noProxy: 'Aucun : Colodesk se connecte directement au serveur.',
  proxy: 'Le système utilise {proxy}.',
  proxyResolves: 'Le proxy résout le nom du serveur.',
  addresses: '{host} a l’adresse {addresses}.',
  encrypted: 'Le serveur répond et son certificat est valide.',
  local: 'Le service de cet ordinateur répond.',
  token:
    '{minutes, plural, one {Le serveur a émis un jeton valable # minute.} many {Le serveur a émis un jeton valable # minutes.} other {Le serveur a émis un jeton valable # minutes.}}',
  account:
    '{count, plural, one {Le compte est le seul que le serveur propose.} many {Le compte est l’un des # que le serveur propose.} other {Le compte est l’un des # que le serveur propose.}}',
  permission:
    '{count, plural, one {Le serveur propose # ticket.} many {Le serveur propose # tickets.} other {Le serveur propose # tickets.}}',
  nobody: 'Personne n’est connecté.',
  skipped: 'Ignoré, car une étape précédente a échoué.',
} as const;
