/* The palette, the list of keys, and what the user carries to another computer, in Spanish. */

import type { Translated } from '../../../electron/contract/translation.ts';
import type * as english from '../en/commands.ts';

export const commands: Translated<typeof english.commands> = {
  palette: 'Comandos',
  field: 'Escriba un comando o un ticket',
  list: 'Comandos y tickets',
  nothing: 'No se encontró nada.',
  found: '{count, plural, one {# resultado} many {# resultados} other {# resultados}}',
  group: {
    recent: 'Recientes',
    commands: 'Comandos',
    views: 'Vistas',
    sites: 'Mostrar los tickets de un centro',
    accounts: 'Cambiar de cuenta',
    tickets: 'Tickets',
  },
};

export const keys: Translated<typeof english.keys> = {
  title: 'Atajos de teclado',
  singleKeysOff: 'Los atajos de una sola tecla están desactivados en la configuración.',
  group: {
    tickets: 'Tickets',
    ticket: 'Con el ticket abierto o los seleccionados',
    list: 'Lista',
    views: 'Vistas',
    application: 'Aplicación',
  },
  inList: {
    title: 'En la lista de tickets',
    row: 'Un ticket hacia arriba o hacia abajo',
    page: 'Una página hacia arriba o hacia abajo',
    end: 'Primer o último ticket',
    range: 'Seleccionar un intervalo',
    open: 'Abrir el ticket',
    close: 'Anular la selección; cerrar el ticket',
  },
  inText: {
    title: 'En un cuadro de texto',
    send: 'Enviar el formulario o el comentario',
    close: 'Cerrar el formulario y conservar el borrador; en el cuadro de búsqueda, borrar la búsqueda',
  },
  anywhere: {
    title: 'En cualquier lugar',
    next: 'Control siguiente o anterior',
    zoom: 'Ampliar, reducir, tamaño real',
  },
  name: {
    Ctrl: 'Ctrl',
    Shift: 'Mayús',
    Enter: 'Intro',
    Return: 'Retorno',
    Esc: 'Esc',
    Tab: 'Tab',
    'Page Up': 'Re Pág',
    'Page Down': 'Av Pág',
    Home: 'Inicio',
    End: 'Fin',
  },
};

export const ownData: Translated<typeof english.ownData> = {
  exported: 'Guardado como «{file}». No contiene tickets.',
  imported: {
    nothing: 'No hay nada que añadir de «{file}».',
    allHere: 'Todo lo que contiene «{file}» ya está aquí.',
    added:
      '{added, plural, one {Se añadió # elemento} many {Se añadieron # elementos} other {Se añadieron # elementos}} de «{file}».',
    addedAndHere:
      '{added, plural, one {Se añadió # elemento} many {Se añadieron # elementos} other {Se añadieron # elementos}} de «{file}». {here, plural, one {# elemento ya estaba aquí y se dejó como estaba.} many {# elementos ya estaban aquí y se dejaron como estaban.} other {# elementos ya estaban aquí y se dejaron como estaban.}}',
  },
};
