import { describe, expect, it } from 'vitest';
import type { ZoneType } from '../reference/zone-type.ts';
import { stageIds } from '../stages/stage-id.ts';
import { answersOf, askedKinds, documentRules, isEntrepreneurInSez, kindsOfInvestor } from './document-rules.ts';

describe('X30: the file of an electronic signature', () => {
  it.each(stageIds)('is asked for in no stage: %s', (stage) => {
    for (const isForeign of [true, false])
      expect(askedKinds(stage, { isForeign, isBorrowed: true })).not.toContain('electronic-signature');
  });

  it('is brought by the investor, any number of them, and shown to no party', () => {
    expect(kindsOfInvestor).toContain('electronic-signature');
    expect(documentRules['electronic-signature']).toMatchObject({
      many: true,
      toInvestor: true,
      byParty: [],
      toParty: [],
    });
  });
});

describe('what goes with an application', () => {
  const ofAll = ['application', 'questionnaire', 'registration-certificate'] as const;
  const company = { country: 'KZ', number: '251140012347' } as const;
  const person = { country: 'KZ', number: '850623300123' } as const;
  const asked = (of: typeof company | typeof person, zoneType?: ZoneType) =>
    askedKinds('council-approval', answersOf({ company: of, financing: 'own-funds' }, zoneType)).filter(
      (kind) => kind !== 'signed-letter',
    );
  const usual = [...ofAll, 'charter', 'financial-statements', 'business-plan', 'bank-certificate', 'tax-certificate'];

  it('follows art. 18 p. 3 in a special economic zone of Kazakhstan', () => {
    expect(asked(company, 'kz-sez')).toEqual([
      ...ofAll,
      'head-identity',
      'charter',
      'body-decision',
      'financial-statements',
      'feasibility-study',
      'bank-certificate',
      'credit-report',
      'own-funds-proof',
      'tax-certificate',
      'territory-sketch',
    ]);
  });

  it.each(['kz-industrial', 'uz-sez', 'uz-small', undefined] as const)(
    'is a business plan and no more in: %s',
    (type) => {
      expect(asked(company, type)).toEqual(usual);
    },
  );

  it('is no charter of somebody who has none', () => {
    expect(asked(person, 'kz-industrial')).toEqual(usual.filter((kind) => kind !== 'charter'));
  });

  it.each([
    ['kz-sez', true],
    ['uz-sez', true],
    ['kz-industrial', false],
    ['uz-small', false],
    [undefined, false],
  ] as const)('is doubted of a person in business in: %s, %s', (type, expected) => {
    expect(isEntrepreneurInSez(answersOf({ company: person, financing: 'own-funds' }, type))).toBe(expected);
    expect(isEntrepreneurInSez(answersOf({ company, financing: 'own-funds' }, type))).toBe(false);
  });
});
