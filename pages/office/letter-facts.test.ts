import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { languages } from '#core/kernel/common.ts';
import type { ProjectView } from '#core/api/views.ts';
import { Journey } from '#test/support/journey.ts';
import { projectView } from '#core/project/project-views.ts';
import { letterTexts } from '#core/texts/areas/letter.ts';
import { textsOf } from '#core/texts/index.ts';
import { frameOf } from '../layout.tsx';
import { LetterFacts } from './letter-facts.tsx';

const journey = new Journey();
const view = (change: Partial<ProjectView>): ProjectView => ({
  ...projectView({ kind: 'staff', personId: 'p1', memberships: [] }, journey.state, 'Plant', journey.setting),
  ...change,
});
const draw = (change: Partial<ProjectView>, language: (typeof languages)[number] = 'en'): string =>
  renderToString(h(LetterFacts, { frame: frameOf(language, '/'), view: view(change) })).replace(/[\u00a0\u202f]/g, ' ');

describe('what an officer sees of a letter', () => {
  it.each(languages)('S14: each line with its figure, or that nobody knows it yet, in %s', (language) => {
    const page = draw(
      { lines: ['power', 'gas'], utilities: { power: { kilowatts: 4500 }, gas: { notKnown: true } } },
      language,
    );
    expect(page).toContain(textsOf(language).notKnown);
    expect(page).toMatch(/4[ ,]500/);
  });

  it('S14: the lines alone where the letter says no more', () => {
    expect(draw({ lines: ['power', 'gas'] })).toContain('<li>Power</li><li>Gas</li>');
  });

  it.each(languages)('D28: the mark of a company number that cannot be right, in %s', (language) => {
    expect(draw({ companyDetails: { country: 'KZ', name: 'Plant', number: '251140012374' } }, language)).toContain(
      'govuk-warning-text',
    );
    expect(draw({ companyDetails: { country: 'KZ', name: 'Plant', number: '251140012347' } }, language)).not.toContain(
      'govuk-warning-text',
    );
  });

  it('the mark of a person in business where the zone takes companies only', () => {
    const companyDetails = { country: 'KZ', name: 'Plant', number: '850623300121' } as const;
    const marked = draw({ companyDetails, entrepreneurInSez: true });
    expect(marked).toContain(letterTexts('en').entrepreneurInSez);
    expect(draw({ companyDetails })).not.toContain(letterTexts('en').entrepreneurInSez);
  });

  it('D27, D26: a telephone as it was typed, dialled as the world dials it; an address in its own alphabet', () => {
    const contact = {
      name: 'A',
      email: 'info@xn--80an8ad4b.xn--80ao21a',
      phone: '8 701 000 00 00',
      language: 'en' as const,
    };
    const page = draw({ companyDetails: { country: 'KZ', name: 'Plant', number: '251140012347' }, contact });
    expect(page).toContain('href="tel:+77010000000">8 701 000 00 00<');
    expect(page).toContain('href="mailto:info@xn--80an8ad4b.xn--80ao21a">info@зауыт.қаз<');
  });
});
