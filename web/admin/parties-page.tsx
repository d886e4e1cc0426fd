import type { JSX } from 'preact';
import type { AdminZoneView } from '#core/people/administration.ts';
import { auditKinds } from '#core/people/audit.ts';
import { partyKinds, type Party } from '#core/reference/reference.ts';
import { assignmentName } from '#core/notices/names.ts';
import { countText, dateText, fill, numberText, textsOf } from '#core/texts/index.ts';
import { adminTexts } from '#core/texts/areas/admin.ts';
import type { PartyPreview } from '#core/reference/parties.ts';
import type { Held } from '#core/links/compose-party-links.ts';
import { Select } from '../components/choices.tsx';
import { Notification, Table } from '../components/facts.tsx';
import type { Filled } from '../components/filled.ts';
import { Button, ErrorSummary, Form } from '../components/form.tsx';
import { TextField } from '../components/text-field.tsx';
import type { Frame } from '../frame.ts';
import { Layout } from '../layout.tsx';
import { assignmentAddress } from '../office/addresses.ts';
import { confirmPage } from '../office/confirm-page.tsx';
import type { EmailPreview } from '../office/email-previews.tsx';
import { homeAddress, zonePageAddress } from './addresses.ts';
import { AdminForm } from './admin-form.tsx';
import { LanguageField } from './role-fields.tsx';
import { NameFields } from './zone-page.tsx';

interface Props {
  readonly frame: Frame;
  readonly view: AdminZoneView;
}

/** Who answers for what in a zone, and what nobody answers for. */
export function partiesPage({ frame, view: { zone, parties, missing }, done }: Props & { readonly done?: string | undefined }): JSX.Element {
  const { language } = frame;
  const { parties: words, what } = adminTexts(language);
  const kinds = textsOf(language).partyKinds;
  const kind = auditKinds.find((one) => one === done);
  const inOrder = parties.toSorted((a, b) => Number(a.endedOn !== undefined) - Number(b.endedOn !== undefined) || partyKinds.indexOf(a.kind) - partyKinds.indexOf(b.kind));
  return (
    <Layout frame={frame} title={words.title} back={homeAddress} wide>
      {kind && <Notification frame={frame}>{what[kind]}</Notification>}
      <h1 class="govuk-heading-l"><span class="govuk-caption-l">{zone.names[language]}</span>{words.title}</h1>
      <p class="govuk-body">{words.text}</p>
      {missing.length > 0 && <p class="govuk-inset-text">{words.missing} {missing.map((one) => kinds[one]).join(', ')}</p>}
      <Button href={zonePageAddress(zone.zoneId, '/party')}>{words.add}</Button>
      <Table
        frame={frame} caption={words.title} captionHidden empty={words.none}
        columns={[{ text: words.name }, { text: words.kind }, { text: words.email }, { text: words.language }, { text: words.state }]}
        rows={inOrder.map((party) => [
          <a class="govuk-link" href={zonePageAddress(zone.zoneId, '/party', { party: party.partyId })}>{party.names[language]}</a>,
          kinds[party.kind], party.email, textsOf(party.language).languageName,
          party.endedOn === undefined ? words.active : fill(words.ended, { date: dateText(language, party.endedOn) }),
        ])}
      />
    </Layout>
  );
}

/** A party's fields; its kind only when it is new. */
export function partyPage({ frame, view: { zone }, form, party }: Props & { readonly form: Filled; readonly party?: Party | undefined }): JSX.Element {
  const { language } = frame;
  const { parties: words } = adminTexts(language);
  const own = { frame, form };
  const { zoneId } = zone;
  return (
    <AdminForm
      {...own} title={party ? words.edit : words.add} caption={party ? party.names[language] : zone.names[language]} back={zonePageAddress(zoneId, '/parties')}
      action={zonePageAddress(zoneId, '/party', { party: party?.partyId })} button={frame.words.save} {...(party && { hidden: { version: form.text('version') } })}
    >
      {party === undefined && <Select {...own} name="kind" label={words.kind} choices={partyKinds.map((value) => ({ value, text: textsOf(language).partyKinds[value] }))} />}
      <NameFields {...own} />
      <TextField {...own} name="email" label={words.email} hint={words.emailHint} type="email" width={20} spellcheck={false} />
      <LanguageField {...own} label={words.language} />
      {party && party.endedOn === undefined && <p class="govuk-body"><a class="govuk-link" href={zonePageAddress(zoneId, '/party/end', { party: party.partyId })}>{words.end}</a></p>}
    </AdminForm>
  );
}

interface Move {
  readonly frame: Frame;
  readonly party: Party;
  readonly preview: PartyPreview;
  /** The address that is to be the party's. */
  readonly email: string;
  readonly emails: readonly EmailPreview[];
  readonly fields: Iterable<readonly [string, string]>;
}

/** What another address of a party ends and sends, before it is saved. */
export function movePartyPage({ frame, party, preview: { ends, more }, email, emails, fields }: Move): JSX.Element {
  const { language } = frame;
  const { parties: words } = adminTexts(language);
  const count = more ? fill(words.endsMore, { count: numberText(language, ends) }) : countText(language, words.ends, ends);
  const here = zonePageAddress(party.zoneId, '/party', { party: party.partyId });
  return confirmPage({
    frame, caption: party.names[language], title: words.moveTitle, text: ends === 0 ? words.noEnds : `${count} ${words.sent}`, button: words.moveButton,
    action: here, back: here, given: [{ term: words.email, value: `${party.email} → ${email}` }], emails, fields, mendable: true,
  });
}

/** The end of a party, or what it still has to answer. */
export function endPartyPage({ frame, view: { zone }, form, party, held }: Props & { readonly form: Filled; readonly party: Party; readonly held: readonly Held[] }): JSX.Element {
  const { language } = frame;
  const { parties: words } = adminTexts(language);
  const texts = textsOf(language);
  return (
    <Layout frame={frame} title={words.end} failed={form.errors.length > 0} back={zonePageAddress(zone.zoneId, '/party', { party: party.partyId })}>
      <ErrorSummary frame={frame} form={form} />
      <h1 class="govuk-heading-l"><span class="govuk-caption-l">{party.names[language]}</span>{words.end}</h1>
      {held.length > 0 ? (
        <>
          <p class="govuk-inset-text">{words.holds}</p>
          <ul class="govuk-list govuk-list--bullet">
            {held.map(({ number, assignment: { assignmentId, kind, line, due } }) => <li key={assignmentId}><a class="govuk-link" href={assignmentAddress(assignmentId)}>{number}, {assignmentName(texts, kind, line)}</a>, {dateText(language, due)}</li>)}
          </ul>
        </>
      ) : (
        <>
          <p class="govuk-body">{words.endText}</p>
          <Form frame={frame} action={zonePageAddress(zone.zoneId, '/party/end', { party: party.partyId })}><Button kind="warning">{words.endButton}</Button></Form>
        </>
      )}
    </Layout>
  );
}
