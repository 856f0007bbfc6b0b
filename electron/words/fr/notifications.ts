/* Notifications of the system, and the number on the icon. */

export const notifications = {
  new: 'Nouveau ticket {id}',
  status: '{id} a maintenant le statut {status}',
  answer: 'Nouveau commentaire sur {id}',
  changed: '{id} a été modifié',
  reminder: 'Rappel : {id}',
  refused: 'Refusée : votre modification de {id}',
  /** The same about a ticket that the user opened here and that the server does not know yet. */
  own: {
    new: 'Votre nouveau ticket',
    status: 'Votre nouveau ticket a maintenant le statut {status}',
    answer: 'Nouveau commentaire sur votre nouveau ticket',
    changed: 'Votre nouveau ticket a été modifié',
    reminder: 'Rappel : votre nouveau ticket',
    refused: 'Refusé : votre nouveau ticket',
  },
  named: '{headline} : {title}',
  more: '{count, plural, one {et # autre} many {et # autres} other {et # autres}}',
  reminders: '{count, plural, one {# rappel} many {# rappels} other {# rappels}}',
  refusals:
    '{count, plural, one {# modification n’a pas été acceptée} many {# modifications n’ont pas été acceptées} other {# modifications n’ont pas été acceptées}}',
  updates:
    '{count, plural, one {Du nouveau sur # ticket} many {Du nouveau sur # tickets} other {Du nouveau sur # tickets}}',
  attention: '{count, plural, one {# ticket à traiter} many {# tickets à traiter} other {# tickets à traiter}}',
} as const;
