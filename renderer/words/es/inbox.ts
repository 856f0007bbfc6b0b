/* The search, the filters and the columns of the list of tickets, and what it says when it is empty, in Spanish. */

import type { Translated } from '../../../electron/contract/translation.ts';
import type * as english from '../en/inbox.ts';

export const inbox: Translated<typeof english.inbox> = {
  search: 'Buscar tickets',
  searchHint: 'Buscar tickets: palabras, ID, centros…',
  clearSearch: 'Borrar la búsqueda',
  grid: 'Tickets',
  filters: 'Filtros',
  clearFilters: 'Borrar filtros',
  filter: {
    status: 'Estado',
    site: 'Centro',
    requestType: 'Tipo de solicitud',
    category: 'Categoría',
    createdBy: 'Creado por',
  },
  any: {
    status: 'Todos los estados',
    site: 'Todos los centros',
    requestType: 'Todos los tipos',
    category: 'Todas las categorías',
    createdBy: 'Creado por cualquiera',
  },
  open: 'Abiertos',
  blank: '(ninguno)',
  columns: {
    id: 'ID',
    title: 'Título',
    status: 'Estado',
    site: 'Centro',
    location: 'Ubicación',
    requestType: 'Tipo de solicitud',
    category: 'Categoría',
    customerReference: 'Referencia',
    createdBy: 'Creado por',
    createdOn: 'Creado',
    age: 'Antigüedad',
    updatedOn: 'Actualizado',
    closedOn: 'Cerrado',
    statusSince: 'En estado',
    lastCommentOn: 'Últ. comentario',
    note: 'Nota',
  },
  tickets: '{count, plural, one {# ticket} many {# tickets} other {# tickets}}',
  ticketsAndUnsent:
    '{count, plural, one {# ticket} many {# tickets} other {# tickets}}, {unsent, plural, one {# aún sin enviar} many {# aún sin enviar} other {# aún sin enviar}}',
  matching: '{matching, number} de {count, plural, one {# ticket} many {# tickets} other {# tickets}}',
  notInList: 'Su nuevo ticket «{title}» no está en esta lista: no coincide con la vista, la búsqueda o los filtros.',
  showAll: 'Mostrar todos los tickets',
  untitled: '(sin título)',
  loadingRow: 'Cargando…',
};

export const noMatch: Translated<typeof english.noMatch> = {
  otherWords: 'Pruebe con otra palabra.',
  fewerWords: 'Pruebe con menos palabras.',
  filteredBy: 'La lista está filtrada por {filters}.',
  inView: 'Solo se buscó en la vista {view}.',
};

export const empty: Translated<typeof english.empty> = {
  'no-match': { title: 'Ningún ticket coincide', hint: '' },
  'first-sync': {
    title: 'Obteniendo sus tickets…',
    hint: 'Los más recientes llegan primero. Ya puede empezar a leer.',
  },
  paused: {
    title: 'La sincronización está en pausa',
    hint: 'Todavía no se ha obtenido nada. Continúe para obtener sus tickets.',
  },
  offline: {
    title: 'Todavía no hay tickets en este equipo',
    hint: 'No hay conexión de red. Colodesk obtendrá sus tickets en cuanto la haya.',
  },
  trouble: { title: 'Todavía no hay tickets en este equipo', hint: '' },
  none: {
    title: 'Esta cuenta no tiene tickets',
    hint: 'Los tickets que se abran aquí o en el portal del operador aparecen automáticamente.',
  },
  clear: 'Borrar la búsqueda y los filtros',
  searchAll: 'Buscar en todos los tickets',
};
