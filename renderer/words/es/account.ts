/* Signing in, choosing an account, and signing out, in Spanish. */

import type { Translated } from '../../../electron/contract/translation.ts';
import type * as english from '../en/account.ts';

export const environment: Translated<typeof english.environment> = {
  production: 'Producción',
  playground: 'Playground',
  sandbox: 'Sandbox',
  custom: 'Personalizado',
  demo: 'Demo',
};

export const start: Translated<typeof english.start> = {
  pitch: 'Todos los tickets de soporte de sus centros, con calma y en un solo lugar.',
  points: {
    offline: 'Todos sus tickets en este equipo, incluso sin conexión.',
    search: 'Búsqueda mientras escribe, en todos los centros y jaulas.',
    encrypted: 'Cifrado aquí; el secreto permanece en su llavero.',
  },
  title: 'Iniciar sesión',
  lead: 'Use el ID de cliente y el secreto de su aplicación, disponibles en el portal para desarrolladores del operador.',
  environment: 'Entorno',
  environmentHint: {
    production: 'Sus tickets reales.',
    playground: 'Para hacer pruebas.',
    sandbox: 'El sistema de pruebas del operador.',
    custom: 'Otra dirección con la misma API.',
  },
  baseUrl: 'URL base de la API',
  baseUrlHint: 'Empieza por https:// (http:// solo para este equipo).',
  sandboxHint: 'Esta dirección es una suposición. Corríjala si su operador le facilitó otra.',
  clientId: 'ID de cliente',
  clientSecret: 'Secreto de cliente',
  showSecret: 'Mostrar secreto',
  signIn: 'Iniciar sesión',
  tryDemo: 'Probar la demo',
  demoLead: '¿Aún no tiene una cuenta?',
  demoHint: 'La demo funciona en este equipo con tickets ficticios.',
  sessionOnly: 'Continuar solo durante esta sesión',
  back: 'Atrás',
  waitsForKeychain: 'Esperando al llavero…',
  waitsHint:
    'Es posible que el sistema le pida una contraseña en otra ventana. Si nada se la pide, no espere: Colodesk le dirá qué más puede hacer.',
  stopWaiting: 'No esperar',
  starting: 'Abriendo sus tickets…',
  choose: 'Elija una cuenta',
  chooseLead: 'Este inicio de sesión da acceso a varias cuentas. Puede cambiar de cuenta en cualquier momento.',
  hasCache: 'Tickets en este equipo',
  otherSignIn: 'Iniciar sesión en otra cuenta…',
  signInAgain: 'Iniciar sesión de nuevo',
  againLead: 'En {account}. Sus tickets y los cambios pendientes permanecen en este equipo.',
  otherAccounts: 'O abra otra cuenta',
  cannotOpen: 'No se puede abrir {account}',
  masterAccount: 'ID de la cuenta principal',
  masterAccountHint: 'Colodesk lo comprueba con el servidor antes de guardarlo.',
  openAccount: 'Abrir cuenta',
};

export const account: Translated<typeof english.account> = {
  menu: 'Cuenta: {name}, {environment}',
  distinguished: '{name} ({distinction})',
  switchTo: 'Cambiar a',
  sessionOnly: 'Solo durante esta sesión',
  sessionOnlyHint: 'No se conserva nada al cerrar Colodesk.',
  signOut: 'Cerrar sesión',
  signOutOf: '¿Cerrar la sesión de {name}?',
  removed: 'Se elimina de este equipo lo siguiente:',
  removedParts: {
    secrets:
      'el secreto de cliente y el token de acceso (el secreto se conserva mientras lo use otra cuenta de este equipo)',
    key: 'la clave de la caché de tickets',
    tickets: 'los tickets y archivos almacenados, que ya no podrá leer sin conexión',
    own: 'sus plantillas, textos de comentario y vistas guardadas, repeticiones, fechas de mantenimiento y relevos, sus notas, tickets destacados y pospuestos, y el registro de cambios enviados',
  },
  nothingElse:
    'No cambia nada en el operador: sus tickets permanecen allí y puede iniciar sesión de nuevo en cualquier momento.',
  keep: 'Mantener la sesión',
};
