import type { Subject } from './subject.ts';

/** About people with access, and invoices. */
export const accounts: readonly [Subject, ...Subject[]] = [
  {
    requestType: 'Account Management',
    category: 'User Account Inquiry',
    weight: 7,
    occasions: [
      {
        title: 'Portal access for {person}',
        text: '{person} joined our team and needs access to the portal and to {hall}. Please set it up with the same rights as the other coordinators.',
        done: 'The invitation was sent; the badge waits at the security desk.',
      },
      {
        title: 'Remove leaver from access list: {person}',
        text: '{person} left the company. Please withdraw badge and portal access today and confirm here.',
        done: 'Badge and portal access were withdrawn at {clock} UTC.',
      },
      {
        title: 'Yearly review of authorised persons',
        text: 'For our audit we need the list of all persons with access to {cage}, with the date of their last visit. Please attach it as a CSV file.',
        done: 'The list is attached. Please tell us which of the entries may be removed.',
      },
    ],
  },
  {
    requestType: 'Accounts Receivable',
    category: 'General Billing Inquiry',
    weight: 6,
    occasions: [
      {
        title: 'Invoice for {month}: power of {cage} billed twice',
        text: 'On the invoice for {month} the power of {cage} appears in lines 14 and 31 with the same readings. Please correct the invoice and send a credit note.',
        done: 'You are right. Credit note {reference} was sent to your finance department.',
      },
      {
        title: 'Purchase order {reference} missing on invoice',
        text: 'Our finance department cannot book the invoice for {month}: the purchase order {reference} is not on it. Please send it again with the number; the amount is not in question.',
        done: 'The invoice was sent again with the purchase order {reference}.',
      },
    ],
  },
];
