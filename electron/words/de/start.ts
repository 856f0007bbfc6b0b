/* Why the application cannot start. */

export const start = {
  withoutSandbox: {
    title: 'Colodesk kann nicht sicher starten',
    text: 'Dieser Computer erlaubt einem AppImage nicht, seine Seiten vom übrigen System abzuschotten. Installieren Sie das .deb-Paket von Colodesk, oder bitten Sie Ihre IT-Abteilung, Benutzer-Namensräume dafür zuzulassen. Ihre Tickets und alles, was Sie eingegeben haben, bleiben auf diesem Computer.',
  },
  withoutPart: {
    title: 'Colodesk kann nicht starten',
    text: 'Ein Teil des Programms fehlt oder ist beschädigt. Installieren Sie Colodesk neu. Ihre Tickets und alles, was Sie eingegeben haben, bleiben auf diesem Computer.',
  },
} as const;
