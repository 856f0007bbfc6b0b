/* What most tickets are about, with their texts. */

import { facilities } from './facilities.ts';
import type { Subject } from './subject.ts';

/** Access of persons, and invoices. */
const accounts: readonly [Subject, ...Subject[]] = [
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

/** Visitors and deliveries. */
const amenities: readonly [Subject, ...Subject[]] = [
  {
    requestType: 'Amenities',
    category: 'Elevator',
    weight: 3,
    occasions: [
      {
        title: 'Freight elevator reserved for {day}, {count} pallets',
        text: 'We move {count} pallets to {hall} on {day}; the heaviest weighs 740 kg. Please reserve the freight elevator from 07:00 to 11:00.',
        done: 'The elevator is reserved for you on {day}, 07:00 to 11:00.',
      },
      {
        title: 'Freight elevator out of order',
        text: 'The freight elevator stops between floors; {count} of our pallets are waiting in front of it. Please tell us when it is back, so that we can tell the carrier.',
        done: 'The elevator has been running again since {clock}. A door contact was worn.',
      },
    ],
  },
  {
    requestType: 'Amenities',
    category: 'Loading Dock',
    weight: 9,
    occasions: [
      {
        title: 'Inbound shipment, {count} pallets, {vendor}',
        text: '{count} pallets from {vendor} arrive on {day} between 09:00 and 12:00, tracking {tracking}. Please accept the goods, photograph the labels and bring them to {cage}.',
        done: '{count} pallets were received without damage and are in your cage. Photographs are attached.',
      },
      {
        title: 'Outbound: {count} boxes for collection on {day}',
        text: '{count} boxes with decommissioned disks leave on {day}. The carrier will present an order with the number {tracking}. Please hand them over only against a signature.',
        done: 'Collected on {day} at {clock}; the signed sheet is attached.',
      },
      {
        title: 'Delivery refused at the dock, tracking {tracking}',
        text: 'The driver was sent away this morning because the delivery was not announced. It was, with the reference {reference}. Please make sure that the driver is let in next time, and confirm here.',
        done: 'We apologise: the announcement was filed under another account. The driver was let in on {day}.',
      },
    ],
  },
  {
    requestType: 'Amenities',
    category: 'Parking',
    weight: 3,
    occasions: [
      {
        title: 'Parking for a van, {day}',
        text: 'We come with a van (2.4 m high) on {day} and stay until the evening. Please keep a space near the loading bay.',
        done: 'Space 7 next to the loading bay was kept for you.',
      },
    ],
  },
  {
    requestType: 'Amenities',
    category: 'General Inquiry',
    weight: 6,
    occasions: [
      {
        title: 'Badge of {person} does not open {hall}',
        text: 'The badge of {person} opens the mantrap, but not {hall}. It worked until last week. Please check the access list; the order is {reference}.',
        done: 'The access had expired on the last day of the month. It was extended by a year.',
      },
      {
        title: 'Meeting room for {count} people, {day}',
        text: 'We hold a workshop with {count} people on {day} and would like to use a room on the site. Please reserve one with a screen and send the cost.',
        done: 'Room {room} is reserved. It is free of charge for up to half a day.',
      },
      {
        title: 'Lost property: grey toolbox left in {cage}',
        text: 'A grey toolbox with a crimping tool was left in {cage}. Please look for it, and keep it at the security desk.',
        done: 'The toolbox was found and waits at the security desk under {reference}.',
      },
    ],
  },
];

/** Cables to other companies. */
const crossConnects: readonly [Subject, ...Subject[]] = [
  {
    requestType: 'Cross Connect',
    category: 'New Install',
    weight: 11,
    occasions: [
      {
        title: 'New cross connect {cage} to Meet-Me Room, {fibre}',
        text: 'We order a cross connect, {fibre}, from the panel in {rack} (port {port}) to {vendor} in the Meet-Me Room. The letter of authorisation follows as a file. Please install it, test in both directions and attach the measurements.',
        done: 'Installed as circuit {tracking}. The measurements in both directions are attached.',
      },
      {
        title: 'Second, separately routed pair to {vendor}, order {reference}',
        text: 'A second pair to {vendor} is needed, since both of ours pass through the same riser. Please confirm the route before it is pulled, and the date of the hand-over.',
        done: 'The pair runs through the east riser and was handed over as circuit {tracking}.',
      },
    ],
  },
  {
    requestType: 'Cross Connect',
    category: 'Change (Hot Cut)',
    weight: 5,
    occasions: [
      {
        title: 'Hot cut of circuit {tracking} on {day}',
        text: 'Circuit {tracking} has to move from panel 3 to panel 7 (port {port}) without more than ten minutes of interruption. Please agree the minute with us by phone, and note the light levels before and after.',
        done: 'Cut over at {clock} with four minutes of interruption. Light levels: −3.1 dBm before, −2.9 dBm after.',
      },
    ],
  },
  {
    requestType: 'Cross Connect',
    category: 'Disconnect',
    weight: 5,
    occasions: [
      {
        title: 'Disconnect circuit {tracking}',
        text: 'Circuit {tracking} to {vendor} was cancelled by us and carries no traffic. Please remove it at both ends and stop billing at the end of {month}.',
        done: 'Removed at both ends. Billing ends on the last day of {month}.',
      },
      {
        title: 'Remove {count} unused cross connects in {cage}',
        text: '{count} cross connects in {cage} have been dark for a year; the list is attached. Please check each for light before it is pulled, and stop when one has any.',
        done: 'All {count} were dark and are removed. The updated panel drawing is attached.',
      },
    ],
  },
];

/** The subjects of the portfolio's tickets: every category of the specification's table. */
export const subjects: readonly [Subject, ...Subject[]] = [...facilities, ...amenities, ...crossConnects, ...accounts];
