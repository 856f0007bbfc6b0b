/* A ticket’s files: looking at them, saving several, and keeping them for offline, in Spanish. */

import type { Translated } from '../../../electron/contract/translation.ts';
import type * as english from '../en/files.ts';

export const files: Translated<typeof english.files> = {
  open: 'Abrir {name}',
  kept: 'Guardado en este equipo',
  select: 'Seleccionar {name}',
  saveAll: 'Guardar todo',
  saveSelected: '{count, plural, one {Guardar # archivo} many {Guardar # archivos} other {Guardar # archivos}}',
  saving: 'Guardando {done, number} de {count, number}…',
  savingLabel: 'Archivos que se están guardando',
  saved:
    '{count, plural, one {# archivo guardado en {folder}.} many {# archivos guardados en {folder}.} other {# archivos guardados en {folder}.}}',
  notSaved:
    '{count, plural, one {No se guardó # archivo:} many {No se guardaron # archivos:} other {No se guardaron # archivos:}}',
  stopSaving: 'Detener',
  stopped: 'Detenido. Guardados en {folder}: {done, number} de {count, number}.',
  dismiss: 'Ocultar',
  loading: 'Abriendo el archivo…',
  drawing: 'Dibujando la página…',
  notShown: 'Colodesk no muestra archivos de este tipo. Guárdelo y ábralo con otro programa si confía en su autor.',
  cut: 'Este es el principio del texto. Guarde el archivo para leerlo entero.',
  position: 'Archivo {number, number} de {count, number}',
  previousFile: 'Archivo anterior',
  nextFile: 'Archivo siguiente',
  page: 'Página {page, number} de {count, number}',
  previousPage: 'Página anterior',
  nextPage: 'Página siguiente',
  zoomIn: 'Ampliar',
  zoomOut: 'Reducir',
  save: 'Guardar',
  close: 'Cerrar',
  savedAs: 'Guardado como {name}',
  budget: 'Conservar archivos sin conexión',
  budgetHint:
    'Archivos de tickets abiertos de hasta 5 MB cada uno y los que usted abra. Espacio ocupado ahora en esta cuenta: {used}.',
  budgetHintUnknown: 'Archivos de tickets abiertos de hasta 5 MB cada uno y los que usted abra.',
  noBudget: 'Ninguno',
  upTo: 'Hasta {size}',
};
