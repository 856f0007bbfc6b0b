import { useSession } from '../start/session-store.ts';
import { showTicket } from './show-ticket.ts';

/** Opens what a `colodesk://ticket/…` link or a notification named: at once, or as soon as an account is open. */
export function listenToWantedTicket(): void {
  window.desk.on('ticketWanted', () => void takeWanted());
  useSession.subscribe(({ session }, before) => {
    if (session.phase === 'open' && before.session.phase !== 'open') void takeWanted();
  });
}

async function takeWanted(): Promise<void> {
  if (useSession.getState().session.phase !== 'open') return;
  const outcome = await window.desk.tickets.takeWanted();
  if (outcome.ok && outcome.value !== null) showTicket(outcome.value);
}
