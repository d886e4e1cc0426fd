import type { JSX } from 'preact';
import { utilities, type Language } from '#core/kernel/common.ts';
import type { CorrectionView, LetterField, LetterParts } from '#core/letter/letter-correction.ts';
import { correctionTexts } from '#core/texts/areas/correction.ts';
import { dateText, numberText } from '#core/texts/index.ts';
import { moneyText } from '#core/texts/money.ts';
import { needText } from '#core/texts/need-text.ts';
import { factsTexts } from '#core/texts/areas/facts.ts';
import { letterTexts } from '#core/texts/areas/letter.ts';
import { sectorTexts } from '#core/texts/areas/sectors.ts';
import { needOf } from '#core/stages/need-of.ts';
import { Table } from '../components/facts.tsx';
import type { Frame } from '../frame.ts';
import { countryName } from './country-names.ts';

const needTextOf = (language: Language, { utilities: needs = {} }: LetterParts, field: LetterField): string => {
  const line = utilities.find((one) => field === `utilities.${one}`);
  const need = needOf(needs as Parameters<typeof needOf>[0], line);
  if (need === undefined) return letterTexts(language).noNeeds;
  return need.amount === undefined ? letterTexts(language).unknownNeed : needText(language, need);
};

/** What a letter says in a field; undefined where that is not known (any more). */
function valueText(language: Language, letter: LetterParts, field: LetterField): string | undefined {
  const { company, production, sector, investment, jobs, exportShare, financing, landHectares, wantedStart } = letter;
  switch (field) {
    case 'company.name':
      return company?.name;
    case 'company.number':
      return (
        company &&
        `${company.number} (${countryName(language, company.country === 'other' ? company.registeredIn : company.country)})`
      );
    case 'production':
      return production;
    case 'sector':
      return sector && sectorTexts(language)[sector];
    case 'investment':
      return investment && moneyText(language, investment);
    case 'jobs':
      return jobs === undefined ? undefined : numberText(language, jobs);
    case 'exportShare':
      return exportShare === undefined ? undefined : `${numberText(language, exportShare)} %`;
    case 'financing':
      return financing && letterTexts(language).financing[financing];
    case 'landHectares':
      return landHectares === undefined
        ? undefined
        : `${numberText(language, landHectares)} ${factsTexts(language).hectares}`;
    case 'wantedStart':
      return wantedStart && dateText(language, wantedStart);
    default:
      return needTextOf(language, letter, field);
  }
}

export function LetterChanges({
  frame,
  correction: { fields, was, now },
}: {
  readonly frame: Frame;
  readonly correction: CorrectionView;
}): JSX.Element {
  const { language, words } = frame;
  const { changes, fields: names } = correctionTexts(language);
  const cell = (letter: LetterParts, field: LetterField) => (
    <span class="said">{valueText(language, letter, field) ?? words.notGiven}</span>
  );
  return (
    <Table
      frame={frame}
      caption={changes.caption}
      empty={changes.none}
      columns={[changes.field, changes.was, changes.now].map((text) => ({ text }))}
      rows={fields.map((field) => [names[field], cell(was, field), cell(now, field)])}
    />
  );
}
