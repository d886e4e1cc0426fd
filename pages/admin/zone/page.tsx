import type { JSX } from 'preact';
import type { AdminZoneView } from '#core/people/administration.ts';
import { languages, utilities } from '#core/kernel/common.ts';
import { replyAddressOf } from '#core/reference/zone-replies.ts';
import { writtenLanguages } from '#core/reference/reference.ts';
import { ownDays } from '#core/stages/deadlines.ts';
import { capital } from '#core/texts/capital.ts';
import { dateText, fill, languageNames, numberText, textsOf } from '#core/texts/index.ts';
import { adminTexts } from '#core/texts/areas/admin.ts';
import { zoneWordsTexts } from '#core/texts/areas/zone-words.ts';
import { officeTexts } from '#core/texts/areas/office.ts';
import { countryName } from '#core/texts/country-name.ts';
import { Notification, SummaryList, Table } from '../../components/facts.tsx';
import { seenNumber, type Field } from '../../components/fields.tsx';
import type { Sheet } from '../../components/sheet.tsx';
import type { Frame } from '../../frame.ts';
import { Layout } from '../../layout.tsx';
import { linesAddress, plotsAddress } from '../../office/addresses.ts';
import { stateText } from '../../office/lines/page.tsx';
import { homeAddress, zonePageAddress } from '../addresses.ts';
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
        {' · '}
        <a class="govuk-link" href={plotsAddress(zone.zoneId)}>
          {officeTexts(language).list.plots}
        </a>
      </p>
    </>
  );
}

export function zonePage({ frame, view, isDone }: ZoneProps & { readonly isDone: boolean }): JSX.Element {
  const { language } = frame;
  const { zone: words, parties, what } = adminTexts(language);
  const { zone } = view;
  const { replies } = zoneWordsTexts(language);
  const [change, toReplies] = [zonePageAddress(zone.zoneId, '/edit'), zonePageAddress(zone.zoneId, '/replies')];
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
            term: fill(parties.nameIn, { language: languageNames[one] }),
            value: zone.names[one],
            change,
          })),
          { term: words.mailbox, value: zone.mailbox, change },
          { term: words.phone, value: zone.office?.phone ?? frame.words.notGiven, change },
          { term: words.hours, value: zone.office?.hours ?? frame.words.notGiven, change },
          ...languages.map((one) => ({
            term: fill(words.address, { language: languageNames[one] }),
            value: zone.office?.address?.[one] ?? frame.words.notGiven,
            change,
          })),
          { term: words.language, value: languageNames[zone.language], change },
          { term: replies.replyTo, value: replyAddressOf(zone), change: toReplies },
          { term: replies.daysToCure, value: zone.daysToCure ?? ownDays.cure, change: toReplies },
          ...writtenLanguages.map((one) => ({
            term: fill(replies.appeal, { language: languageNames[one] }),
            value: <span class="said">{zone.appeal?.[one] ?? '–'}</span>,
            change: toReplies,
          })),
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
      { name: 'office.phone', kind: 'tel', label: words.phone, optional: true },
      { name: 'office.hours', kind: 'line', label: words.hours, hint: words.hoursHint, optional: true },
      ...languages.map((one): Field => ({
        name: `office.address.${one}`,
        kind: 'line',
        label: fill(words.address, { language: languageNames[one] }),
        optional: true,
        spellcheck: false,
      })),
      languageField(words.language),
      seenNumber('version'),
    ],
  };
}

/** What refusals and returns begin with, and where answers to emails go. */
export function repliesSheet({
  frame,
  view: {
    zone: { zoneId, names, mailbox },
  },
}: ZoneProps): Sheet {
  const { language } = frame;
  const { replies: words } = zoneWordsTexts(language);
  return {
    frame,
    title: words.title,
    caption: names[language],
    text: words.text,
    back: homeAddress,
    address: zonePageAddress(zoneId, '/replies'),
    button: frame.words.save,
    fields: [
      ...writtenLanguages.map((one): Field => ({
        name: `appeal.${one}`,
        kind: 'text',
        rows: 3,
        label: fill(words.appeal, { language: languageNames[one] }),
        hint: words.appealHint,
        optional: true,
        spellcheck: false,
      })),
      {
        name: 'daysToCure',
        kind: 'whole',
        label: words.daysToCure,
        hint: fill(words.daysHint, { count: numberText(language, ownDays.cure) }),
        optional: true,
      },
      {
        name: 'replyTo',
        kind: 'email',
        label: words.replyTo,
        hint: fill(words.replyHint, { mailbox }),
        optional: true,
        width: 20,
      },
      seenNumber('version'),
    ],
  };
}
