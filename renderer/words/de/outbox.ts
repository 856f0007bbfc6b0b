/* Everything not sent yet (outbox, drafts, marks on tickets), and the log of what was sent, in German. */

import type { Translated } from '../../../electron/contract/translation.ts';
import type * as english from '../en/outbox.ts';

export const outbox: Translated<typeof english.outbox> = {
  button: '{count, plural, =0 {Postausgang} one {Postausgang (#)} other {Postausgang (#)}}',
  backToTickets: 'Zurück zu den Tickets',
  list: 'Postausgang',
  lead: 'Änderungen, die der Server noch nicht bestätigt hat. Sie sind auf diesem Computer gespeichert und werden automatisch gesendet.',
  empty: 'Nichts zu senden.',
  emptyHint: 'Neue Tickets, Bearbeitungen, Kommentare, Dateien und Stornierungen laufen hier durch.',
  unreadable:
    '{count, plural, one {# Änderung kann} other {# Änderungen können}} von dieser Version von Colodesk nicht gelesen werden. {count, plural, one {Sie bleibt} other {Sie bleiben}} ungesendet auf diesem Computer; eine neuere Version kann sie vielleicht lesen.',
  kind: {
    create: 'Neues Ticket',
    update: 'Bearbeitung',
    cancel: 'Stornierung',
    comment: 'Kommentar',
    attachment: 'Anhang',
  },
  state: {
    waiting: 'Wartet',
    sending: 'Wird gesendet',
    unconfirmed: 'Unbestätigt',
    refused: 'Abgelehnt',
    sent: 'Gesendet',
  },
  since: 'seit: {when}',
  sending: 'Unterwegs zum Server.',
  sendingFile: 'Unterwegs zum Server: {percent, number} %.',
  lookedFor: 'Gesendet, aber ohne Antwort. Colodesk prüft, ob die Änderung angekommen ist.',
  alike: 'Was es sein könnte',
  alikeQuestion: {
    create:
      '{day, select, unknown {Das Ticket {name} ist vorhanden.} today {Das Ticket {name} ist um {time} erschienen.} yesterday {Das Ticket {name} ist gestern um {time} erschienen.} other {Das Ticket {name} ist am {time} erschienen.}} Ist es das?',
    comment:
      '{day, select, unknown {Ein Kommentar „{name}“ ist vorhanden.} today {Ein Kommentar „{name}“ ist um {time} erschienen.} yesterday {Ein Kommentar „{name}“ ist gestern um {time} erschienen.} other {Ein Kommentar „{name}“ ist am {time} erschienen.}} Ist er das?',
    attachment:
      '{day, select, unknown {Eine Datei {name} ist vorhanden.} today {Eine Datei {name} ist um {time} erschienen.} yesterday {Eine Datei {name} ist gestern um {time} erschienen.} other {Eine Datei {name} ist am {time} erschienen.}} Ist sie das?',
  },
  claim: 'Ja, das ist es',
  claimNamed: 'Ja, das ist es: {label}',
  notFound: 'Es kam keine Antwort, und auf dem Server gibt es nichts Vergleichbares.',
  refused: 'Der Server hat die Änderung nicht angenommen.',
  wasTaken: 'Die Änderung ist im Postausgang.',
  wereConfirmed:
    '{count, plural, one {Der Server hat eine Änderung bestätigt.} other {Der Server hat # Änderungen bestätigt.}}',
  confirmed: 'Vom Server bestätigt.',
  waitsForTicket: 'Wird gesendet, sobald das Ticket angelegt ist.',
  waitsForEarlier: 'Wird nach einer früheren Änderung an diesem Ticket gesendet.',
  waitsForDecision: 'Wird gesendet, sobald Sie über eine frühere Änderung an diesem Ticket entschieden haben.',
  waitsForTwin: 'Wird nach einem früheren neuen Ticket mit demselben Wortlaut gesendet.',
  waitsForTwinDecision:
    'Wird gesendet, sobald Sie über ein früheres neues Ticket mit demselben Wortlaut entschieden haben.',
  waitsForNetwork: 'Wird gesendet, sobald eine Netzwerkverbindung besteht.',
  goesSoon: 'Wird gleich gesendet.',
  group: {
    sentence: {
      comment: 'Kommentar zu {count, plural, one {# Ticket} other {# Tickets}}: {states}',
      cancel: 'Stornierung von {count, plural, one {# Ticket} other {# Tickets}}: {states}',
      update: 'Bearbeitung von {count, plural, one {# Ticket} other {# Tickets}}: {states}',
    },
    states: {
      confirmed: '{count, number} bestätigt',
      waiting: '{count, number} wartend',
      sending: '{count, number} in Übertragung',
      unconfirmed: '{count, number} unbestätigt',
      refused: '{count, number} abgelehnt',
    },
    show: '{count, plural, one {# Änderung} other {# Änderungen}} anzeigen',
    discard: 'Noch nicht Gesendetes verwerfen',
    kept: '{discarded, plural, one {# Änderung} other {# Änderungen}} verworfen. {kept, plural, one {Eine wurde schon gesendet, oder das ist möglich; sie bleibt erhalten.} other {# wurden schon gesendet, oder das ist möglich; sie bleiben erhalten.}}',
  },
  toSend: '{count, plural, one {# Änderung} other {# Änderungen}} zu senden',
  unconfirmed: '{count, number} unbestätigt',
  wereRefused: '{count, number} abgelehnt',
  needUser:
    '{count, plural, one {# Änderung im Postausgang erfordert Ihre Entscheidung.} other {# Änderungen im Postausgang erfordern Ihre Entscheidung.}}',
  sendNow: 'Jetzt senden',
  sendAgain: 'Erneut senden',
  rewrite: 'Neu schreiben',
  edit: 'Bearbeiten',
  discard: 'Verwerfen',
  showTicket: 'Ticket {title} anzeigen',
  discardTitle: 'Diese Änderung verwerfen?',
  discardWhat: '{kind}: {title}',
  discardDependents:
    'Dieses Ticket wurde auf dem Server nie angelegt. {count, plural, one {Eine weitere Änderung hängt davon ab und wird ebenfalls verworfen: Kommentare, Dateien und Bearbeitungen.} other {# weitere Änderungen hängen davon ab und werden ebenfalls verworfen: Kommentare, Dateien und Bearbeitungen.}}',
  discardSent:
    'Die Änderung hat den Server möglicherweise schon erreicht. Colodesk hält sie an, prüft das und behält sie im Protokoll, falls sie angekommen ist.',
  discardUndecided: 'Die Änderung kann trotzdem auf dem Server sein. Colodesk prüft das nicht noch einmal.',
  discardAll: 'Verwerfen',
  keep: 'Behalten',
  pending: '{count, plural, one {# Änderung} other {# Änderungen}} noch nicht bestätigt',
  pendingAndRefused:
    '{count, plural, one {# Änderung} other {# Änderungen}} noch nicht bestätigt, davon {refused, number} abgelehnt',
  allRefused: '{count, plural, one {# Änderung} other {# Änderungen}} abgelehnt',
  showInOutbox: 'Im Postausgang anzeigen',
  notConfirmed: 'Noch nicht bestätigt',
  notSent: 'Noch nicht gesendet',
  sentTitle: 'Gesendet',
  sentLead: 'Vom Server bestätigte Änderungen, die neuesten zuerst.',
  sentList: 'Gesendet',
  sentEmpty: 'Von diesem Computer wurde noch nichts gesendet.',
  sentMore: 'Mehr anzeigen',
  draftsTitle: 'Entwürfe',
  draftsLead: 'Was Sie geschrieben, aber nicht gesendet haben. Nur Sie sehen es.',
  draftsList: 'Entwürfe',
  draftsEmpty: 'Keine Entwürfe.',
  continueDraft: 'Fortsetzen',
  continueNamed: 'Fortsetzen: {name}',
  discardNamed: 'Verwerfen: {name}',
  draft: {
    edit: 'Bearbeitung von {ticket}',
    cancel: 'Stornierung von {ticket}',
    comment: 'Kommentar zu {ticket}',
  },
  draftOfUnsent: {
    edit: 'Bearbeitung eines nicht gesendeten Tickets',
    cancel: 'Stornierung eines nicht gesendeten Tickets',
    comment: 'Kommentar zu einem nicht gesendeten Ticket',
  },
  newDraft: 'Neues Ticket: {title}',
  newDraftUntitled: 'Neues Ticket: ohne Titel',
  bulkDraft: 'Kommentar zu {count, plural, one {# Ticket} other {# Tickets}}',
  textDraft: 'Kommentartext: {name}',
  textDraftUntitled: 'Kommentartext: ohne Namen',
  draftSaved: 'gespeichert: {when}',
  quit: {
    title: 'Einige Änderungen sind noch nicht gesendet',
    lead: '{count, plural, one {# Änderung wartet} other {# Änderungen warten}} auf diesem Computer im Postausgang. Colodesk sendet alles, sobald es das nächste Mal läuft und eine Netzwerkverbindung hat.',
    bySelf: 'Wenn Sie nichts wählen, schließt sich Colodesk in zehn Sekunden. Es geht nichts verloren.',
    unsaved:
      'Ihre letzten Eingaben konnten nicht gespeichert werden und würden verloren gehen. Lassen Sie Colodesk geöffnet, bis das behoben ist.',
    unsavedTitle: 'Ihre Eingaben sind nicht gespeichert',
    quit: 'Beenden',
    keepOpen: 'Geöffnet lassen',
  },
  signOut: {
    lead: 'Noch nicht gesendet, und nach dem Abmelden verloren:',
    changes: '{count, plural, one {# Änderung} other {# Änderungen}} im Postausgang',
    drafts: '{count, plural, one {# Entwurf} other {# Entwürfe}}',
    unknown:
      'Dieses Konto kann gerade nicht geöffnet werden. Deshalb kann Colodesk nicht prüfen, ob dort noch etwas zu senden ist. Änderungen und Entwürfe, die nicht von diesem Computer gesendet wurden, gehen beim Abmelden verloren.',
    signOut: 'Abmelden und verlieren',
  },
};
