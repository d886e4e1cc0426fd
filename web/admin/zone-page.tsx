import type { JSX } from 'preact';
import type { AdminZoneView } from '#core/people/administration.ts';
import { languages, utilities } from '#core/kernel/common.ts';
import { capital } from '#core/texts/capital.ts';
import { dateText, fill, textsOf } from '#core/texts/index.ts';
import { adminTexts } from '#core/texts/areas/admin.ts';
import { officeTexts } from '#core/texts/areas/office.ts';
import { Notification, SummaryList, Table } from '../components/facts.tsx';
import type { Filled } from '../components/filled.ts';
import { TextField } from '../components/text-field.tsx';
import type { Frame } from '../frame.ts';
import { Layout } from '../layout.tsx';
import { linesAddress } from '../office/addresses.ts';
import { stateText } from '../office/lines-page.tsx';
import { homeAddress, zonePageAddress } from './addresses.ts';
import { countryName } from '../letter/country-names.ts';
import { AdminForm } from './admin-form.tsx';
import { LanguageField } from './role-fields.tsx';

interface Props {
  readonly frame: Frame;
  readonly view: AdminZoneView;
}

function Lines({ frame, view: { zone, lines } }: Props): JSX.Element {
  const { language } = frame;
  const { zone: words } = adminTexts(language);
  const { lines: columns } = officeTexts(language);
  return (
    <>
      <Table
        frame={frame} caption={words.lines}
        columns={[{ text: columns.line }, { text: columns.state }, { text: columns.reportedOn }]}
        rows={utilities.map((utility) => {
          const line = lines.find((one) => one.utility === utility);
          return [capital(language, textsOf(language).utilities[utility]), stateText(frame, line), line ? dateText(language, line.reportedOn) : '–'];
        })}
      />
      <p class="govuk-body">{words.linesText} <a class="govuk-link" href={linesAddress(zone.zoneId)}>{words.report}</a></p>
    </>
  );
}

/** A zone: what it is called, where its office is reached, its forums and utility lines. */
export function zonePage({ frame, view, isDone }: Props & { readonly isDone: boolean }): JSX.Element {
  const { language } = frame;
  const { zone: words, parties, what } = adminTexts(language);
  const { zone } = view;
  const change = zonePageAddress(zone.zoneId, '/edit');
  return (
    <Layout frame={frame} title={words.title} back={homeAddress} wide>
      {isDone && <Notification frame={frame}>{what['zone-changed']}</Notification>}
      <h1 class="govuk-heading-l"><span class="govuk-caption-l">{zone.names[language]}</span>{words.title}</h1>
      <SummaryList frame={frame} facts={[
        ...languages.map((one) => ({ term: fill(parties.nameIn, { language: textsOf(one).languageName }), value: zone.names[one], change })),
        { term: words.mailbox, value: zone.mailbox, change }, { term: words.language, value: textsOf(zone.language).languageName, change },
        { term: words.country, value: countryName(language, zone.country) }, { term: words.code, value: zone.code },
      ]} />
      <Lines frame={frame} view={view} />
    </Layout>
  );
}

/** One name field a language. */
export function NameFields({ frame, form }: { readonly frame: Frame; readonly form: Filled }): JSX.Element {
  const { parties: words } = adminTexts(frame.language);
  return <>{languages.map((one) => <TextField key={one} frame={frame} form={form} name={`names.${one}`} label={fill(words.nameIn, { language: textsOf(one).languageName })} spellcheck={false} />)}</>;
}

/** Names, mailbox and language of a zone. */
export function editZonePage({ frame, view: { zone }, form }: Props & { readonly form: Filled }): JSX.Element {
  const { zone: words } = adminTexts(frame.language);
  const { zoneId, names } = zone;
  return (
    <AdminForm
      frame={frame} form={form} title={words.edit} caption={names[frame.language]} back={zonePageAddress(zoneId, '')} action={zonePageAddress(zoneId, '/edit')}
      button={frame.words.save} hidden={{ version: form.text('version') }}
    >
      <NameFields frame={frame} form={form} />
      <TextField frame={frame} form={form} name="mailbox" label={words.mailbox} hint={words.mailboxHint} type="email" width={20} spellcheck={false} />
      <LanguageField frame={frame} form={form} label={words.language} />
    </AdminForm>
  );
}
