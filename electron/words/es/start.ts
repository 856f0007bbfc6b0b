/* Why the application cannot start. */

export const start = {
  withoutSandbox: {
    title: 'Colodesk no puede iniciarse de forma segura',
    text: 'Este equipo no permite que una AppImage aísle sus páginas del resto del sistema. Instale el paquete .deb de Colodesk o pida a su departamento de TI que permita los espacios de nombres de usuario para él. Sus tickets y todo lo que escribió permanecen en este equipo.',
  },
  withoutPart: {
    title: 'Colodesk no puede iniciarse',
    text: 'Falta una parte del programa o está dañada. Reinstale Colodesk. Sus tickets y todo lo que escribió permanecen en este equipo.',
  },
} as const;
