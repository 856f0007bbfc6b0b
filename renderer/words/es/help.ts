/* The diagnostics, which help the user and the IT department to find what is wrong, in Spanish. */

import type { Translated } from '../../../electron/contract/translation.ts';
import type * as english from '../en/help.ts';

export const help: Translated<typeof english.help> = {
  close: 'Cerrar',
  diagnosis: {
    title: 'Diagnóstico',
    open: 'Ejecutar diagnóstico',
    lead: 'Comprueba todo lo que Colodesk necesita. No se modifica nada ni se muestra ningún secreto.',
    running: 'Comprobando… puede tardar medio minuto.',
    again: 'Repetir',
    copy: 'Copiar',
    copied: 'Copiado',
    list: 'Pasos',
    step: {
      policy: 'Configuración del departamento de TI',
      keychain: 'Llavero',
      disk: 'Disco',
      proxy: 'Proxy',
      dns: 'Nombre del servidor (DNS)',
      tls: 'Conexión segura (TLS)',
      token: 'ID de cliente y secreto (token)',
      account: 'Cuenta',
      permission: 'Permiso para los tickets',
    },
    state: { works: 'Correcto', failed: 'Error', skipped: 'Sin comprobar' },
    stepState: '{step}: {state}',
    made: 'Ejecutado: {time}',
    address: 'Servidor {address}',
  },
};
