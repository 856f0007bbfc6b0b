/* The sync status at the foot of the window, its announcements, and what is said of every problem, in Spanish. */

import type { Translated } from '../../../electron/contract/translation.ts';
import type * as english from '../en/status.ts';

export const status: Translated<typeof english.status> = {
  region: 'Estado de la sincronización',
  syncNow: 'Sincronizar ahora',
  pause: 'Pausar',
  continue: 'Continuar',
  progress: 'Progreso de la sincronización',
  details: 'Detalles',
  connecting: 'Conectando…',
  offline: 'Sin conexión',
  tickets: '{count, plural, one {# ticket} many {# tickets} other {# tickets}}',
  kept: '{count, plural, one {# ticket} many {# tickets} other {# tickets}} en este equipo',
  confirmed: 'confirmado: {when}',
  lastConfirmed: 'última confirmación: {when}',
  neverConfirmed: 'aún sin confirmar',
  walked: '{done, number} de {total, number}',
  left: 'quedan aprox. {duration}',
  asking: 'Consultando al servidor…',
  askingFor: 'Consultando al servidor… aprox. {duration}',
  slow: 'El servidor responde con lentitud',
  paused: 'En pausa',
  announce: {
    connecting: 'Conectando con el servidor.',
    online: 'Con conexión.',
    offline: 'Sin conexión. Los tickets de este equipo se pueden seguir leyendo.',
    walking: 'Obteniendo tickets.',
    paused: 'Sincronización en pausa.',
    asking: 'Consultando al servidor.',
    askingFor: 'Consultando al servidor. Tarda aproximadamente {duration}.',
    slow: 'El servidor responde con lentitud.',
  },
  demo: 'Demo: un servicio de este equipo con tickets ficticios. Nada de lo que ve aquí es real.',
  demoNetwork: 'Red de la demo',
  clockAhead:
    'El reloj de este equipo va {minutes, plural, one {# minuto} many {# minutos} other {# minutos}} por delante del servidor. Corríjalo en la configuración del sistema: afecta a las horas y a las conexiones seguras.',
  clockBehind:
    'El reloj de este equipo va {minutes, plural, one {# minuto} many {# minutos} other {# minutos}} por detrás del servidor. Corríjalo en la configuración del sistema: afecta a las horas y a las conexiones seguras.',
  banners: 'Avisos',
  dismiss: 'Ocultar',
};

export const problem: Translated<typeof english.problem> = {
  serverMessage: 'El servidor indica',
  httpStatus: 'Estado HTTP',
  correlationId: 'ID de correlación',
  copyCorrelationId: 'Copiar ID de correlación',
  retry: 'Reintentar',
  loadAnew: 'Recargar la ventana',
  /** A part of the page that could not be drawn. */
  fault: {
    message: 'No se pudo mostrar esta parte de la ventana.',
    kept: 'No se pierde nada de lo escrito y los envíos continúan.',
    todo: 'Inténtelo de nuevo. Si vuelve a fallar, recargue la ventana.',
  },
};
