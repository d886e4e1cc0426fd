import { describe, expect, it } from 'vitest';
import { Journey } from '#test/support/journey.ts';
import { decisionOf } from '#test/support/samples.ts';
import { investorLinkEnd, partyLinkEnd, type LinkEnd } from './link-status.ts';

const day = 86_400_000;
const line = (journey: Journey) => journey.find('technical-condition', 'power');
const open = new Journey().to('technical-conditions');
const answered = new Journey().to('technical-conditions').answer('technical-condition');
const closed = new Journey().to('technical-conditions').answer('office-decision', decisionOf('returned'));
const ended = new Journey().arrive().answer('office-decision', decisionOf('rejected'));
const built = new Journey().to('construction-start').settle().approve();

describe('a party’s link', () => {
  it.each<[string, Journey, number, Partial<ReturnType<typeof line>>, number, LinkEnd | undefined]>([
    ['of an open assignment opens, however late', open, 1000, {}, 0, undefined],
    ['shows an answer for 90 days', answered, 90, {}, 0, undefined],
    ['and no longer', answered, 91, {}, 0, 'link-expired'],
    ['shows that it is closed for 90 days', closed, 90, {}, 0, undefined],
    ['and no longer', closed, 91, {}, 0, 'link-expired'],
    ['of the version that holds opens', open, 0, { linkVersion: 2 }, 2, undefined],
    ['below it was replaced', open, 0, { linkVersion: 2 }, 1, 'link-replaced'],
    ['above it is none', open, 0, { linkVersion: 2 }, 3, 'link-replaced'],
    ['of the party before was given on', open, 0, { linkVersion: 2, ownLinksFrom: 2 }, 1, 'link-given-on'],
    ['of the new party, renewed since, was replaced', open, 0, { linkVersion: 3, ownLinksFrom: 2 }, 2, 'link-replaced'],
    [
      'of the party before says so also when the time is over',
      answered,
      91,
      { linkVersion: 1, ownLinksFrom: 1 },
      0,
      'link-given-on',
    ],
  ])('%s', (_, journey, days, change, version, end) => {
    expect(partyLinkEnd({ ...line(journey), ...change }, { version }, 0, journey.now + days * day)).toBe(end);
  });

  it.each<[string, number, { version: number; address?: number }, number, LinkEnd | undefined]>([
    ['to an address that the party has no more was replaced', 0, { version: 0 }, 1, 'link-replaced'],
    ['to the address before the last was replaced', 0, { version: 0, address: 1 }, 2, 'link-replaced'],
    ['to the address it has opens', 0, { version: 0, address: 2 }, 2, undefined],
    ['to the address it has, renewed since, was replaced', 1, { version: 0, address: 2 }, 2, 'link-replaced'],
  ])('S6: %s', (_, linkVersion, link, address, end) => {
    expect(partyLinkEnd({ ...line(open), linkVersion }, link, address, open.now)).toBe(end);
  });
});

describe('an investor’s link', () => {
  it.each<[string, Journey, number, number, number, LinkEnd | undefined]>([
    ['opens as long as the project runs', open, 2000, 0, 0, undefined],
    ['opens for 365 days after its end', ended, 365, 0, 0, undefined],
    ['and no longer', ended, 366, 0, 0, 'link-expired'],
    ['opens as long as a project builds', built, 2000, 0, 0, undefined],
    ['below the version that holds was replaced', open, 0, 1, 0, 'link-replaced'],
    ['of the version that holds opens', open, 0, 1, 1, undefined],
  ])('%s', (_, journey, days, linkVersion, version, end) => {
    const { state } = journey;
    expect(
      investorLinkEnd({ ...state, project: { ...state.project, linkVersion } }, version, journey.now + days * day),
    ).toBe(end);
  });
});
