import type { Subject } from './subject.ts';

/** About cables to others. */
export const crossConnects: readonly [Subject, ...Subject[]] = [
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
        text: 'Circuit {tracking} to {vendor} was cancelled by us and carries no traffic. Please remove it at both ends and stop the billing with the end of {month}.',
        done: 'Removed at both ends. The billing ends with the last day of {month}.',
      },
      {
        title: 'Remove {count} unused cross connects in {cage}',
        text: '{count} cross connects in {cage} have been dark for a year; the list is attached. Please check each for light before it is pulled, and stop when one has any.',
        done: 'All {count} were dark and are removed. The updated panel drawing is attached.',
      },
    ],
  },
];
