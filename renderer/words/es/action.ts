/* The actions on the open ticket, its files, and why an action cannot be taken, in Spanish. */

import type { Translated } from '../../../electron/contract/translation.ts';
import type * as english from '../en/action.ts';

export const action: Translated<typeof english.action> = {
  bar: 'Acciones del ticket',
  edit: 'Editar',
  cancel: 'Cancelar ticket',
  attach: 'Adjuntar archivos',
  duplicate: 'Duplicar',
  attachments: 'Adjuntos',
  noAttachments: 'Todavía no hay archivos.',
  attachmentsUnknown: 'La lista de archivos todavía no se ha obtenido.',
  dropHere: 'Suelte archivos para adjuntarlos a este ticket',
  notAttachedList: 'No adjuntados',
  notAttached: 'No adjuntado: {file}',
  fileProblem: '{file}: {problem}',
  notAttachedDismiss: 'Ocultar',
  saveFile: 'Guardar',
  saveFileNamed: 'Guardar {file}',
  savedFile: 'Guardado como {file}',
  stop: 'Detener',
  stopNamed: 'Detener {file}',
  progress: 'Progreso de {file}',
  by: 'de {who}',
  pastedName: 'Pegado {when}.{extension}',
  you: 'Usted',
  obstacle: {
    cancelling: 'Este ticket se está cancelando.',
    'unconfirmed-create': 'El servidor todavía no ha confirmado este ticket. Podrá editarlo cuando lo haga.',
    gone: 'El operador ya no tiene este ticket o usted no tiene permiso para leerlo.',
    closed: 'Este ticket tiene el estado {status}. Solo se pueden modificar los tickets en estado New o In Progress.',
    'unknown-status':
      'El operador indica para este ticket el estado «{status}», que Colodesk no conoce. Solo se pueden modificar los tickets en estado New o In Progress.',
    'no-status':
      'El operador no indica ningún estado para este ticket. Solo se pueden modificar los tickets en estado New o In Progress.',
    'not-fetched': 'La descripción todavía no se ha obtenido. Podrá editarla cuando el servidor responda.',
    unknown: 'Este ticket ya no está en este equipo.',
    'already-notified': 'Esta dirección ya está entre los destinatarios.',
    'named-recipients': 'El operador muestra destinatarios de este ticket por su nombre y solo acepta direcciones.',
    'too-long': 'La lista de destinatarios sería demasiado larga.',
  },
};
