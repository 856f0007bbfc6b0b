import type { Subject } from './subject.ts';

/** About what a visitor or a delivery needs. */
export const amenities: readonly [Subject, ...Subject[]] = [
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
        text: 'The freight elevator stops between the floors; {count} pallets of ours stand in front of it. Please tell us when it is back, so that the carrier can be told.',
        done: 'The elevator runs again since {clock}. A door contact was worn.',
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
        text: '{count} pallets by {vendor} arrive on {day} between 09:00 and 12:00, tracking {tracking}. Please accept the goods, photograph the labels and bring them to {cage}.',
        done: '{count} pallets were received without damage and stand in your cage. Photographs are attached.',
      },
      {
        title: 'Outbound: {count} boxes for collection on {day}',
        text: '{count} boxes with decommissioned disks leave on {day}. The carrier shows an order with the number {tracking}. Please hand them out only against signature.',
        done: 'Collected on {day} at {clock}; the signed sheet is attached.',
      },
      {
        title: 'Delivery refused at the dock, tracking {tracking}',
        text: 'The driver was sent away this morning because the delivery was not announced. It was, with the reference {reference}. Please have the driver let in the next time, and confirm here.',
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
        done: 'The access had run out on the last day of the month. It was extended by a year.',
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
