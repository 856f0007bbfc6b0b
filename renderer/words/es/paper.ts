/* Printing, and saving as PDF, in Spanish. */

import type { Translated } from '../../../electron/contract/translation.ts';
import type * as english from '../en/paper.ts';

export const paper: Translated<typeof english.paper> = {
  menu: 'Imprimir o guardar como PDF',
  print: 'Imprimir',
  savePdf: 'Guardar como PDF',
  withNotes: 'Con notas privadas',
  printing:
    '{count, plural, one {Preparando el ticket para imprimirlo…} many {Preparando # tickets para imprimirlos…} other {Preparando # tickets para imprimirlos…}}',
  saving:
    '{count, plural, one {Creando un PDF del ticket…} many {Creando un PDF de # tickets…} other {Creando un PDF de # tickets…}}',
  saved: 'Guardado como {fileName}.',
  isBusy:
    'La última impresión o el último PDF aún no ha terminado. Es posible que su cuadro de diálogo esté detrás de esta ventana.',
  tooMany:
    '{count, plural, one {Es # ticket} many {Son # tickets} other {Son # tickets}}; se pueden imprimir como máximo {limit, number} a la vez.',
  selectFewer: 'Seleccione menos tickets o exporte la lista.',
};
