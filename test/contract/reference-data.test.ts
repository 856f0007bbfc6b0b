import { expect, it } from 'vitest';
import { findFieldNotOffered } from '../../electron/contract/reference-data.ts';

const catalogue = [
  { name: 'Amenities', categories: ['Parking'] },
  { name: 'Remote Hands', categories: ['Visual Inspection'] },
  { name: 'Amenities', categories: ['Showers'] },
];

it.each([
  ['Amenities', 'Parking', null],
  ['Amenities', 'Showers', null],
  [' Amenities', 'Showers ', null],
  ['Amenities', 'Visual Inspection', 'category'],
  ['Catering', 'Parking', 'requestType'],
  ['', '', 'requestType'],
])('of %j with %j the table does not offer: %j', (requestType, category, field) => {
  expect(findFieldNotOffered({ requestType, category }, catalogue)).toBe(field);
});
