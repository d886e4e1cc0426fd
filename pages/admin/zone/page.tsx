import type { JSX } from 'preact';
import type { AdminZoneView } from '#core/people/administration.ts';
import { languages, utilities } from '#core/kernel/common.ts';
import { capital } from '#core/texts/capital.ts';
import { dateText, fill, textsOf } from '#core/texts/index.ts';
import { adminTexts } from '#core/texts/areas/admin.ts';
import { officeTexts } from '#core/texts/areas/office.ts';
import { Notification, SummaryList, Table } from '../../components/facts.tsx';
import { seenNumber } from '../../components/fields.tsx';
import type { Sheet } from '../../components/sheet.tsx';
import type { Frame } from '../../frame.ts';
import { Layout } from '../../layout.tsx';
import { linesAddress } from '../../office/addresses.ts';
import { stateText } from '../../office/lines/page.tsx';
import { homeAddress, zonePageAddress } from '../addresses.ts';
import { countryName } from '../../letter/country-names.ts';
import { languageField, nameFields } from '../person/role-fields.ts';

export interface ZoneProps {
  readonly frame: Frame;
  readonly view: AdminZoneView;
}

function Lines({ frame, view: { zone, lines } }: ZoneProps): JSX.Element {
  const { language } = frame;
  const { zone: words } = adminTexts(language);
  const { lines: columns } = officeTexts(language);
  return (
    <>
      <Table
        frame={frame}
        caption={words.lines}
        columns={[{ text: columns.line }, { text: columns.state }, { text: columns.reportedOn }]}
        rows={utilities.map((utility) => {
          const line = lines.find((one) => one.utility === utility);
          return [
            capital(language, textsOf(language).utilities[utility]),
            stateText(frame, line),
            line ? dateText(language, line.reportedOn) : '–',
          ];
        })}
      />
      <p class="govuk-body">
        {words.linesText}{' '}
        <a class="govuk-link" href={linesAddress(zone.zoneId)}>
          {words.report}
        </a>
      </p>
    </>
  );
}

export function zonePage({ frame, view, isDone }: ZoneProps & { readonly isDone: boolean }): JSX.Element {
  const { language } = frame;
  const { zone: words, parties, what } = adminTexts(language);
  const { zone } = view;
  const change = zonePageAddress(zone.zoneId, '/edit');
  return (
    <Layout frame={frame} title={words.title} back={homeAddress} wide>
      {isDone && <Notification frame={frame}>{what['zone-changed']}</Notification>}
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">{zone.names[language]}</span>
        {words.title}
      </h1>
      <SummaryList
        frame={frame}
        facts={[
          ...languages.map((one) => ({
            term: fill(parties.nameIn, { language: textsOf(one).languageName }),
            value: zone.names[one],
            change,
          })),
          { term: words.mailbox, value: zone.mailbox, change },
          { term: words.language, value: textsOf(zone.language).languageName, change },
          { term: words.country, value: countryName(language, zone.country) },
          { term: words.code, value: zone.code },
        ]}
      />
      <Lines frame={frame} view={view} />
    </Layout>
  );
}

export function zoneSheet({
  frame,
  view: {
    zone: { zoneId, names },
  },
}: ZoneProps): Sheet {
  const { zone: words } = adminTexts(frame.language);
  return {
    frame,
    title: words.edit,
    caption: names[frame.language],
    back: zonePageAddress(zoneId, ''),
    address: zonePageAddress(zoneId, '/edit'),
    button: frame.words.save,
    fields: [
      ...nameFields(frame.language),
      { name: 'mailbox', kind: 'email', label: words.mailbox, hint: words.mailboxHint, width: 20 },
      languageField(words.language),
      seenNumber('version'),
    ],
  };
}
