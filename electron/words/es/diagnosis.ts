/* What the diagnosis finds. */

export const diagnosis = {
  policy: 'Su departamento de TI establece: {settings}.',
  /** Stands between two of the settings. */
  between: ', ',
  policyEnvironment: 'el entorno es {environment}',
  policyUpdates: 'las actualizaciones están desactivadas',
  policySession: 'el inicio de sesión requiere un llavero',
  noPolicy: 'Su departamento de TI no ha establecido ninguna configuración para este equipo.',
  keychain: 'Se escribió, leyó y eliminó una entrada.',
  disk: 'Se escribió, leyó y eliminó un archivo; hay {gigabytes, number, ::.0} GB libres.',
  noProxy: 'Ninguno: Colodesk se conecta directamente con el servidor.',
  proxy: 'El sistema usa {proxy}.',
  proxyResolves: 'El proxy resuelve el nombre del servidor.',
  addresses: '{host} tiene la dirección {addresses}.',
  encrypted: 'El servidor responde y su certificado es válido.',
  local: 'El servicio de este equipo responde.',
  token:
    '{minutes, plural, one {El servidor emitió un token para # minuto.} many {El servidor emitió un token para # minutos.} other {El servidor emitió un token para # minutos.}}',
  account:
    '{count, plural, one {La cuenta es la única que muestra el servidor.} many {La cuenta es una de las # que muestra el servidor.} other {La cuenta es una de las # que muestra el servidor.}}',
  permission:
    '{count, plural, one {El servidor muestra # ticket.} many {El servidor muestra # tickets.} other {El servidor muestra # tickets.}}',
  nobody: 'Nadie ha iniciado sesión.',
  skipped: 'Se omitió porque falló un paso anterior.',
} as const;
