import { expect, it } from 'vitest';
import { dialled } from './phone.ts';

it.each([
  ['8 701 000 00 00', undefined, '+77010000000'],
  ['+7 (701) 000-00-00', undefined, '+77010000000'],
  ['87010000000', 'KZ', '+77010000000'],
  ['7010000000', undefined, '+77010000000'],
  ['77010000000', undefined, '+77010000000'],
  ['+998 90 123 45 67', undefined, '+998901234567'],
  ['998901234567', undefined, '+998901234567'],
  ['90 123 45 67', 'UZ', '+998901234567'],
  ['00 49 30 123456', undefined, '+4930123456'],
  ['+49 30 123456', 'other', '+4930123456'],
  ['8 495 123 45 67', 'other', '+74951234567'],
  ['901234567', undefined, undefined],
  ['12345', 'KZ', undefined],
  ['+0 123 456 78', undefined, undefined],
  ['', undefined, undefined],
])('D27: %s typed in %s is dialled %s', (typed, country, number) => {
  expect(dialled(typed, country)).toBe(number);
});
