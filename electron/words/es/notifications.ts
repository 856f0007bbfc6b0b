/* Notifications of the system, and the number on the icon. */

export const notifications = {
  new: 'Nuevo ticket {id}',
  status: '{id} tiene ahora el estado {status}',
  answer: 'Nuevo comentario en {id}',
  changed: 'Se modificó {id}',
  reminder: 'Recordatorio: {id}',
  refused: 'No aceptado: su cambio en {id}',
  /** The same about a ticket that the user opened here and that the server does not know yet. */
  own: {
    new: 'Su nuevo ticket',
    status: 'Su nuevo ticket tiene ahora el estado {status}',
    answer: 'Nuevo comentario en su nuevo ticket',
    changed: 'Se modificó su nuevo ticket',
    reminder: 'Recordatorio: su nuevo ticket',
    refused: 'No aceptado: su nuevo ticket',
  },
  named: '{headline}: {title}',
  more: '{count, plural, one {y # más} many {y # más} other {y # más}}',
  reminders: '{count, plural, one {# recordatorio} many {# recordatorios} other {# recordatorios}}',
  refusals:
    '{count, plural, one {No se aceptó # cambio} many {No se aceptaron # cambios} other {No se aceptaron # cambios}}',
  updates: '{count, plural, one {Novedades en # ticket} many {Novedades en # tickets} other {Novedades en # tickets}}',
  attention:
    '{count, plural, one {# ticket requiere atención} many {# tickets requieren atención} other {# tickets requieren atención}}',
} as const;
