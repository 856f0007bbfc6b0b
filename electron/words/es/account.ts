/* Problems of signing in and of the accounts on this computer, in place of the standard sentences. */

export const account = {
  expired: {
    message: 'El servidor indica que este secreto de cliente ha caducado.',
    todo: 'Cree un secreto nuevo en el portal para desarrolladores del operador e inicie sesión con él.',
  },
  blocked: {
    message: 'El servidor ha bloqueado este ID de cliente.',
    todo: 'Pida al administrador de su cuenta o al operador que lo desbloquee.',
  },
  wrongAddress: {
    message: 'El servidor de esta dirección no ofrece la API del operador.',
    todo: 'Compruebe el entorno y, si es personalizado, la URL base de la API.',
  },
  noLongerAccepted: 'El servidor ya no acepta este ID de cliente y este secreto.',
  waitsForSignIn:
    'No se pierde nada en este equipo y los cambios pendientes se enviarán en cuanto el servidor vuelva a aceptar el inicio de sesión.',
  checkAddress: 'Si no se debe a eso, compruebe la URL base de la API.',
  tokenRefused: {
    message: 'El servidor emitió un token de acceso y después no lo aceptó.',
    todo: 'Inténtelo de nuevo en un momento. Si el problema continúa, informe al operador.',
  },
  notListed: {
    message: 'El servidor no mostró sus cuentas.',
    todo: 'Consulte al operador: es posible que su ID de cliente no tenga derecho a verlas.',
  },
  checkNetwork: 'Compruebe la red e inténtelo de nuevo.',
  networkSignIn: 'Abra una página web en su navegador para iniciar sesión en esta red e inténtelo de nuevo.',
  askAboutGateway: 'Pregunte al departamento de TI si una puerta de enlace o un cortafuegos bloquea el servidor.',
  waitAMinute: 'Espere un minuto e inténtelo de nuevo.',
  serverError:
    'Inténtelo de nuevo en unos minutos. Si el problema continúa, facilite al operador el ID de correlación.',
  malformedAnswer: 'Inténtelo de nuevo en unos minutos. Si el problema continúa, informe al operador.',
  notKept: {
    message: 'El disco está lleno, por lo que no se puede guardar el inicio de sesión.',
    todo: 'Libere espacio e inténtelo de nuevo.',
  },
  noTickets: {
    message: 'El servidor no muestra ningún ticket para este ID de cuenta principal.',
    todo: 'Compruebe que no contenga errores de escritura y pregunte al administrador de su cuenta si puede ver los tickets de esta.',
  },
  interrupted: {
    message: 'El inicio de sesión se interrumpió antes de que el servidor respondiera.',
    kept: 'No se guardó nada de este inicio de sesión.',
    todo: 'Inicie sesión de nuevo.',
  },
  notSignedOut: {
    message: 'No se pudo eliminar de este equipo la carpeta con los tickets de esta cuenta.',
    kept: 'Nadie puede leerla: está cifrada y su clave se eliminó. La cuenta permanece en la lista; no se modificó nada en el servidor.',
    todo: 'Compruebe que ningún otro programa esté usando la carpeta de Colodesk y cierre la sesión de nuevo.',
  },
  notRemoved: {
    message: 'No se pudieron eliminar de este equipo archivos de una sesión anterior.',
    kept: 'Nadie puede leerlos: están cifrados y su clave se eliminó.',
    todo: 'Compruebe que ningún otro programa esté usando la carpeta de Colodesk. Colodesk lo intentará de nuevo en el próximo inicio.',
  },
  foldersKept: 'Los tickets y los cambios pendientes siguen en sus carpetas.',
  listKept: 'La lista no se modificó. Todas las cuentas, sus tickets y los cambios pendientes siguen ahí.',
  listUnreadable: {
    message: 'La lista de cuentas de este equipo no se puede leer en este momento.',
    todo: 'Compruebe los permisos de la carpeta de Colodesk y que ningún otro programa la esté usando, y reinicie Colodesk.',
  },
  listNotSaved: {
    message: 'La lista de cuentas no se pudo guardar en este equipo.',
    todo: 'Compruebe los permisos de la carpeta de Colodesk e inténtelo de nuevo.',
    todoIfFull: 'Libere espacio e inténtelo de nuevo.',
  },
  sessionOnly: 'solo durante esta sesión',
  kept: 'guardada en este equipo',
} as const;
