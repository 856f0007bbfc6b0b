/* What a row says of a ticket, the choice of columns, the selection, and what is done to many tickets, in Spanish. */

import type { Translated } from '../../../electron/contract/translation.ts';
import type * as english from '../en/list.ts';

export const list: Translated<typeof english.list> = {
  unread: 'no leído',
  starred: 'destacado',
  star: 'Destacar {name}',
  snoozedUntil: 'Pospuesto hasta: {when}',
  reminderDue: 'De vuelta tras posponerse',
  attention: {
    reminder: 'Recordatorio',
    refused: 'Rechazado',
    unconfirmed: 'Requiere su decisión',
    answered: 'El operador respondió',
    quiet: 'Sin actividad',
  },
  quietFor: 'Sin actividad desde hace {duration}',
  openFor: 'abierto desde hace {duration}',
  wasOpenFor: 'estuvo abierto {duration}',
  atLatest: '≤ {when}',
  closedUnstated: 'El operador no indica cuándo. Como muy tarde: {when}',
  atLeast: '≥ {duration}',
  inStatus: '{status} desde hace {duration}',
  inStatusAtLeast: '{status} desde hace al menos {duration}',
  columns: {
    button: 'Columnas',
    title: 'Columnas',
    lead: 'Arrastre el borde de un encabezado para ajustar el ancho de su columna o use en él las teclas de flecha.',
    leavesOut: 'Si la lista es estrecha, «Categoría» y «Creado» dejan sitio al título.',
    list: 'Columnas en su orden',
    always: '{column} (siempre visible)',
    up: 'Subir {column}',
    down: 'Bajar {column}',
    density: 'Densidad',
    densities: { comfortable: 'Amplia', standard: 'Estándar', compact: 'Compacta' },
    reset: 'Restablecer',
    wasReset: 'Columnas restablecidas.',
    close: 'Listo',
    ownWidth: 'su propio ancho',
    width: 'Ancho de {column}',
  },
  selection: {
    toolbar: 'Selección',
    selected: '{count, plural, one {# seleccionado} many {# seleccionados} other {# seleccionados}}',
    select: 'Seleccionar {name}',
    selectAll: 'Seleccionar todo',
    comment: 'Comentar',
    cancel: 'Cancelar tickets',
    recipient: 'Añadir destinatario',
    star: 'Destacar',
    unstar: 'No destacar',
    read: 'Marcar como leído',
    unread: 'Marcar como no leído',
    clear: 'Anular selección',
  },
  menu: {
    title: 'Ticket',
    open: 'Abrir',
    copyId: 'Copiar ID',
    copyLink: 'Copiar enlace',
    select: 'Seleccionar',
    deselect: 'Deseleccionar',
    bringBack: 'Recuperar ahora',
  },
  bulk: {
    title: {
      comment: 'Comentar tickets',
      cancel: 'Cancelar tickets',
      recipient: 'Añadir un destinatario',
    },
    confirm: {
      comment: 'Comentar {count, plural, one {# ticket} many {# tickets} other {# tickets}}',
      cancel: 'Cancelar {count, plural, one {# ticket} many {# tickets} other {# tickets}}',
      recipient: 'Añadir a {count, plural, one {# ticket} many {# tickets} other {# tickets}}',
    },
    keep: { comment: 'Cerrar', cancel: 'Conservar tickets', recipient: 'Cerrar' },
    lead: {
      comment: 'El mismo comentario se añade a cada ticket. Se conserva como borrador hasta que lo envíe.',
      cancel: 'El operador deja de trabajar en ellos. Los tickets cancelados no se pueden reabrir ni comentar.',
      recipient: 'A partir de ahora, el operador notifica a esta dirección sobre cada ticket.',
    },
    address: 'Dirección de correo electrónico',
    addressHint: 'Una sola dirección, como jane.doe@example.com.',
    addressFault: 'Introduzca una sola dirección de correo electrónico.',
    checking: 'Comprobando los tickets…',
    able: '{count, plural, one {Se modificará # ticket, con su propia entrada en la bandeja de salida.} many {Se modificarán # tickets, cada uno con su propia entrada en la bandeja de salida.} other {Se modificarán # tickets, cada uno con su propia entrada en la bandeja de salida.}}',
    noneAble: 'Ninguno de estos tickets se puede modificar.',
    unable: '{count, plural, one {Se omitirá # ticket} many {Se omitirán # tickets} other {Se omitirán # tickets}}',
    tooMany:
      '{count, plural, one {Sobra # ticket} many {Sobran # tickets} other {Sobran # tickets}}: se pueden modificar como máximo {limit, number} a la vez. Seleccione menos.',
    more: 'y {count, number} más',
    reason: '{reason} ({count, number})',
    reasons: {
      cancelling: 'Se están cancelando',
      'unconfirmed-create': 'El servidor todavía no los ha confirmado',
      gone: 'El operador ya no los tiene o usted no tiene permiso para leerlos',
      closed: 'Cerrados',
      'unknown-status': 'En un estado que Colodesk no conoce',
      'not-fetched': 'Todavía no se han obtenido',
      unknown: 'Ya no están en este equipo',
      'already-notified': 'La dirección ya está entre los destinatarios',
      'named-recipients': 'El operador muestra destinatarios por su nombre',
      'too-long': 'La lista de destinatarios sería demasiado larga',
    },
  },
  done: {
    comment:
      'El comentario en {count, plural, one {# ticket} many {# tickets} other {# tickets}} está en la bandeja de salida.',
    cancel:
      'La cancelación de {count, plural, one {# ticket} many {# tickets} other {# tickets}} está en la bandeja de salida.',
    recipient:
      'El nuevo destinatario de {count, plural, one {# ticket} many {# tickets} other {# tickets}} está en la bandeja de salida.',
    undone:
      '{discarded, plural, one {Se descartó # cambio.} many {Se descartaron # cambios.} other {Se descartaron # cambios.}} {kept, plural, one {# cambio ya había salido} many {# cambios ya habían salido} other {# cambios ya habían salido}}: consulte la bandeja de salida.',
    snoozed:
      '{count, plural, one {# ticket pospuesto} many {# tickets pospuestos} other {# tickets pospuestos}} hasta: {until}.',
    broughtBack:
      '{count, plural, one {# ticket recuperado.} many {# tickets recuperados.} other {# tickets recuperados.}}',
    starred: '{count, plural, one {# ticket destacado.} many {# tickets destacados.} other {# tickets destacados.}}',
    unstarred:
      '{count, plural, one {# ticket ya no está destacado.} many {# tickets ya no están destacados.} other {# tickets ya no están destacados.}}',
    read: '{count, plural, one {# ticket marcado como leído.} many {# tickets marcados como leídos.} other {# tickets marcados como leídos.}}',
    unread:
      '{count, plural, one {# ticket marcado como no leído.} many {# tickets marcados como no leídos.} other {# tickets marcados como no leídos.}}',
  },
};
