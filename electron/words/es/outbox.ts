/* What is said of changes in the outbox: why they wait or were refused, and what became of them. */

export const outbox = {
  /** Puts two whole sentences one after the other. */
  sentences: '{first} {second}',
  maybeSent: {
    message: 'Es posible que este cambio ya haya llegado al servidor.',
    todo: 'Envíelo sin modificarlo para que Colodesk lo busque primero, o descártelo.',
  },
  notOffered: 'El operador no ofrece el tipo de solicitud «{requestType}».',
  notOfferedBecause: 'El operador no ofrece el tipo de solicitud «{requestType}»: {reason}',
  otherCategory: 'La categoría «{category}» no pertenece al tipo de solicitud «{requestType}».',
  chooseAnother: 'Elija otra opción.',
  lookInTicket: 'Abra el ticket para ver qué llegó.',
  none: {
    message: 'Ahora no se puede hacer con ninguno de estos tickets.',
    todo: 'Elija otros tickets.',
  },
  tooMany: {
    message:
      '{limit, plural, one {Se puede hacer con # ticket a la vez como máximo.} many {Se puede hacer con # tickets a la vez como máximo.} other {Se puede hacer con # tickets a la vez como máximo.}}',
    todo: 'Elija menos tickets y deje los demás para más tarde.',
  },
  discarded: {
    message: 'Este cambio ya se descartó.',
    todo: 'No queda nada por hacer.',
  },
  isBusy: 'Este cambio ya se está editando o descartando.',
  ticketDiscarded: {
    message: 'El nuevo ticket al que pertenece esto se descartó.',
    todo: 'Abra un ticket nuevo o elija otro.',
  },
  addedMeanwhile: {
    message: 'Mientras tanto, usted añadió algo a este nuevo ticket.',
    kept: 'No se descartó nada.',
    todo: 'Mírelo en la bandeja de salida. Si no necesita nada de ello, descarte el ticket una vez más.',
  },
  notShownYet: {
    message: 'El servidor todavía no muestra este nuevo ticket en todas partes.',
    todo: 'Espere: Colodesk lo intenta de nuevo por sí solo.',
  },
  keptUntilYou: 'Su cambio permanece en la bandeja de salida hasta que lo edite o lo descarte.',
  keptUntilChecked:
    'Es posible que el cambio haya llegado al servidor; permanece en la bandeja de salida hasta que Colodesk pueda comprobarlo.',
  closed: 'El ticket tiene el estado {status} y ya no se puede modificar.',
  storedOtherwise: {
    message:
      'No llegó respuesta y el ticket contiene ahora algo parecido a su edición: el servidor la guardó con otras palabras u otra persona lo escribió.',
    todo: 'Compare ambas versiones: descarte la edición si el ticket está como desea, o elija.',
  },
} as const;

/** Files to be sent. */
export const attaching = {
  noMemory: {
    message: 'No hay memoria suficiente para enviar el archivo.',
    kept: 'Permanece en la bandeja de salida.',
    todo: 'Cierre otros programas y envíelo de nuevo.',
  },
  noName: {
    message: 'El archivo no tiene nombre.',
    todo: 'Asígnele un nombre y adjúntelo de nuevo.',
  },
  longName: {
    message: 'El nombre del archivo es demasiado largo.',
    todo: 'Acórtelo y adjunte el archivo de nuevo.',
  },
  unchanged: 'El archivo en sí no se modificó.',
  cutShort: {
    message: 'La cuenta se cerró antes de que se copiara el archivo.',
    todo: 'Adjúntelo de nuevo.',
  },
  noSpace: {
    message: 'El disco está lleno o no se puede escribir en él, por lo que no se pudo copiar el archivo.',
    todo: 'Libere espacio y adjunte el archivo de nuevo.',
  },
  tooLarge: {
    message: 'El archivo supera los {megabytes} MB.',
    todo: 'Divídalo o comprímalo y adjúntelo de nuevo.',
  },
  refusedBefore: {
    message: 'El operador rechazó antes un archivo de {size}, y este no es más pequeño.',
    todo: 'Adjunte un archivo más pequeño o envíe este de todos modos: es posible que el operador ya lo admita.',
  },
} as const;

/** What the log of sent changes says of each. */
export const answers = {
  created: 'Creado como {id}.',
  changed: 'Modificado.',
  cancelled: 'Cancelado.',
  added: 'Añadido.',
  attached: 'Adjuntado.',
  foundAs: 'Encontrado en el servidor como {id}.',
  foundInTicket: 'Encontrado en el ticket.',
  foundAmongFiles: 'Encontrado entre los archivos del ticket.',
  recognised: 'Reconocido por usted como {id}.',
  recognisedText: 'Reconocido por usted como «{text}».',
  hasValues: 'El ticket tiene estos valores.',
  isCancelled: 'El ticket está cancelado.',
  wasCancelled: 'El ticket ya estaba cancelado.',
  cutField:
    'El servidor modificó {field, select, title {el título} description {la descripción} customerReference {la referencia del cliente} other {la lista de destinatarios}}: el texto termina tras {kept, plural, one {# carácter} many {# caracteres} other {# caracteres}} de {sent, number}.',
  otherField:
    'El servidor modificó {field, select, title {el título} description {la descripción} customerReference {la referencia del cliente} other {la lista de destinatarios}}: el texto es ahora «{text}».',
  cutComment:
    'El servidor modificó el texto: termina tras {kept, plural, one {# carácter} many {# caracteres} other {# caracteres}} de {sent, number}.',
  otherComment: 'El servidor modificó el texto: ahora es «{text}».',
  otherName: 'El servidor lo llamó «{name}».',
} as const;

/** A change of which it is not known whether it arrived. `reason`: what came in place of an answer. */
export const lostAnswer = {
  fault:
    '{reason, select, notTheServer {La red respondió en lugar del servidor} unreadable {No se pudo leer la respuesta} other {El servidor informó de un error}}.',
  faultWithStatus:
    '{reason, select, notTheServer {La red respondió en lugar del servidor} unreadable {No se pudo leer la respuesta} other {El servidor informó de un error}} (estado {status}).',
  faultSaid:
    '{reason, select, notTheServer {La red respondió en lugar del servidor} unreadable {No se pudo leer la respuesta} other {El servidor informó de un error}}: «{said}».',
  faultSaidWithStatus:
    '{reason, select, notTheServer {La red respondió en lugar del servidor} unreadable {No se pudo leer la respuesta} other {El servidor informó de un error}}: «{said}» (estado {status}).',
  isChecked: 'Espere mientras Colodesk comprueba si el cambio llegó a pesar de todo.',
  sentBefore: 'En el envío anterior: {sentence}',
  beforeThat: 'Antes de eso: {sentence}',
  otherId: 'Su ID de correlación es {id}.',
  nothing: {
    found:
      '{reason, select, notTheServer {La red respondió en lugar del servidor} unreadable {No se pudo leer la respuesta} other {No llegó respuesta}}, y el servidor no tiene nada similar.',
    foundAfterFault: 'No tiene nada similar.',
    todo: 'Compruebe por otro medio si el cambio llegó y, después, vuelva a enviarlo o descártelo.',
  },
  lookalikes: {
    found:
      '{reason, select, notTheServer {La red respondió en lugar del servidor} unreadable {No se pudo leer la respuesta} other {No llegó respuesta}}, y el servidor no tiene nada idéntico.',
    foundAfterFault: 'No tiene nada idéntico.',
    todo: 'Mire lo que ha aparecido allí entretanto: si es su cambio, indíquelo. De lo contrario, vuelva a enviarlo o descártelo.',
  },
  denied: {
    found:
      '{reason, select, notTheServer {La red respondió en lugar del servidor} unreadable {No se pudo leer la respuesta} other {No llegó respuesta}}, y el servidor no le permite comprobarlo.',
    foundAfterFault: 'No le permite comprobarlo.',
    todo: 'Compruebe por otro medio si el cambio llegó y, después, vuelva a enviarlo o descártelo.',
  },
  notDiscarded: {
    message: 'En el servidor hay algo que podría ser este cambio.',
    kept: 'El cambio no se descartó.',
    todo: 'Mírelo en la bandeja de salida: si es su cambio, indíquelo. De lo contrario, descarte el cambio una vez más.',
  },
} as const;
