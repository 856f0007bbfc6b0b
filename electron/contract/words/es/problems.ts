/*
 * What happened and what to do about it, for each kind of problem. A new kind gets its own sentences: the user never reads
 * “something went wrong”.
 */

export const problems = {
  'wrong-credentials': {
    message: 'El servidor no aceptó este ID de cliente y este secreto.',
    todo: 'Compruebe que no contengan errores de escritura y que correspondan al entorno elegido.',
  },
  unauthorized: {
    message: 'El servidor ya no acepta este inicio de sesión.',
    todo: 'Inicie sesión de nuevo con el ID de cliente y el secreto actuales: no se pierde nada en este equipo y los cambios pendientes se enviarán.',
  },
  'no-permission': {
    message: 'El servidor deniega el acceso a estos tickets.',
    todo: 'Solicite al administrador de su cuenta el permiso «Service Tickets-Customer Support».',
  },
  'not-permitted': {
    message: 'El servidor no permite esta acción a su usuario.',
    todo: 'Lea el motivo en el mensaje del servidor o consulte al administrador de su cuenta.',
  },
  'account-gone': {
    message: 'El servidor ya no conoce esta cuenta.',
    todo: 'Pregunte al administrador de su cuenta si esta se cerró o cambió de nombre.',
  },
  'no-master-account': {
    message: 'La lista del operador no indica a qué cuenta principal pertenece esta.',
    todo: 'Solicite el ID de la cuenta principal al administrador de su cuenta e introdúzcalo aquí. Sin él no se puede obtener nada.',
  },
  'no-accounts': {
    message: 'El inicio de sesión funcionó, pero el servidor no muestra ninguna cuenta para él.',
    todo: 'Pida al administrador de su cuenta que asigne una cuenta a este ID de cliente.',
  },
  'unknown-host': {
    message: 'No se encontró el nombre del servidor.',
    todo: 'Compruebe la red y, si la escribió usted, la URL base de la API.',
  },
  'no-connection': {
    message: 'No se puede conectar con el servidor.',
    todo: 'Compruebe la red. Una cuenta abierta se sincroniza en cuanto hay conexión.',
  },
  tls: {
    message: 'La conexión no es segura: no se aceptó el certificado del servidor.',
    todo: 'Compruebe la fecha y la hora de este equipo y pregunte al departamento de TI si la red inspecciona el tráfico cifrado.',
  },
  'proxy-auth': {
    message: 'El proxy requiere un nombre de usuario y una contraseña.',
    todo: 'Introdúzcalos cuando Colodesk los pida (de nuevo tras diez minutos o un reinicio) o solicite al departamento de TI que permita el paso a Colodesk.',
  },
  redirected: {
    message: 'La red respondió en lugar del servidor, quizá con una página de inicio de sesión.',
    todo: 'Abra una página web en su navegador para iniciar sesión en esta red y sincronice de nuevo.',
  },
  'captive-portal': {
    message: 'Esta red requiere que inicie sesión primero.',
    todo: 'Abra una página web en su navegador para iniciar sesión en la red y sincronice de nuevo.',
  },
  'gateway-refused': {
    message: 'Algo entre este equipo y el servidor rechazó la solicitud.',
    todo: 'Pregunte al departamento de TI si una puerta de enlace o un cortafuegos bloquea el servidor. Su sesión sigue iniciada.',
  },
  timeout: {
    message: 'El servidor tardó demasiado en responder.',
    todo: 'Compruebe la red o inténtelo más tarde. Una cuenta abierta lo reintenta automáticamente.',
  },
  'rate-limited': {
    message: 'El servidor está limitando las solicitudes.',
    todo: 'Espere un poco: Colodesk continuará en cuanto el servidor lo permita.',
  },
  'server-error': {
    message: 'El servidor informó de un error interno.',
    todo: 'Espere a que Colodesk lo reintente. Si el problema continúa, facilite al operador el ID de correlación.',
  },
  'malformed-answer': {
    message: 'La respuesta del servidor estaba incompleta o tenía un formato incorrecto.',
    todo: 'Espere a que Colodesk lo reintente. Si el problema continúa, informe al operador.',
  },
  rejected: {
    message: 'El servidor no aceptó la solicitud.',
    todo: 'Lea el motivo en el mensaje del servidor.',
  },
  'not-found': {
    message: 'El servidor ya no tiene este ticket.',
    todo: 'Consulte al operador: es posible que se haya eliminado o trasladado.',
  },
  conflict: {
    message: 'Otra persona modificó el ticket después de que usted abriera el formulario.',
    todo: 'Compare ambas versiones y elija.',
  },
  'ticket-closed': {
    message: 'El ticket está cerrado y ya no se puede modificar.',
    todo: 'Abra un ticket nuevo o descarte este cambio.',
  },
  'change-sent': {
    message: 'Este cambio se envió entretanto.',
    todo: 'Abra el ticket para ver qué llegó. Su texto sigue aquí.',
  },
  'change-discarded': {
    message: 'Este cambio se descartó entretanto.',
    todo: 'Conviértalo en un cambio nuevo, o descártelo. Su texto sigue aquí.',
  },
  'not-confirmed': {
    message: 'No llegó respuesta y el servidor no tiene nada similar.',
    todo: 'Compruebe por otro medio si el cambio llegó y, después, vuelva a enviarlo o descártelo.',
  },
  'outbox-set-aside': {
    message: 'El archivo con sus cambios pendientes, borradores y notas no se pudo leer y se apartó.',
    todo: 'Pida al departamento de TI que examine ese archivo: no se eliminó nada de él. Ahora se usa uno nuevo.',
  },
  'file-empty': {
    message: 'El archivo está vacío.',
    todo: 'Elija otro: el servidor no acepta archivos vacíos.',
  },
  'file-too-large': {
    message: 'El operador no admite archivos de este tamaño.',
    todo: 'Adjunte un archivo más pequeño o envíe este al operador por otro medio.',
  },
  'file-unusable': {
    message: 'Esto no se puede adjuntar: es una carpeta o no se puede leer.',
    todo: 'Elija un archivo o comprima antes la carpeta en un ZIP.',
  },
  'paste-too-large': {
    message: 'Esto es demasiado grande para pegarlo.',
    todo: 'Guárdelo como archivo y adjunte después el archivo.',
  },
  'file-unreadable': {
    message: 'No se pudo leer el archivo. No se modificó.',
    todo: 'Compruebe que todavía exista y que ningún otro programa lo esté usando, y adjúntelo de nuevo.',
  },
  'file-unviewable': {
    message: 'Colodesk no puede mostrar este archivo.',
    todo: 'Guárdelo y ábralo con otro programa si confía en su autor.',
  },
  'disk-full': {
    message: 'El disco está lleno, por lo que no se pueden guardar tickets nuevos.',
    todo: 'Libere espacio y sincronice de nuevo.',
  },
  'disk-busy': {
    message: 'El disco está demasiado lento en este momento u otro programa está usando los archivos de Colodesk.',
    todo: 'Inténtelo de nuevo en un momento. Si el problema continúa, excluya la carpeta de Colodesk de las copias de seguridad y los antivirus.',
  },
  'disk-error': {
    message: 'No se puede leer o escribir la caché de tickets de este equipo.',
    todo: 'Compruebe el disco y su acceso a la carpeta de Colodesk y reinicie Colodesk.',
  },
  'cache-newer': {
    message: 'Los tickets de este equipo pertenecen a una versión más reciente de Colodesk.',
    todo: 'Instale la última versión de Colodesk para leerlos.',
  },
  'cache-set-aside': {
    message: 'Los tickets de este equipo no se pudieron leer y se apartaron.',
    todo: 'Espere mientras se obtienen de nuevo.',
  },
  'accounts-set-aside': {
    message: 'La lista de cuentas de este equipo estaba dañada y se apartó.',
    todo: 'Inicie sesión de nuevo. Pida al departamento de TI que examine ese archivo: puede mostrar qué carpeta pertenece a cada cuenta.',
  },
  'keychain-missing': {
    message:
      'Este equipo no tiene ningún llavero, por lo que el secreto de cliente no se puede guardar de forma segura.',
    todo: 'Continúe solo durante esta sesión: no se conserva nada al cerrar Colodesk.',
  },
  'keychain-locked': {
    message: 'El llavero está bloqueado o no responde.',
    todo: 'Desbloquéelo e inténtelo de nuevo o continúe solo durante esta sesión.',
  },
  'keychain-refused': {
    message: 'El llavero se negó a guardar o a devolver el secreto.',
    todo: 'Desbloquee el llavero si está bloqueado, permita que Colodesk lo use e inténtelo de nuevo, o continúe solo durante esta sesión.',
  },
  'keychain-entry-missing': {
    message: 'El llavero ya no contiene el secreto de esta cuenta.',
    todo: 'Inicie sesión de nuevo con el ID de cliente y el secreto: no se pierde nada en este equipo y los cambios pendientes se enviarán.',
  },
  'no-open-account': {
    message: 'La cuenta a la que pertenece esto no está abierta.',
    todo: 'Ábrala o inicie sesión y vuelva a intentarlo.',
  },
  'link-refused': {
    message: 'Este enlace no lleva a una página de un servidor seguro.',
    todo: 'Pregunte a su autor adónde debería llevar. No se abrió nada.',
  },
  'no-printer': {
    message: 'Este equipo no tiene ninguna impresora que se pueda usar.',
    todo: 'Añada una en la configuración del sistema o guarde como PDF.',
  },
  'paper-failed': {
    message: 'No se pudieron crear las páginas.',
    todo: 'Inténtelo de nuevo con menos tickets. Si vuelve a fallar, comuníquelo con el archivo de registro.',
  },
  'update-failed': {
    message: 'Colodesk no pudo buscar, descargar o verificar una actualización.',
    todo: 'Inténtelo más tarde o consulte a su departamento de TI. No se modificó nada.',
  },
  'policy-faulty': {
    message:
      'La configuración de su departamento de TI para este equipo no es válida, por lo que se aplica la más estricta.',
    todo: 'Muestre esto al departamento de TI.',
  },
  'policy-refused': {
    message: 'La configuración de su departamento de TI no lo permite.',
    todo: 'Inicie sesión en el entorno que esta indica o consulte a su departamento de TI.',
  },
  'invalid-input': {
    message: 'Este valor no se puede usar.',
    todo: 'Corrija el campo marcado.',
  },
  'caller-refused': {
    message: 'La solicitud no procedía de la ventana de Colodesk.',
    todo: 'Cierre la ventana y reinicie Colodesk.',
  },
  internal: {
    message: 'Un error interno de Colodesk detuvo este paso.',
    todo: 'Inténtelo de nuevo. Si vuelve a fallar, comuníquelo junto con el archivo de registro.',
  },
} as const;

/** What to do where the server refused without a word of its own. */
export const problemsWithoutWords = {
  'not-permitted': 'Solicite al administrador de su cuenta el derecho a hacerlo.',
  rejected: 'Compruebe los datos introducidos. Si son correctos, pregunte el motivo al operador.',
} as const;
