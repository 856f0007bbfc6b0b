/* The words of the main process about a ticket’s files. */

export const files = {
  isProtected: 'Diese PDF-Datei ist durch ein Passwort geschützt.',
  isDamaged: 'Diese Datei kann nicht angezeigt werden: Sie ist beschädigt, oder die Darstellung dauert zu lange.',
  isTooLarge: 'Diese Datei ist größer als {megabytes, number} MB und wird hier deshalb nicht angezeigt.',
  hasTooManyPixels:
    'Dieses Bild hat mehr als {megapixels, number} Millionen Pixel und wird hier deshalb nicht angezeigt.',
  hasNoSize: 'Dieses Bild gibt seine Größe nicht an und wird hier deshalb nicht angezeigt.',
  notKept: 'Diese Datei ist nicht auf diesem Computer, und der Server ist nicht erreichbar.',
  openOnline:
    'Öffnen Sie sie erneut, sobald eine Netzwerkverbindung besteht. Dateien, die Sie öffnen, bleiben hier, soweit das Limit in den Einstellungen es zulässt.',
  isGone: 'Der Server hat diese Datei nicht mehr.',
  mayBeRemoved: 'Sie wurde dort vielleicht entfernt. Colodesk ruft die Liste der Dateien erneut ab.',
  folderGone: 'Der Ordner für diese Dateien ist nicht mehr bekannt.',
  chooseAgain: 'Wählen Sie erneut einen Ordner.',
  chooseFolder: 'Dateien in einem Ordner speichern',
  saveHere: 'Hier speichern',
} as const;
