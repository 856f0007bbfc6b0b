/* Problems of saving and reading files, settings and what the user typed, in place of the standard sentences. */

export const saving = {
  isFull: {
    message: 'El disco está lleno, por lo que no se pudo guardar el archivo.',
    todo: 'Libere espacio y guarde el archivo de nuevo.',
  },
  failed: {
    message: 'No se pudo guardar el archivo allí.',
    todo: 'Guárdelo en otra carpeta o con otro nombre.',
  },
  keptAtOperator: 'El operador conserva el archivo y no se modificó nada en este equipo.',
  keptAtOperatorInPart: 'El operador conserva el archivo. Lo que se guardó allí puede estar incompleto.',
  keptHere: 'No se modificó nada en este equipo.',
  keptHereInPart: 'Lo que se guardó allí puede estar incompleto.',
  fileGone: {
    message: 'El servidor ya no tiene este archivo.',
    todo: 'Es posible que se haya eliminado allí. Colodesk está obteniendo de nuevo la lista de archivos.',
  },
  notSaved: 'No se guardó nada en este equipo y no se modificó nada.',
  settings: {
    message: 'No se pudo guardar la configuración.',
    kept: 'La configuración sigue como estaba.',
  },
  typed: {
    message: 'El disco está lleno o no se puede escribir en él, por lo que no se pudo guardar lo que escribió.',
    todo: 'Libere espacio e inténtelo de nuevo.',
  },
  stillInForm: 'Sigue en el formulario.',
  noZone: {
    message: 'No existe la zona horaria «{zone}».',
    todo: 'Introduzca una como Europe/Amsterdam.',
  },
} as const;

/** The file with views, templates and notes that a user carries to another computer. */
export const ownData = {
  fileName: 'Vistas y plantillas de Colodesk',
  nothing: 'No se importó nada.',
  tooLarge: '«{fileName}» es demasiado grande para ser un archivo exportado por Colodesk.',
  foreign: '«{fileName}» no es un archivo exportado por Colodesk.',
  chooseAnother: 'Elija otro archivo.',
  unreadable: {
    message: 'No se pudo leer «{fileName}».',
    todo: 'Compruebe que tiene permiso para abrir el archivo.',
  },
  newer: {
    message: '«{fileName}» se creó con una versión más reciente de Colodesk.',
    todo: 'Actualice Colodesk e importe el archivo de nuevo.',
  },
  faulty: {
    message: '«{fileName}» no se puede importar por su contenido: {reason}',
    messageOfField: '«{fileName}» no se puede importar por {field}: {reason}',
    todo: 'Exporte de nuevo el archivo en el otro equipo o corríjalo.',
  },
  tooManyViews: {
    message: 'Con las de «{fileName}» habría más de {limit, number} vistas.',
    todo: 'Elimine vistas aquí e importe el archivo de nuevo.',
  },
  fieldMissing: 'Falta este dato.',
  fieldTooLong: 'Esto es demasiado largo.',
  tooMany: 'Hay demasiados.',
  unknownFields: 'Colodesk no reconoce «{names}».',
  unusable: 'Colodesk no puede usar este valor.',
  noSuchZone: 'No existe esa zona horaria.',
} as const;
