/* Everything not sent yet (outbox, drafts, marks on tickets), and the log of what was sent, in French. */

import type { Translated } from '../../../electron/contract/translation.ts';
import type * as english from '../en/outbox.ts';

export const outbox: Translated<typeof english.outbox> = {
  button:
    '{count, plural, =0 {Boîte d’envoi} one {Boîte d’envoi (#)} many {Boîte d’envoi (#)} other {Boîte d’envoi (#)}}',
  backToTickets: 'Retour aux tickets',
  list: 'Boîte d’envoi',
  lead: 'Modifications que le serveur n’a pas encore confirmées. Elles sont enregistrées sur cet ordinateur et envoyées automatiquement.',
  empty: 'Rien à envoyer.',
  emptyHint: 'Les nouveaux tickets, modifications, commentaires, fichiers et annulations passent par ici.',
  unreadable:
    '{count, plural, one {# modification ne peut pas être lue par cette version de Colodesk. Elle reste sur cet ordinateur, non envoyée ; une version plus récente pourra peut-être la lire.} many {# modifications ne peuvent pas être lues par cette version de Colodesk. Elles restent sur cet ordinateur, non envoyées ; une version plus récente pourra peut-être les lire.} other {# modifications ne peuvent pas être lues par cette version de Colodesk. Elles restent sur cet ordinateur, non envoyées ; une version plus récente pourra peut-être les lire.}}',
  kind: {
    create: 'Nouveau ticket',
    update: 'Modification',
    cancel: 'Annulation',
    comment: 'Commentaire',
    attachment: 'Pièce jointe',
  },
  state: {
    waiting: 'En attente',
    sending: 'Envoi…',
    unconfirmed: 'Sans confirmation',
    refused: 'Refusé',
    sent: 'Envoyé',
  },
  since: 'depuis : {when}',
  sending: 'En route vers le serveur.',
  sendingFile: 'En route vers le serveur : {percent, number} %.',
  lookedFor: 'Envoi effectué, mais resté sans réponse. Colodesk vérifie s’il est arrivé.',
  alike: 'Ce qui pourrait y correspondre',
  alikeQuestion: {
    create:
      '{day, select, unknown {Le ticket {name} s’y trouve.} today {Le ticket {name} est apparu à {time}.} yesterday {Le ticket {name} est apparu hier à {time}.} other {Le ticket {name} est apparu le {time}.}} Est-ce le bon ?',
    comment:
      '{day, select, unknown {Un commentaire « {name} » s’y trouve.} today {Un commentaire « {name} » est apparu à {time}.} yesterday {Un commentaire « {name} » est apparu hier à {time}.} other {Un commentaire « {name} » est apparu le {time}.}} Est-ce le bon ?',
    attachment:
      '{day, select, unknown {Un fichier {name} s’y trouve.} today {Un fichier {name} est apparu à {time}.} yesterday {Un fichier {name} est apparu hier à {time}.} other {Un fichier {name} est apparu le {time}.}} Est-ce le bon ?',
  },
  claim: 'C’est celui-ci',
  claimNamed: 'C’est celui-ci : {label}',
  notFound: 'Aucune réponse n’est parvenue et le serveur n’a rien de semblable.',
  refused: 'Refusé par le serveur.',
  wasTaken: 'La modification est dans la boîte d’envoi.',
  wereConfirmed:
    '{count, plural, one {Le serveur a confirmé une modification.} many {Le serveur a confirmé # modifications.} other {Le serveur a confirmé # modifications.}}',
  confirmed: 'Confirmé par le serveur.',
  waitsForTicket: 'Sera envoyé une fois son ticket créé.',
  waitsForEarlier: 'Sera envoyé après une modification antérieure de ce ticket.',
  waitsForDecision: 'Sera envoyé quand vous aurez décidé d’une modification antérieure de ce ticket.',
  waitsForTwin: 'Sera envoyé après un nouveau ticket antérieur au texte identique.',
  waitsForTwinDecision: 'Sera envoyé quand vous aurez décidé d’un nouveau ticket antérieur au texte identique.',
  waitsForNetwork: 'Sera envoyé dès que le réseau sera disponible.',
  goesSoon: 'Sera envoyé dans un instant.',
  group: {
    sentence: {
      comment: 'Commentaire sur {count, plural, one {# ticket} many {# tickets} other {# tickets}} : {states}',
      cancel: 'Annulation de {count, plural, one {# ticket} many {# tickets} other {# tickets}} : {states}',
      update: 'Modification de {count, plural, one {# ticket} many {# tickets} other {# tickets}} : {states}',
    },
    states: {
      confirmed: '{count, plural, one {# confirmé} many {# confirmés} other {# confirmés}}',
      waiting: '{count, number} en attente',
      sending: '{count, number} en cours d’envoi',
      unconfirmed: '{count, number} sans confirmation',
      refused: '{count, plural, one {# refusé} many {# refusés} other {# refusés}}',
    },
    show: 'Afficher {count, plural, one {# modification} many {# modifications} other {# modifications}}',
    discard: 'Abandonner ce qui n’est pas parti',
    kept: '{discarded, plural, one {# modification abandonnée} many {# modifications abandonnées} other {# modifications abandonnées}}. {kept, plural, one {# est déjà partie, ou l’est peut-être, et est conservée.} many {# sont déjà parties, ou le sont peut-être, et sont conservées.} other {# sont déjà parties, ou le sont peut-être, et sont conservées.}}',
  },
  toSend: '{count, plural, one {# modification} many {# modifications} other {# modifications}} à envoyer',
  unconfirmed: '{count, number} sans confirmation',
  wereRefused: '{count, plural, one {# refusée} many {# refusées} other {# refusées}}',
  needUser:
    '{count, plural, one {# modification de la boîte d’envoi attend votre décision.} many {# modifications de la boîte d’envoi attendent votre décision.} other {# modifications de la boîte d’envoi attendent votre décision.}}',
  sendNow: 'Envoyer maintenant',
  sendAgain: 'Renvoyer',
  rewrite: 'Réécrire',
  edit: 'Modifier',
  discard: 'Abandonner',
  showTicket: 'Afficher le ticket {title}',
  discardTitle: 'Abandonner cette modification ?',
  discardWhat: '{kind} : {title}',
  discardDependents:
    'Ce ticket n’a jamais été créé sur le serveur. {count, plural, one {# autre modification en dépend et sera aussi abandonnée : commentaires, fichiers et modifications.} many {# autres modifications en dépendent et seront aussi abandonnées : commentaires, fichiers et modifications.} other {# autres modifications en dépendent et seront aussi abandonnées : commentaires, fichiers et modifications.}}',
  discardSent:
    'Elle est peut-être déjà arrivée au serveur. Colodesk l’arrête, vérifie, et la garde dans le journal si elle est arrivée.',
  discardUndecided: 'Elle est peut-être tout de même sur le serveur. Colodesk ne vérifie plus.',
  discardAll: 'Abandonner',
  keep: 'Garder',
  pending:
    '{count, plural, one {# modification pas encore confirmée} many {# modifications pas encore confirmées} other {# modifications pas encore confirmées}}',
  pendingAndRefused:
    '{count, plural, one {# modification pas encore confirmée} many {# modifications pas encore confirmées} other {# modifications pas encore confirmées}}, {refused, plural, one {# refusée} many {# refusées} other {# refusées}}',
  allRefused:
    '{count, plural, one {# modification refusée} many {# modifications refusées} other {# modifications refusées}}',
  showInOutbox: 'Voir dans la boîte d’envoi',
  notConfirmed: 'Pas encore confirmé',
  notSent: 'Pas encore envoyé',
  sentTitle: 'Envois',
  sentLead: 'Modifications confirmées par le serveur, les plus récentes d’abord.',
  sentList: 'Envois',
  sentEmpty: 'Rien n’a encore été envoyé depuis cet ordinateur.',
  sentMore: 'Afficher plus',
  draftsTitle: 'Brouillons',
  draftsLead: 'Ce que vous avez saisi sans l’envoyer. Vous seul le voyez.',
  draftsList: 'Brouillons',
  draftsEmpty: 'Aucun brouillon.',
  continueDraft: 'Continuer',
  continueNamed: 'Continuer : {name}',
  discardNamed: 'Abandonner : {name}',
  draft: {
    edit: 'Modification de {ticket}',
    cancel: 'Annulation de {ticket}',
    comment: 'Commentaire sur {ticket}',
  },
  draftOfUnsent: {
    edit: 'Modification d’un ticket pas encore envoyé',
    cancel: 'Annulation d’un ticket pas encore envoyé',
    comment: 'Commentaire sur un ticket pas encore envoyé',
  },
  newDraft: 'Nouveau ticket : {title}',
  newDraftUntitled: 'Nouveau ticket : sans titre',
  bulkDraft: 'Commentaire sur {count, plural, one {# ticket} many {# tickets} other {# tickets}}',
  textDraft: 'Texte de commentaire : {name}',
  textDraftUntitled: 'Texte de commentaire : sans nom',
  draftSaved: 'enregistré : {when}',
  quit: {
    title: 'Des modifications ne sont pas encore envoyées',
    lead: '{count, plural, one {# modification attend dans la boîte d’envoi de cet ordinateur.} many {# modifications attendent dans la boîte d’envoi de cet ordinateur.} other {# modifications attendent dans la boîte d’envoi de cet ordinateur.}} Colodesk envoie tout à la prochaine exécution, dès que le réseau est disponible.',
    bySelf: 'Sans choix de votre part, Colodesk se ferme dans dix secondes. Rien n’est perdu.',
    unsaved:
      'Votre dernière saisie n’a pas pu être enregistrée et serait perdue. Gardez Colodesk ouvert jusqu’à ce que le problème soit résolu.',
    unsavedTitle: 'Votre saisie n’est pas enregistrée',
    quit: 'Quitter',
    keepOpen: 'Garder ouvert',
  },
  signOut: {
    lead: 'Pas encore envoyé, et perdu si vous vous déconnectez :',
    changes:
      '{count, plural, one {# modification} many {# modifications} other {# modifications}} dans la boîte d’envoi',
    drafts: '{count, plural, one {# brouillon} many {# brouillons} other {# brouillons}}',
    unknown:
      'Ce compte ne peut pas être ouvert actuellement : Colodesk ne peut pas vérifier s’il contient du travail non envoyé. Les modifications et brouillons non envoyés depuis cet ordinateur sont perdus si vous vous déconnectez.',
    signOut: 'Se déconnecter et les perdre',
  },
};
