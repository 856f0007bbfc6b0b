/* The settings, and what the IT department decides of them, in Spanish. */

import type { Translated } from '../../../electron/contract/translation.ts';
import type * as english from '../en/settings.ts';

export const policy: Translated<typeof english.policy> = {
  fixedEnvironment: 'Su departamento de TI eligió este entorno.',
  fixedAddress: 'Su departamento de TI estableció la dirección: {address}',
  fault:
    'La configuración de su departamento de TI para este equipo no es válida, por lo que se aplica la más estricta.',
  faultTodo: 'Muestre esto al departamento de TI:',
};

export const settings: Translated<typeof english.settings> = {
  menu: 'Configuración…',
  title: 'Configuración',
  close: 'Listo',
  fixed: 'Establecido por su departamento de TI para este equipo.',
  notifications: 'Notificaciones',
  notifies: 'Recibir notificaciones',
  notifiesHint: 'Nunca sobre lo que hace usted aquí.',
  kinds: 'Sobre',
  kind: {
    answer: 'Comentarios de otras personas',
    status: 'Cambios de estado',
    new: 'Tickets nuevos',
    changed: 'Otros cambios',
    reminder: 'Tickets pospuestos que vuelven',
    refused: 'Cambios míos que se rechazaron',
    repeat: 'Solicitudes preparadas',
  },
  of: 'Para',
  ofAll: 'Todos los tickets',
  ofMine: 'Tickets que abrí, modifiqué o comenté',
  ofStarred: 'Tickets destacados',
  ofView: 'La vista «{name}»',
  ofOtherView: 'Una vista que no está en esta cuenta',
  quietHours: 'Horas de silencio',
  quietHoursHint:
    'Sin notificaciones durante este tiempo. Puede pasar de la medianoche; la misma hora dos veces es todo el día.',
  from: 'Desde',
  until: 'Hasta',
  mute: 'Silenciar durante una hora',
  muted: 'Notificaciones silenciadas hasta: {until}.',
  endMute: 'Dejar de silenciar',
  quiet: 'Tickets sin actividad',
  quietLead: 'Un ticket abierto sin cambios durante este número de días requiere atención.',
  quietOthers: 'Todos los demás',
  quietDays: 'Días para {type}',
  quietDaysAllowed: 'Introduzca un número entero de 1 a {most, number}.',
  days: 'días',
  keyboard: 'Teclado',
  usesSingleKeys: 'Atajos de una sola tecla',
  usesSingleKeysHint: 'Por ejemplo, N para un nuevo ticket. Los atajos con Ctrl o ⌘ funcionan siempre.',
  showKeys: 'Mostrar todos los atajos',
  writing: 'Escritura',
  checksSpelling: 'Revisar la ortografía',
  checksSpellingHint:
    'Con el corrector de Windows o macOS; en Linux, con un diccionario que usted proporcione. No se descarga nada.',
  userName: 'Su nombre',
  userNameHint: 'Sustituye a {variable} en plantillas y textos de comentario. Si se deja vacío, se le pregunta.',
  application: 'Aplicación',
  language: 'Idioma',
  languageHint: 'La ventana se vuelve a crear. No se pierde nada de lo que ha escrito.',
  systemLanguage: 'Como el sistema',
  foldsViews: 'Contraer las vistas de la izquierda',
  staysInTray: 'Seguir en ejecución al cerrar la ventana',
  staysInTrayHint: 'Colodesk permanece en la bandeja del sistema y sigue enviando notificaciones.',
  startsWithSystem: 'Iniciar con el sistema',
  storage: 'En este equipo',
  history: 'Conservar tickets completos sin conexión',
  historyHint:
    'Los tickets abiertos siempre se conservan completos. De los demás se conserva todo excepto la descripción y los comentarios.',
  historyOpenOnly: 'Solo los tickets abiertos',
  historyDays:
    'Modificados {days, plural, one {en el último día} many {en los últimos # días} other {en los últimos # días}}',
  historyYears:
    'Modificados {years, plural, one {en el último año} many {en los últimos # años} other {en los últimos # años}}',
  ownData: 'Vistas, plantillas, textos, notas sobre centros y esta configuración',
  ownDataHint: 'En un archivo para otro equipo, sin ningún ticket. Al importar se añade lo que falta.',
  export: 'Exportar…',
  import: 'Importar…',
};
