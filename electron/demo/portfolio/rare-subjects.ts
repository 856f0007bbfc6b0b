/* What few of our tickets are about: categories that no table has, neither the server's nor the specification's. */

import type { Subject } from './subject.ts';

/** Request types and categories of years ago, no longer in any table; one ends in white space (companion page "Tickets"). */
export const formerSubjects: readonly [Subject, ...Subject[]] = [
  {
    requestType: 'Remote Hands',
    category: 'Visual Inspection',
    weight: 3,
    occasions: [
      {
        title: 'Read the LEDs of {rack}, units 12 and 13',
        text: 'We lost contact with two switches in {rack}. Please tell us the colours of the LEDs on both supplies of each.',
        done: 'Unit 12: both green. Unit 13: left supply dark, right one green.',
      },
    ],
  },
  {
    requestType: 'Access Request',
    category: 'Temporary Badge ',
    weight: 2,
    occasions: [
      {
        title: 'Temporary badge for {person}, {day}',
        text: '{person} works in {cage} on {day} for the first time. Please issue a badge for one day.',
        done: 'The badge was issued and returned on the same day.',
      },
    ],
  },
];

/**
 * Categories that are in the vendor's tickets, but not in the specification's table (companion page "As observed"). A weight
 * is the share among them.
 */
export const foreignSubjects: readonly [Subject, ...Subject[]] = [
  {
    requestType: 'Amenities',
    category: 'Shipping / Receiving',
    weight: 9,
    occasions: [
      {
        title: 'Please expect {count} boxes from {vendor} on {day}',
        text: '{vendor} sends {count} boxes, tracking {tracking}. Please sign for them, keep them dry and put them in {cage}. Box 1 holds the packing list.',
        done: 'All {count} boxes arrived on {day} and are in {cage}. The packing list is attached.',
      },
      {
        title: 'Return of a failed part to {vendor}, case {reference}',
        text: 'A failed power supply lies packed in {rack}, with the label of {vendor} on it. Please hand it to the carrier on {day} and tell us the number of the receipt.',
        done: 'Handed to the carrier at {clock}; the receipt is {tracking}.',
      },
    ],
  },
  {
    requestType: 'Account Management',
    category: 'Add Customer Contact',
    weight: 1,
    occasions: [
      {
        title: 'New contact for emergencies: {person}',
        text: 'Please add {person} to the persons whom you call at night, for {hall} only.',
        done: '{person} was added and confirmed the number by phone.',
      },
    ],
  },
];
