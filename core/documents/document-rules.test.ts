import { describe, expect, it } from 'vitest';
import { stageIds } from '../stages/stage-id.ts';
import { askedKinds, documentRules, kindsOfInvestor } from './document-rules.ts';

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
