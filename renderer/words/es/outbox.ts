/* Everything not sent yet (outbox, drafts, marks on tickets), and the log of what was sent, in Spanish. */

import type { Translated } from '../../../electron/contract/translation.ts';
import type * as english from '../en/outbox.ts';

export const outbox: Translated<typeof english.outbox> = {
  button:
    '{count, plural, =0 {Bandeja de salida} one {Bandeja de salida (#)} many {Bandeja de salida (#)} other {Bandeja de salida (#)}}',
  backToTickets: 'Volver a los tickets',
  list: 'Bandeja de salida',
  lead: 'Cambios que el servidor todavía no ha confirmado. Se guardan en este equipo y se envían automáticamente.',
  empty: 'No hay nada que enviar.',
  emptyHint: 'Los tickets nuevos, las ediciones, los comentarios, los archivos y las cancelaciones pasan por aquí.',
  unreadable:
    '{count, plural, one {Esta versión de Colodesk no puede leer # cambio. Sigue} many {Esta versión de Colodesk no puede leer # cambios. Siguen} other {Esta versión de Colodesk no puede leer # cambios. Siguen}} en este equipo sin enviar; puede que una versión más reciente sí pueda.',
  kind: {
    create: 'Nuevo ticket',
    update: 'Edición',
    cancel: 'Cancelación',
    comment: 'Comentario',
    attachment: 'Adjunto',
  },
  state: {
    waiting: 'En espera',
    sending: 'Enviando',
    unconfirmed: 'Sin confirmar',
    refused: 'Rechazado',
    sent: 'Enviado',
  },
  since: 'desde: {when}',
  sending: 'De camino al servidor.',
  sendingFile: 'De camino al servidor: {percent, number} %.',
  lookedFor: 'Se envió, pero no llegó respuesta. Colodesk está comprobando si el cambio llegó.',
  alike: 'Lo que podría ser',
  alikeQuestion: {
    create:
      '{day, select, unknown {El ticket {name} está en el servidor.} today {El ticket {name} apareció a las {time}.} yesterday {El ticket {name} apareció ayer a las {time}.} other {El ticket {name} apareció el {time}.}} ¿Es este?',
    comment:
      '{day, select, unknown {En el servidor hay un comentario: «{name}».} today {A las {time} apareció un comentario: «{name}».} yesterday {Ayer a las {time} apareció un comentario: «{name}».} other {El {time} apareció un comentario: «{name}».}} ¿Es este?',
    attachment:
      '{day, select, unknown {En el servidor hay un archivo {name}.} today {A las {time} apareció un archivo {name}.} yesterday {Ayer a las {time} apareció un archivo {name}.} other {El {time} apareció un archivo {name}.}} ¿Es este?',
  },
  claim: 'Es este',
  claimNamed: 'Es este: {label}',
  notFound: 'No llegó respuesta y el servidor no tiene nada similar.',
  refused: 'El servidor no lo aceptó.',
  wasTaken: 'El cambio está en la bandeja de salida.',
  wereConfirmed:
    '{count, plural, one {El servidor ha confirmado un cambio.} many {El servidor ha confirmado # cambios.} other {El servidor ha confirmado # cambios.}}',
  confirmed: 'Confirmado por el servidor.',
  waitsForTicket: 'Se enviará cuando se haya creado su ticket.',
  waitsForEarlier: 'Se enviará después de un cambio anterior en este ticket.',
  waitsForDecision: 'Se enviará cuando haya decidido sobre un cambio anterior en este ticket.',
  waitsForTwin: 'Se enviará después de un ticket nuevo anterior con el mismo texto.',
  waitsForTwinDecision: 'Se enviará cuando haya decidido sobre un ticket nuevo anterior con el mismo texto.',
  waitsForNetwork: 'Se enviará en cuanto haya conexión de red.',
  goesSoon: 'Se enviará en un momento.',
  group: {
    sentence: {
      comment: 'Comentario en {count, plural, one {# ticket} many {# tickets} other {# tickets}}: {states}',
      cancel: 'Cancelación de {count, plural, one {# ticket} many {# tickets} other {# tickets}}: {states}',
      update: 'Edición de {count, plural, one {# ticket} many {# tickets} other {# tickets}}: {states}',
    },
    states: {
      confirmed: '{count, plural, one {# confirmado} many {# confirmados} other {# confirmados}}',
      waiting: '{count, number} en espera',
      sending: '{count, number} enviándose',
      unconfirmed: '{count, number} sin confirmar',
      refused: '{count, plural, one {# rechazado} many {# rechazados} other {# rechazados}}',
    },
    show: 'Mostrar {count, plural, one {# cambio} many {# cambios} other {# cambios}}',
    discard: 'Descartar lo que no ha salido',
    kept: '{discarded, plural, one {Se descartó # cambio.} many {Se descartaron # cambios.} other {Se descartaron # cambios.}} {kept, plural, one {Uno ya salió, o es posible que haya salido, y se conserva.} many {# ya salieron, o es posible que hayan salido, y se conservan.} other {# ya salieron, o es posible que hayan salido, y se conservan.}}',
  },
  toSend: '{count, plural, one {# cambio} many {# cambios} other {# cambios}} por enviar',
  unconfirmed: '{count, number} sin confirmar',
  wereRefused: '{count, plural, one {# rechazado} many {# rechazados} other {# rechazados}}',
  needUser:
    '{count, plural, one {# cambio de la bandeja de salida requiere su decisión.} many {# cambios de la bandeja de salida requieren su decisión.} other {# cambios de la bandeja de salida requieren su decisión.}}',
  sendNow: 'Enviar ahora',
  sendAgain: 'Reenviar',
  rewrite: 'Reescribir',
  edit: 'Editar',
  discard: 'Descartar',
  showTicket: 'Mostrar el ticket {title}',
  discardTitle: '¿Descartar este cambio?',
  discardWhat: '{kind}: {title}',
  discardDependents:
    'Este ticket nunca se creó en el servidor. {count, plural, one {Otro cambio depende de él y también se descarta: comentarios, archivos y ediciones.} many {Otros # cambios dependen de él y también se descartan: comentarios, archivos y ediciones.} other {Otros # cambios dependen de él y también se descartan: comentarios, archivos y ediciones.}}',
  discardSent:
    'Es posible que ya haya llegado al servidor. Colodesk lo detiene, lo comprueba y, si llegó, lo conserva en el registro.',
  discardUndecided: 'Aun así, es posible que esté en el servidor. Colodesk no vuelve a comprobarlo.',
  discardAll: 'Descartar',
  keep: 'Conservar',
  pending:
    '{count, plural, one {# cambio aún sin confirmar} many {# cambios aún sin confirmar} other {# cambios aún sin confirmar}}',
  pendingAndRefused:
    '{count, plural, one {# cambio aún sin confirmar} many {# cambios aún sin confirmar} other {# cambios aún sin confirmar}}, {refused, plural, one {# rechazado} many {# rechazados} other {# rechazados}}',
  allRefused: '{count, plural, one {# cambio rechazado} many {# cambios rechazados} other {# cambios rechazados}}',
  showInOutbox: 'Ver en la bandeja de salida',
  notConfirmed: 'Aún sin confirmar',
  notSent: 'Aún sin enviar',
  sentTitle: 'Enviados',
  sentLead: 'Cambios que el servidor ha confirmado, los más recientes primero.',
  sentList: 'Enviados',
  sentEmpty: 'Todavía no se ha enviado nada desde este equipo.',
  sentMore: 'Mostrar más',
  draftsTitle: 'Borradores',
  draftsLead: 'Lo que ha escrito pero no ha enviado. Solo usted lo ve.',
  draftsList: 'Borradores',
  draftsEmpty: 'No hay borradores.',
  continueDraft: 'Continuar',
  continueNamed: 'Continuar: {name}',
  discardNamed: 'Descartar: {name}',
  draft: {
    edit: 'Edición de {ticket}',
    cancel: 'Cancelación de {ticket}',
    comment: 'Comentario en {ticket}',
  },
  draftOfUnsent: {
    edit: 'Edición de un ticket sin enviar',
    cancel: 'Cancelación de un ticket sin enviar',
    comment: 'Comentario en un ticket sin enviar',
  },
  newDraft: 'Nuevo ticket: {title}',
  newDraftUntitled: 'Nuevo ticket: sin título',
  bulkDraft: 'Comentario en {count, plural, one {# ticket} many {# tickets} other {# tickets}}',
  textDraft: 'Texto de comentario: {name}',
  textDraftUntitled: 'Texto de comentario: sin nombre',
  draftSaved: 'guardado: {when}',
  quit: {
    title: 'Hay cambios aún sin enviar',
    lead: '{count, plural, one {# cambio espera} many {# cambios esperan} other {# cambios esperan}} en la bandeja de salida de este equipo. Colodesk lo enviará todo la próxima vez que se ejecute y tenga conexión de red.',
    bySelf: 'Colodesk se cerrará en diez segundos si no elige nada. No se pierde nada.',
    unsaved: 'Lo último que escribió no se pudo guardar y se perdería. No cierre Colodesk hasta que se resuelva.',
    unsavedTitle: 'Lo que escribió no está guardado',
    quit: 'Salir',
    keepOpen: 'Dejar abierto',
  },
  signOut: {
    lead: 'Aún sin enviar y se perderá al cerrar la sesión:',
    changes: '{count, plural, one {# cambio} many {# cambios} other {# cambios}} en la bandeja de salida',
    drafts: '{count, plural, one {# borrador} many {# borradores} other {# borradores}}',
    unknown:
      'Esta cuenta no se puede abrir ahora, por lo que Colodesk no puede comprobar si tiene trabajo sin enviar. Los cambios y borradores que no se hayan enviado desde este equipo se perderán al cerrar la sesión.',
    signOut: 'Cerrar sesión y perderlos',
  },
};
