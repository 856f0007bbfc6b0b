/* Exporting tickets and tables to files, in Spanish. */

import type { Translated } from '../../../electron/contract/translation.ts';
import type * as english from '../en/exports.ts';

export const exports: Translated<typeof english.exports> = {
  title: 'Exportar',
  button: 'Exportar',
  buttonOf: 'Exportar: {name}',
  selected:
    '{count, plural, one {# ticket seleccionado} many {# tickets seleccionados} other {# tickets seleccionados}}',
  narrowed: '{name} (filtrado)',
  counting: 'Contando los tickets…',
  lead: '{count, plural, one {# ticket} many {# tickets} other {# tickets}} de «{name}». Datos actualizados: {time}.',
  leadSelected:
    '{count, plural, one {# ticket seleccionado} many {# tickets seleccionados} other {# tickets seleccionados}}. Datos actualizados: {time}.',
  leadUnconfirmed:
    '{count, plural, one {# ticket} many {# tickets} other {# tickets}} de «{name}», que el servidor todavía no ha confirmado.',
  leadTable: 'La tabla «{name}» con {count, plural, one {# fila} many {# filas} other {# filas}}.',
  format: 'Formato',
  formats: { csv: 'CSV', xlsx: 'Excel' },
  formatHints: {
    csv: 'Texto sin formato para otros programas e importaciones.',
    xlsx: 'Con fechas reales, filtros y encabezado fijo.',
  },
  separator: 'Separador',
  separators: { comma: 'Coma', semicolon: 'Punto y coma', tab: 'Tabulador' },
  columns: 'Columnas',
  columnSets: { list: 'Como en la lista', all: 'Todas' },
  columnHints: {
    list: 'Las columnas que ve ahora.',
    all: 'Con descripción, destinatarios, número de comentarios, sus notas y más.',
  },
  missing:
    '{count, plural, one {Los detalles de # ticket nunca se obtuvieron} many {Los detalles de # tickets nunca se obtuvieron} other {Los detalles de # tickets nunca se obtuvieron}}, por lo que la descripción y otras columnas quedan vacías en ese caso.',
  fetch: 'Obtenerlos primero',
  fetchTakes: 'Tardará aproximadamente {duration}. Puede detenerlo en cualquier momento.',
  fetchTakesUnknown: 'Cuánto tardará se sabrá cuando haya empezado. Puede detenerlo en cualquier momento.',
  stillMissing:
    '{count, plural, one {# ticket sigue} many {# tickets siguen} other {# tickets siguen}} sin detalles: el servidor no los facilita en este momento.',
  fetching: 'Obteniendo detalles',
  writing: 'Escribiendo el archivo',
  progress: '{done, number} de {total, number}',
  progressLeft: '{done, number} de {total, number}; tiempo restante aproximado: {duration}',
  stop: 'Detener',
  close: 'Cerrar',
  saved:
    '{count, plural, one {Se guardó # fila} many {Se guardaron # filas} other {Se guardaron # filas}} como «{fileName}».',
  stopped: 'Detenido. No se escribió ningún archivo.',
};
