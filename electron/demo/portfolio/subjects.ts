import { accounts } from './subjects/accounts.ts';
import { amenities } from './subjects/amenities.ts';
import { crossConnects } from './subjects/cross-connects.ts';
import { facilities } from './subjects/facilities.ts';
import type { Subject } from './subjects/subject.ts';

/** What the portfolio's tickets are about: every category of the specification's table. */
export const subjects: readonly [Subject, ...Subject[]] = [...facilities, ...amenities, ...crossConnects, ...accounts];

/** Request types and categories of years ago, which are in no table any more, white space included (companion page "Tickets"). */
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
