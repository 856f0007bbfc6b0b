/* The words of the main process about a ticket’s files. */

export const files = {
  isProtected: 'Este archivo PDF pide una contraseña.',
  isDamaged: 'Este archivo no se puede mostrar: está dañado o tarda demasiado en dibujarse.',
  isTooLarge: 'Este archivo supera los {megabytes, number} MB, por lo que no se muestra aquí.',
  hasTooManyPixels: 'Esta imagen supera los {megapixels, number} millones de píxeles, por lo que no se muestra aquí.',
  hasNoSize: 'Esta imagen no indica su tamaño, por lo que no se muestra aquí.',
  notKept: 'Este archivo no está en este equipo y no se puede conectar con el servidor.',
  openOnline:
    'Ábralo de nuevo cuando haya conexión de red. Los archivos que abra se conservan aquí hasta el límite establecido en la configuración.',
  isGone: 'El servidor ya no tiene este archivo.',
  mayBeRemoved: 'Es posible que se haya eliminado allí. Colodesk está obteniendo de nuevo la lista de archivos.',
  folderGone: 'Ya no se conoce la carpeta para estos archivos.',
  chooseAgain: 'Elija de nuevo una carpeta.',
  chooseFolder: 'Guardar archivos en una carpeta',
  saveHere: 'Guardar aquí',
} as const;
