/* The views at the left of the list, the filters that narrow them, and saving them under a name, in Spanish. */

import type { Translated } from '../../../electron/contract/translation.ts';
import type * as english from '../en/views.ts';

export const views: Translated<typeof english.views> = {
  region: 'Vistas',
  open: 'Vistas: {shown}',
  saved: 'Vistas guardadas',
  name: {
    attention: 'Requieren atención',
    open: 'Abiertos',
    unread: 'No leídos',
    starred: 'Destacados',
    snoozed: 'Pospuestos',
    closed: 'Cerrados recientemente',
    all: 'Todos los tickets',
  },
  counted: '{name}, {count, plural, one {# ticket} many {# tickets} other {# tickets}}',
  fold: 'Contraer vistas',
  unfold: 'Desplegar vistas',
  actions: 'Acciones de la vista {name}',
  rename: 'Cambiar nombre…',
  moveUp: 'Subir',
  moveDown: 'Bajar',
  remove: 'Eliminar',
  removed: 'Vista «{name}» eliminada.',
  save: 'Guardar vista',
  saveHint: 'Guarda los filtros, la búsqueda, el orden y las columnas con un nombre.',
  saveAnotherHint: 'Guarda esto como otra vista.',
  update: 'Actualizar vista',
  updateHint: 'Guarda en «{name}» lo que está establecido ahora.',
  renameTitle: 'Cambiar nombre de la vista',
  nameLabel: 'Nombre de la vista',
  nameHint: 'Por ejemplo: Energía en Fráncfort',
  confirmRename: 'Cambiar',
  cancel: 'Cancelar',
  nameNeeded: 'Introduzca un nombre para la vista.',
  nameTooLong:
    'Un nombre puede tener como máximo {limit, plural, one {# carácter} many {# caracteres} other {# caracteres}}.',
  nameTaken: 'Otra vista tiene este nombre. Elija uno diferente.',
  notSaved: 'La vista no se guardó.',
  tooMany:
    'Puede guardar como máximo {limit, plural, one {# vista} many {# vistas} other {# vistas}}. Elimine antes alguna.',
  holds: {
    attention: '{count, plural, one {# requiere atención} many {# requieren atención} other {# requieren atención}}',
    open: '{count, plural, one {# ticket abierto} many {# tickets abiertos} other {# tickets abiertos}}',
    unread: '{count, plural, one {# ticket no leído} many {# tickets no leídos} other {# tickets no leídos}}',
    starred: '{count, plural, one {# ticket destacado} many {# tickets destacados} other {# tickets destacados}}',
    snoozed: '{count, plural, one {# ticket pospuesto} many {# tickets pospuestos} other {# tickets pospuestos}}',
    closed:
      '{count, plural, one {# ticket cerrado recientemente} many {# tickets cerrados recientemente} other {# tickets cerrados recientemente}}',
    all: '{count, plural, one {# ticket} many {# tickets} other {# tickets}}',
  },
  matching: {
    attention:
      '{matching, number} de {count, plural, one {# que requiere atención} many {# que requieren atención} other {# que requieren atención}}',
    open: '{matching, number} de {count, plural, one {# ticket abierto} many {# tickets abiertos} other {# tickets abiertos}}',
    unread:
      '{matching, number} de {count, plural, one {# ticket no leído} many {# tickets no leídos} other {# tickets no leídos}}',
    starred:
      '{matching, number} de {count, plural, one {# ticket destacado} many {# tickets destacados} other {# tickets destacados}}',
    snoozed:
      '{matching, number} de {count, plural, one {# ticket pospuesto} many {# tickets pospuestos} other {# tickets pospuestos}}',
    closed:
      '{matching, number} de {count, plural, one {# ticket cerrado recientemente} many {# tickets cerrados recientemente} other {# tickets cerrados recientemente}}',
    all: '{matching, number} de {count, plural, one {# ticket} many {# tickets} other {# tickets}}',
  },
  empty: {
    attention: {
      title: 'Nada requiere su atención ahora.',
      hint: 'Aquí aparecen las respuestas, los cambios rechazados, los recordatorios vencidos y los tickets sin actividad.',
    },
    open: { title: 'No hay tickets abiertos.', hint: 'Aquí aparecen los tickets nuevos o en curso.' },
    unread: {
      title: 'No hay tickets no leídos.',
      hint: 'Aquí aparecen los tickets que otra persona abre o modifica.',
    },
    starred: { title: 'No hay tickets destacados.', hint: 'Destaque un ticket para tenerlo a mano aquí.' },
    snoozed: { title: 'No hay tickets pospuestos.', hint: 'Posponga un ticket para apartarlo hasta más tarde.' },
    closed: {
      title: 'No hay tickets cerrados recientemente.',
      hint: 'Aquí aparecen los tickets cerrados {days, plural, one {en el último día} many {en los últimos # días} other {en los últimos # días}}.',
    },
    all: { title: 'No hay tickets.', hint: '' },
  },
  snoozedAway:
    '{count, plural, one {# ticket pospuesto está en Pospuestos.} many {# tickets pospuestos están en Pospuestos.} other {# tickets pospuestos están en Pospuestos.}}',
  showSnoozed: 'Mostrar tickets pospuestos',
};

export const filters: Translated<typeof english.filters> = {
  dates: 'Fechas',
  date: { createdOn: 'Creado', updatedOn: 'Actualizado', closedOn: 'Cerrado' },
  anyDate: 'Cualquier fecha',
  anyTime: 'Cualquier momento',
  lastDays: '{days, plural, one {Hoy} many {Últimos # días} other {Últimos # días}}',
  fromTo: 'Desde – hasta…',
  from: '{field} desde',
  to: '{field} hasta',
  fromShort: 'Desde',
  toShort: 'Hasta',
  endsBeforeStart: 'El último día es anterior al primero.',
  span: {
    last: '{days, plural, one {hoy} many {últimos # días} other {últimos # días}}',
    between: '{from} – {to}',
    since: 'desde el {from}',
    until: 'hasta el {to}',
    any: 'cualquier momento',
  },
  several: {
    status: '{count, plural, one {# estado} many {# estados} other {# estados}}',
    site: '{count, plural, one {# centro} many {# centros} other {# centros}}',
    requestType: '{count, plural, one {# tipo de solicitud} many {# tipos de solicitud} other {# tipos de solicitud}}',
    category: '{count, plural, one {# categoría} many {# categorías} other {# categorías}}',
    createdBy: 'Creado por {count, plural, one {# persona} many {# personas} other {# personas}}',
  },
  severalDates: '{count, plural, one {# fecha} many {# fechas} other {# fechas}}',
  option: '{name} ({count, number})',
  options: 'Valores de {filter}',
  find: 'Buscar en {filter}',
  findHint: 'Buscar…',
  noneFound: 'No se encontró nada',
  tooMany: 'Un filtro admite como máximo {limit, plural, one {# valor} many {# valores} other {# valores}}.',
  set: 'Filtros activos',
  search: 'Búsqueda',
  chip: '{filter}: {values}',
  separator: ', ',
  andMore: '{values} y {count, number} más',
  remove: 'Quitar filtro: {chip}',
};
