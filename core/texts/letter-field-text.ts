import { utilities, type Language } from '../kernel/common.ts';
import type { LetterField, LetterParts } from '../letter/letter-correction.ts';
import { needOf } from '../stages/need-of.ts';
import { factsTexts } from './areas/facts.ts';
import { letterTexts } from './areas/letter.ts';
import { sectorTexts } from './areas/sectors.ts';
import { countryName } from './country-name.ts';
import { dateText, numberText } from './index.ts';
import { moneyText } from './money.ts';
import { needText } from './need-text.ts';

const needTextOf = (language: Language, { utilities: needs = {} }: LetterParts, field: LetterField): string => {
  const line = utilities.find((one) => field === `utilities.${one}`);
  const need = needOf(needs as Parameters<typeof needOf>[0], line);
  if (need === undefined) return letterTexts(language).noNeeds;
  return need.amount === undefined ? letterTexts(language).unknownNeed : needText(language, need);
};

/** What a letter says in a field; undefined where that is not known (any more). */
export function fieldText(language: Language, letter: LetterParts, field: LetterField): string | undefined {
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
