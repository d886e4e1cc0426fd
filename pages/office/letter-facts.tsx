import type { JSX } from 'preact';
import type { ProjectView } from '#core/api/views.ts';
import { shownAddress } from '#core/kernel/email-address.ts';
import { dialled } from '#core/kernel/phone.ts';
import { dateText, fill, languageNames, numberText, textsOf } from '#core/texts/index.ts';
import { needText } from '#core/texts/need-text.ts';
import { moneyText } from '#core/texts/money.ts';
import { factsTexts } from '#core/texts/areas/facts.ts';
import { letterTexts } from '#core/texts/areas/letter.ts';
import { sectorTexts } from '#core/texts/areas/sectors.ts';
import { plotTexts } from '#core/texts/areas/plots.ts';
import { officeTexts } from '#core/texts/areas/office.ts';
import { capital } from '#core/texts/capital.ts';
import { countryName } from '#core/texts/country-name.ts';
import { needOf } from '#core/stages/need-of.ts';
import { SummaryList, type Fact } from '../components/facts.tsx';
import type { Frame } from '../frame.ts';
import { Doubts, doubtsOf } from '../letter/number-doubt.tsx';
import { listAddress, plotAddress } from './addresses.ts';

const row = (term: string, value: Fact['value']): readonly Fact[] =>
  value === undefined || value === '' || value === false ? [] : [{ term, value }];

function contactRows({ language, words: frame }: Frame, { contact, companyDetails }: ProjectView): readonly Fact[] {
  const { project: words } = officeTexts(language);
  if (contact === undefined) return [];
  return [
    ...row(frame.contact, contact.name),
    ...row(
      words.email,
      contact.email === undefined ? (
        fill(words.noEmail, { phone: contact.phone ?? '' })
      ) : (
        <a class="govuk-link" href={`mailto:${contact.email}`}>
          {shownAddress(contact.email)}
        </a>
      ),
    ),
    ...row(
      frame.phone,
      contact.phone && (
        <a
          class="govuk-link"
          href={`tel:${dialled(contact.phone, companyDetails?.country) ?? contact.phone.replace(/[^+\d]/g, '')}`}
        >
          {contact.phone}
        </a>
      ),
    ),
    ...row(words.language, languageNames[contact.language]),
  ];
}

function neededLines({ language }: Frame, { lines, utilities: needs = {} }: ProjectView): Fact['value'] {
  const { utilities } = textsOf(language);
  const text = (line: (typeof lines)[number]): string => {
    const need = needOf(needs, line);
    return capital(language, need === undefined ? utilities[line] : `${utilities[line]}: ${needText(language, need)}`);
  };
  return lines.length === 0 ? undefined : (
    <ul class="govuk-list">
      {lines.map((line) => (
        <li key={line}>{text(line)}</li>
      ))}
    </ul>
  );
}

const companyNumber = (frame: Frame, { companyDetails: company, entrepreneurInSez }: ProjectView): Fact['value'] =>
  company && (
    <>
      {company.number}
      <Doubts frame={frame} doubts={doubtsOf(company, entrepreneurInSez === true)} />
    </>
  );

function planRows(frame: Frame, view: ProjectView): readonly Fact[] {
  const { figures, wantedStart, production, sector, financing, plotId, zoneId } = view;
  const { language } = frame;
  const { project: words } = officeTexts(language);
  return [
    ...row(words.production, production),
    ...row(words.sector, sectorTexts(language)[sector]),
    ...row(words.investment, moneyText(language, figures.investment)),
    ...row(words.jobs, numberText(language, figures.jobs)),
    ...row(words.exportShare, fill(words.percent, { percent: numberText(language, figures.exportShare) })),
    ...row(words.land, `${numberText(language, figures.landHectares)} ${factsTexts(language).hectares}`),
    ...row(
      plotTexts(language).plot,
      plotId && (
        <a class="govuk-link" href={plotAddress(zoneId, plotId)}>
          {plotId}
        </a>
      ),
    ),
    ...row(words.utilities, neededLines(frame, view)),
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
    <SummaryList
      frame={frame}
      facts={[
        ...row(words.company, view.company),
        ...row(frame.words.companyNumber, companyNumber(frame, view)),
        ...row(
          words.registeredIn,
          companyDetails &&
            countryName(
              language,
              companyDetails.country === 'other' ? companyDetails.registeredIn : companyDetails.country,
            ),
        ),
        ...contactRows(frame, view),
        ...planRows(frame, view),
        ...row(words.receivedOn, dateText(language, receivedOn)),
        ...row(
          words.forum,
          forum && (
            <a class="govuk-link" href={listAddress(zoneId, { by: 'projects', forum })}>
              {forumNames?.[language] ?? forum}
            </a>
          ),
        ),
      ]}
    />
  );
}
