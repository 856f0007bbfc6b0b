import { expect, it } from 'vitest';
import { findFieldNotOffered, findRefusal } from '../../electron/contract/reference-data.ts';

const catalogue = [
  { name: 'Amenities', categories: ['Parking'] },
  { name: 'Remote Hands', categories: ['Visual Inspection'] },
  { name: 'Amenities', categories: ['Showers'] },
  { name: 'Cross Connect', categories: [], refusal: 'Not in your region.' },
];

it.each([
  ['Amenities', 'Parking', null],
  ['Amenities', 'Showers', null],
  [' Amenities', 'Showers ', null],
  ['Amenities', 'Visual Inspection', 'category'],
  ['Catering', 'Parking', 'requestType'],
  ['Cross Connect', 'Disconnect', 'requestType'],
  ['', '', 'requestType'],
])('of %j with %j the table does not offer: %j', (requestType, category, field) => {
  expect(findFieldNotOffered({ requestType, category }, catalogue)).toBe(field);
});

it.each([
  ['Cross Connect ', 'Not in your region.'],
  ['Amenities', undefined],
  ['Catering', undefined],
])('the server refuses %j because of %j', (requestType, refusal) => {
  expect(findRefusal(requestType, catalogue)).toBe(refusal);
});
