import type { JSX } from 'preact';
import type { Utility } from '#core/contracts/common.ts';
import type { UtilityNeeds } from '#core/contracts/letter-of-intent.ts';
import type { ProjectView } from '#core/contracts/views.ts';
import { dateText, fill, numberText, textsOf } from '#core/texts/index.ts';
import { moneyText } from '#core/texts/money.ts';
import { factsTexts } from '#core/texts/pages/facts/index.ts';
import { letterTexts } from '#core/texts/pages/letter/index.ts';
import { sectorTexts } from '#core/texts/pages/sectors/index.ts';
import { officeTexts } from '#core/texts/pages/office/index.ts';
import { capital } from '#core/texts/capital.ts';
import { needOf } from '#core/use-cases/need-of.ts';
import { SummaryList, type Fact } from '../components/facts.tsx';
import type { Frame } from '../frame.ts';
import { countryName } from '../letter/country-names.ts';
import { listAddress } from './addresses.ts';

/** A row that is there only when it has a value. */
const row = (term: string, value: Fact['value']): readonly Fact[] => (value === undefined || value === '' || value === false ? [] : [{ term, value }]);

function contactRows({ language }: Frame, { contact }: ProjectView): readonly Fact[] {
  const { project: words } = officeTexts(language);
  if (contact === undefined) return [];
  return [
    ...row(words.contact, contact.name),
    ...row(words.email, <a class="govuk-link" href={`mailto:${contact.email}`}>{contact.email}</a>),
    ...row(words.phone, contact.phone && <a class="govuk-link" href={`tel:${contact.phone.replace(/[^+\d]/g, '')}`}>{contact.phone}</a>),
    ...row(words.language, textsOf(contact.language).languageName),
  ];
}

/** A utility line with how much of it the letter asks for. */
function needText({ language }: Frame, needs: UtilityNeeds, line: Utility): string {
  const { utilities, units } = textsOf(language);
  const need = needOf(needs, line);
  const name = capital(language, utilities[line]);
  return need ? `${name}: ${fill(units[need.unit], { amount: numberText(language, need.amount) })}` : name;
}

function planRows(frame: Frame, { figures, lines, wantedStart, production, sector, utilities: needs, financing }: ProjectView): readonly Fact[] {
  const { language } = frame;
  const { project: words } = officeTexts(language);
  const { utilities } = textsOf(language);
  return [
    ...row(words.production, production),
    ...row(words.sector, sectorTexts(language)[sector]),
    ...row(words.investment, moneyText(language, figures.investment)),
    ...row(words.jobs, numberText(language, figures.jobs)),
    ...row(words.exportShare, fill(words.percent, { percent: numberText(language, figures.exportShare) })),
    ...row(words.land, `${numberText(language, figures.landHectares)} ${factsTexts(language).hectares}`),
    ...row(words.utilities, needs === undefined
      ? capital(frame.language, lines.map((line) => utilities[line]).join(', '))
      : lines.length > 0 && <ul class="govuk-list">{lines.map((line) => <li key={line}>{needText(frame, needs, line)}</li>)}</ul>),
    ...row(words.financing, financing && letterTexts(language).financing[financing]),
    ...row(words.wantedStart, dateText(language, wantedStart)),
  ];
}

/** The letter of intent and who speaks for the investor; the contact only as far as the reader may see it. */
export function LetterFacts({ frame, view }: { readonly frame: Frame; readonly view: ProjectView }): JSX.Element {
  const { language } = frame;
  const { project: words } = officeTexts(language);
  const { companyDetails, forum, forumNames, zoneId, receivedOn } = view;
  return (
    <SummaryList frame={frame} facts={[
      ...row(words.company, view.company),
      ...row(words.companyNumber, companyDetails?.number),
      ...row(words.registeredIn, companyDetails && countryName(language, companyDetails.country === 'other' ? companyDetails.registeredIn : companyDetails.country)),
      ...contactRows(frame, view),
      ...planRows(frame, view),
      ...row(words.receivedOn, dateText(language, receivedOn)),
      ...row(words.forum, forum && <a class="govuk-link" href={listAddress(zoneId, { by: 'projects', forum })}>{forumNames?.[language] ?? forum}</a>),
    ]} />
  );
}
