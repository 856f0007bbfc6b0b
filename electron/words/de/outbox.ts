/* What is said of changes in the outbox: why they wait or were refused, and what became of them. */

export const outbox = {
  /** Puts two whole sentences one after the other. */
  sentences: '{first} {second}',
  maybeSent: {
    message: 'Diese Änderung hat den Server vielleicht schon erreicht.',
    todo: 'Senden Sie sie unverändert, damit Colodesk zuerst nach ihr sucht, oder verwerfen Sie sie.',
  },
  notOffered: 'Der Betreiber bietet den Anfragetyp „{requestType}“ nicht an.',
  notOfferedBecause: 'Der Betreiber bietet den Anfragetyp „{requestType}“ nicht an: {reason}',
  otherCategory: 'Die Kategorie „{category}“ gehört nicht zum Anfragetyp „{requestType}“.',
  chooseAnother: 'Wählen Sie etwas anderes.',
  lookInTicket: 'Öffnen Sie das Ticket, um zu sehen, was angekommen ist.',
  none: {
    message: 'Das ist zurzeit bei keinem dieser Tickets möglich.',
    todo: 'Wählen Sie andere Tickets.',
  },
  tooMany: {
    message:
      '{limit, plural, one {Das ist für höchstens # Ticket auf einmal möglich.} other {Das ist für höchstens # Tickets auf einmal möglich.}}',
    todo: 'Wählen Sie weniger Tickets, und bearbeiten Sie die anderen später.',
  },
  discarded: {
    message: 'Diese Änderung wurde bereits verworfen.',
    todo: 'Es bleibt nichts zu tun.',
  },
  isBusy: 'Diese Änderung wird bereits bearbeitet oder verworfen.',
  ticketDiscarded: {
    message: 'Das neue Ticket, zu dem dies gehört, wurde verworfen.',
    todo: 'Eröffnen Sie ein neues Ticket, oder wählen Sie ein anderes.',
  },
  addedMeanwhile: {
    message: 'Sie haben diesem neuen Ticket inzwischen etwas hinzugefügt.',
    kept: 'Es wurde nichts verworfen.',
    todo: 'Sehen Sie es sich im Postausgang an. Wenn Sie nichts davon brauchen, verwerfen Sie das Ticket noch einmal.',
  },
  notShownYet: {
    message: 'Der Server zeigt dieses neue Ticket noch nicht überall.',
    todo: 'Warten Sie: Colodesk versucht es von selbst erneut.',
  },
  keptUntilYou: 'Ihre Änderung bleibt im Postausgang, bis Sie sie bearbeiten oder verwerfen.',
  keptUntilChecked:
    'Die Änderung hat den Server vielleicht erreicht; sie bleibt im Postausgang, bis Colodesk es prüfen kann.',
  closed: 'Das Ticket hat den Status {status} und kann nicht mehr geändert werden.',
  storedOtherwise: {
    message:
      'Es kam keine Antwort, und im Ticket steht jetzt etwas Ähnliches wie Ihre Änderung: Der Server hat sie mit anderen Worten gespeichert, oder jemand anders hat es geschrieben.',
    todo: 'Vergleichen Sie beide Fassungen: Verwerfen Sie die Änderung, wenn das Ticket so ist, wie Sie es möchten, oder wählen Sie.',
  },
} as const;

/** Files to be sent. */
export const attaching = {
  noMemory: {
    message: 'Der Arbeitsspeicher reicht nicht aus, um die Datei zu senden.',
    kept: 'Sie bleibt im Postausgang.',
    todo: 'Schließen Sie andere Programme, und senden Sie sie dann erneut.',
  },
  noName: {
    message: 'Die Datei hat keinen Namen.',
    todo: 'Geben Sie ihr einen Namen, und hängen Sie sie dann erneut an.',
  },
  longName: {
    message: 'Der Dateiname ist zu lang.',
    todo: 'Kürzen Sie ihn, und hängen Sie die Datei dann erneut an.',
  },
  unchanged: 'Die Datei selbst ist unverändert.',
  cutShort: {
    message: 'Das Konto wurde geschlossen, bevor die Datei kopiert war.',
    todo: 'Hängen Sie sie erneut an.',
  },
  noSpace: {
    message: 'Der Datenträger ist voll oder nicht beschreibbar, daher konnte die Datei nicht kopiert werden.',
    todo: 'Geben Sie Speicherplatz frei, und hängen Sie die Datei dann erneut an.',
  },
  tooLarge: {
    message: 'Die Datei ist größer als {megabytes} MB.',
    todo: 'Teilen oder komprimieren Sie sie, und hängen Sie sie dann erneut an.',
  },
  refusedBefore: {
    message: 'Der Betreiber hat schon einmal eine Datei von {size} abgelehnt, und diese ist nicht kleiner.',
    todo: 'Hängen Sie eine kleinere Datei an, oder senden Sie diese trotzdem: Der Betreiber nimmt sie inzwischen vielleicht an.',
  },
} as const;

/** What the log of sent changes says of each. */
export const answers = {
  created: 'Angelegt als {id}.',
  changed: 'Geändert.',
  cancelled: 'Storniert.',
  added: 'Hinzugefügt.',
  attached: 'Angehängt.',
  foundAs: 'Auf dem Server gefunden als {id}.',
  foundInTicket: 'Im Ticket gefunden.',
  foundAmongFiles: 'Unter den Dateien des Tickets gefunden.',
  recognised: 'Von Ihnen wiedererkannt als {id}.',
  recognisedText: 'Von Ihnen wiedererkannt als „{text}“.',
  hasValues: 'Das Ticket hat diese Werte.',
  isCancelled: 'Das Ticket ist storniert.',
  wasCancelled: 'Das Ticket war bereits storniert.',
  cutField:
    'Der Server hat {field, select, title {den Titel} description {die Beschreibung} customerReference {die Kundenreferenz} other {die Empfängerliste}} geändert: Der Text endet nach {kept, plural, one {# Zeichen} other {# Zeichen}} von {sent, number}.',
  otherField:
    'Der Server hat {field, select, title {den Titel} description {die Beschreibung} customerReference {die Kundenreferenz} other {die Empfängerliste}} geändert und speichert jetzt „{text}“.',
  cutComment:
    'Der Server hat den Text geändert: Er endet nach {kept, plural, one {# Zeichen} other {# Zeichen}} von {sent, number}.',
  otherComment: 'Der Server hat den Text geändert: Er lautet jetzt „{text}“.',
  otherName: 'Der Server hat die Datei „{name}“ genannt.',
} as const;

/** A change of which it is not known whether it arrived. `reason`: what came in place of an answer. */
export const lostAnswer = {
  fault:
    '{reason, select, notTheServer {Statt des Servers hat das Netzwerk geantwortet} unreadable {Die Antwort war nicht lesbar} other {Der Server hat einen Fehler gemeldet}}.',
  faultWithStatus:
    '{reason, select, notTheServer {Statt des Servers hat das Netzwerk geantwortet} unreadable {Die Antwort war nicht lesbar} other {Der Server hat einen Fehler gemeldet}} (Status {status}).',
  faultSaid:
    '{reason, select, notTheServer {Statt des Servers hat das Netzwerk geantwortet} unreadable {Die Antwort war nicht lesbar} other {Der Server hat einen Fehler gemeldet}}: „{said}“.',
  faultSaidWithStatus:
    '{reason, select, notTheServer {Statt des Servers hat das Netzwerk geantwortet} unreadable {Die Antwort war nicht lesbar} other {Der Server hat einen Fehler gemeldet}}: „{said}“ (Status {status}).',
  isChecked: 'Warten Sie, während Colodesk prüft, ob die Änderung trotzdem angekommen ist.',
  sentBefore: 'Beim vorherigen Senden: {sentence}',
  beforeThat: 'Davor: {sentence}',
  otherId: 'Die Korrelations-ID dazu ist {id}.',
  nothing: {
    found:
      '{reason, select, notTheServer {Statt des Servers hat das Netzwerk geantwortet} unreadable {Die Antwort war nicht lesbar} other {Es kam keine Antwort}}, und der Server hat nichts dergleichen.',
    foundAfterFault: 'Er hat nichts dergleichen.',
    todo: 'Prüfen Sie auf anderem Weg, ob die Änderung angekommen ist, und senden Sie sie dann erneut oder verwerfen Sie sie.',
  },
  lookalikes: {
    found:
      '{reason, select, notTheServer {Statt des Servers hat das Netzwerk geantwortet} unreadable {Die Antwort war nicht lesbar} other {Es kam keine Antwort}}, und der Server hat nichts, was ihr genau entspricht.',
    foundAfterFault: 'Er hat nichts, was ihr genau entspricht.',
    todo: 'Sehen Sie sich an, was dort inzwischen erschienen ist: Wenn es Ihre Änderung ist, geben Sie das an. Sonst senden Sie sie erneut oder verwerfen Sie sie.',
  },
  denied: {
    found:
      '{reason, select, notTheServer {Statt des Servers hat das Netzwerk geantwortet} unreadable {Die Antwort war nicht lesbar} other {Es kam keine Antwort}}, und der Server lässt Sie nicht nachsehen.',
    foundAfterFault: 'Er lässt Sie nicht nachsehen.',
    todo: 'Prüfen Sie auf anderem Weg, ob die Änderung angekommen ist, und senden Sie sie dann erneut oder verwerfen Sie sie.',
  },
  notDiscarded: {
    message: 'Auf dem Server ist etwas, das diese Änderung sein könnte.',
    kept: 'Die Änderung wurde nicht verworfen.',
    todo: 'Sehen Sie es sich im Postausgang an: Wenn es Ihre Änderung ist, geben Sie das an. Sonst verwerfen Sie die Änderung noch einmal.',
  },
} as const;
