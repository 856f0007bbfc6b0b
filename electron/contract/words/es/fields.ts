/* What is said of a field of a form that cannot be sent as it is. */

export const fields = {
  title: {
    isNeeded: 'El título es obligatorio.',
    isTooLong:
      'El título puede tener como máximo {limit, plural, one {# carácter} many {# caracteres} other {# caracteres}}.',
  },
  site: {
    isNeeded: 'El centro es obligatorio.',
    isTooLong:
      'El centro puede tener como máximo {limit, plural, one {# carácter} many {# caracteres} other {# caracteres}}.',
  },
  location: {
    isTooLong:
      'La ubicación puede tener como máximo {limit, plural, one {# carácter} many {# caracteres} other {# caracteres}}.',
  },
  requestType: {
    isNeeded: 'El tipo de solicitud es obligatorio.',
    isTooLong:
      'El tipo de solicitud puede tener como máximo {limit, plural, one {# carácter} many {# caracteres} other {# caracteres}}.',
  },
  category: {
    isNeeded: 'La categoría es obligatoria.',
    isTooLong:
      'La categoría puede tener como máximo {limit, plural, one {# carácter} many {# caracteres} other {# caracteres}}.',
  },
  description: {
    isNeeded: 'La descripción es obligatoria.',
    isTooLong:
      'La descripción puede tener como máximo {limit, plural, one {# carácter} many {# caracteres} other {# caracteres}}.',
  },
  customerReference: {
    isTooLong:
      'La referencia del cliente puede tener como máximo {limit, plural, one {# carácter} many {# caracteres} other {# caracteres}}.',
  },
  notificationRecipients: {
    isTooLong:
      'La lista de destinatarios puede tener como máximo {limit, plural, one {# carácter} many {# caracteres} other {# caracteres}}.',
    isNoAddress: '«{part}» no es una dirección de correo electrónico.',
  },
  comment: {
    isNeeded: 'El comentario es obligatorio.',
    isTooLong:
      'El comentario puede tener como máximo {limit, plural, one {# carácter} many {# caracteres} other {# caracteres}}.',
  },
  view: {
    isNeeded: 'Introduzca un nombre para la vista.',
  },
  edit: {
    isEmpty: 'No se modificó nada.',
  },
} as const;

/** Files of which only some could be attached. */
export const attaching = {
  addedBefore:
    '{count, plural, one {Antes se adjuntó # archivo.} many {Antes se adjuntaron # archivos.} other {Antes se adjuntaron # archivos.}}',
} as const;

/** The form for signing in. */
export const signIn = {
  baseUrl: 'La URL base de la API debe empezar por https:// y contener solo un nombre de servidor y una ruta.',
  clientId: {
    isNeeded: 'Introduzca el ID de cliente.',
    isTooLong:
      'Un ID de cliente tiene como máximo {limit, plural, one {# carácter} many {# caracteres} other {# caracteres}}.',
  },
  clientSecret: {
    isNeeded: 'Introduzca el secreto de cliente.',
    isTooLong:
      'Un secreto de cliente tiene como máximo {limit, plural, one {# carácter} many {# caracteres} other {# caracteres}}.',
  },
  masterAccountId: {
    isNeeded: 'Introduzca el ID de la cuenta principal.',
    isUnusable: 'El ID de una cuenta principal tiene como máximo 64 letras y cifras, sin espacios.',
  },
} as const;
