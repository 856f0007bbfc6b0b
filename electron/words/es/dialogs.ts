/* The system's dialogs, and the question for a proxy's password. */

export const dialogs = {
  ok: 'Aceptar',
  cancel: 'Cancelar',
  attachTitle: 'Adjuntar archivos',
  attach: 'Adjuntar',
  importTitle: 'Importar vistas y plantillas',
  import: 'Importar',
  saveTitle: 'Guardar archivo',
  badLink: 'Este enlace no indica ningún ticket.',
  badLinkDetail: 'Un enlace a un ticket consta de colodesk://ticket/ y el número del ticket, por ejemplo, WO123456.',
  openPage: '¿Abrir una página de {host} en su navegador?',
  open: 'Abrir',
  notOpened: 'El sistema no abrió ningún navegador para este enlace.',
  longLink: {
    message: 'Este enlace es demasiado largo para abrirlo desde aquí.',
    todo: 'Cópielo con un clic derecho y péguelo en su navegador. No se abrió nada.',
  },
} as const;

export const updates = {
  notNow: 'Ahora no',
  isAvailable: 'Colodesk {version} está disponible',
  isAvailableDetail: 'Tiene la versión {version}. Colodesk no instala nada sin preguntarle.',
  download: 'Descargar',
  isReady: 'Colodesk {version} está listo para instalarse',
  isReadyDetail: 'Se conserva todo lo que ha escrito y todos los cambios de la bandeja de salida.',
  restart: 'Reiniciar ahora',
  isUpToDate: 'Colodesk está actualizado: {version} es la versión más reciente.',
  isForged: {
    message: 'La actualización no está firmada por quien publicó este Colodesk y, por tanto, se rechazó.',
    todo: 'No se modificó nada. Informe a su departamento de TI: alguien puede haber manipulado la publicación o la red.',
  },
} as const;

export const proxy = {
  title: 'Iniciar sesión en el proxy',
  isAsked: 'El proxy de esta red pide un nombre y una contraseña. Colodesk los conserva hasta que se cierra.',
  isRefused: 'El proxy no aceptó este nombre y esta contraseña.',
  name: 'Nombre',
  password: 'Contraseña',
  signIn: 'Iniciar sesión',
} as const;

export const frozen = {
  message: 'La ventana no responde',
  detail:
    'Espere si solo está ocupada. Si la recarga, se conservan sus tickets, la bandeja de salida y lo que ha escrito; como mucho faltarán las últimas palabras.',
  reload: 'Recargar la ventana',
  wait: 'Esperar',
  failed: {
    message: 'La ventana ha fallado varias veces',
    detail:
      'Recárguela, o ciérrela y vuelva a iniciar Colodesk. Se conservan sus tickets, la bandeja de salida y lo que ha escrito; como mucho faltarán las últimas palabras.',
    close: 'Cerrar la ventana',
  },
} as const;
