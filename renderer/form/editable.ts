import {
  type EditableTicket,
  emptyNewTicket,
  isAddress,
  joinAddresses,
  type NewTicket,
} from '../../electron/contract/fields.ts';
import type { CachedTicket } from '../../electron/contract/ticket.ts';
import { recipientsIn } from './recipients.ts';

/** What can be edited of a ticket; `null` as long as its detail is unknown. */
export function editableOf({ summary, detail }: CachedTicket): EditableTicket | null {
  if (!detail) return null;
  const { description, customerReference, notificationRecipients } = detail;
  return { title: summary.title, description, customerReference, notificationRecipients };
}

/** A ticket as the beginning of a new one. Recipients that are no addresses would be refused and stay behind. */
export function copyOf({ summary, detail }: CachedTicket): NewTicket {
  const { title, site, location, requestType, category } = summary;
  if (!detail) return { ...emptyNewTicket, title, site, location, requestType, category };
  const { description, customerReference } = detail;
  const notificationRecipients = joinAddresses(recipientsIn(detail.notificationRecipients).filter(isAddress));
  return { title, site, location, requestType, category, description, customerReference, notificationRecipients };
}
