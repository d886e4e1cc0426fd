import type { JSX } from 'preact';
import type { AdminZoneView } from '#core/people/administration.ts';
import { partyKinds, type Party } from '#core/reference/reference.ts';
import { addressesOf, peopleIn, personBehind } from '#core/reference/party-people.ts';
import { assignmentName } from '#core/notices/names.ts';
import { countText, dateText, fill, languageNames, numberText, textsOf } from '#core/texts/index.ts';
import { adminTexts } from '#core/texts/areas/admin.ts';
import type { PartyPreview } from '#core/reference/parties.ts';
import type { Held } from '#core/links/compose-party-links.ts';
import type { EmailPreview } from '../../components/email-previews.tsx';
import { Table } from '../../components/facts.tsx';
import { seenNumber, type Field } from '../../components/fields.tsx';
import { Button } from '../../components/form.tsx';
import { reviewPage, type Sheet } from '../../components/sheet.tsx';
import type { Frame } from '../../frame.ts';
import { assignmentAddress } from '../../office/addresses.ts';
import { zonePageAddress } from '../addresses.ts';
import { SettingPage } from '../setting-page.tsx';
import { Files } from '../files.tsx';
import { languageField, nameFields } from '../person/role-fields.ts';

interface Props {
  readonly frame: Frame;
  readonly view: AdminZoneView;
}

/** Those that answer before those that no longer do. */
const inOrder = (parties: readonly Party[]): readonly Party[] =>
  parties.toSorted(
    (a, b) =>
      Number(a.endedOn !== undefined) - Number(b.endedOn !== undefined) ||
      partyKinds.indexOf(a.kind) - partyKinds.indexOf(b.kind),
  );

const stateOf = ({ language }: Frame, { endedOn }: Party): string => {
  const { parties: words } = adminTexts(language);
  return endedOn === undefined ? words.active : fill(words.ended, { date: dateText(language, endedOn) });
};

/** The same table, to keep. */
export function partyRows(frame: Frame, { parties }: AdminZoneView): readonly (readonly string[])[] {
  const { language } = frame;
  const { parties: words } = adminTexts(language);
  return [
    [words.name, words.kind, words.email, words.language, words.state],
    ...inOrder(parties).map((party) => [
      party.names[language],
      textsOf(language).partyKinds[party.kind],
      party.email,
      languageNames[party.language],
      stateOf(frame, party),
    ]),
  ];
}

export function partiesPage({
  frame,
  view: { zone, parties, missing },
  done,
}: Props & { readonly done?: string | undefined }): JSX.Element {
  const { language } = frame;
  const { parties: words } = adminTexts(language);
  const kinds = textsOf(language).partyKinds;
  return (
    <SettingPage frame={frame} zone={zone} title={words.title} text={words.text} done={done}>
      {missing.length > 0 && (
        <p class="govuk-inset-text">
          {words.missing} {missing.map((one) => kinds[one]).join(', ')}
        </p>
      )}
      <Button href={zonePageAddress(zone.zoneId, '/party')}>{words.add}</Button>
      <Table
        frame={frame}
        caption={words.title}
        captionHidden
        empty={words.none}
        columns={[
          { text: words.name },
          { text: words.kind },
          { text: words.email },
          { text: words.language },
          { text: words.state },
        ]}
        rows={inOrder(parties).map((party) => [
          <a class="govuk-link" href={zonePageAddress(zone.zoneId, '/party', { party: party.partyId })}>
            {party.names[language]}
          </a>,
          kinds[party.kind],
          addressesOf(party)
            .map((address) => [personBehind(party, address)?.name, address].filter(Boolean).join(', '))
            .join('; '),
          languageNames[party.language],
          stateOf(frame, party),
        ])}
      />
      {parties.length > 0 && <Files frame={frame} />}
    </SettingPage>
  );
}

/** A party's fields; its kind only when it is new. */
export function partySheet({
  frame,
  view: {
    zone: { zoneId, names },
  },
  party,
}: Props & { readonly party?: Party | undefined }): Sheet {
  const { language } = frame;
  const { parties: words } = adminTexts(language);
  const kind: Field = {
    name: 'kind',
    kind: 'select',
    label: words.kind,
    choices: partyKinds.map((value) => ({ value, text: textsOf(language).partyKinds[value] })),
  };
  return {
    frame,
    title: party ? words.edit : words.add,
    caption: party ? party.names[language] : names[language],
    back: zonePageAddress(zoneId, '/parties'),
    address: zonePageAddress(zoneId, '/party', { party: party?.partyId }),
    button: frame.words.save,
    fields: [
      ...(party ? [seenNumber('version')] : [kind]),
      ...nameFields(language),
      { name: 'email', kind: 'email', label: words.email, hint: words.emailHint, width: 20 },
      {
        name: 'colleagues',
        kind: 'text',
        label: words.colleagues,
        hint: words.colleaguesHint,
        optional: true,
        rows: 3,
        spellcheck: false,
        value: (typed) => typed.split(/[\s,;]+/).filter((one) => one !== ''),
      },
      {
        name: 'people',
        kind: 'text',
        label: words.people,
        hint: words.peopleHint,
        optional: true,
        rows: 3,
        spellcheck: false,
        value: peopleIn,
      },
      languageField(words.language),
    ],
    below: party && party.endedOn === undefined && (
      <p class="govuk-body">
        <a class="govuk-link" href={zonePageAddress(zoneId, '/party/end', { party: party.partyId })}>
          {words.end}
        </a>
      </p>
    ),
  };
}

interface Move extends Props {
  readonly party: Party;
  readonly preview: PartyPreview;
  readonly emails: readonly EmailPreview[];
  readonly typed: URLSearchParams;
}

export function movePartyPage({ frame, view, party, preview: { ends, more }, emails, typed }: Move): JSX.Element {
  const { language } = frame;
  const { parties: words } = adminTexts(language);
  const count = more
    ? fill(words.endsMore, { count: numberText(language, ends) })
    : countText(language, words.ends, ends);
  const sheet = partySheet({ frame, view, party });
  const review = {
    title: words.moveTitle,
    caption: party.names[language],
    text: ends === 0 ? words.noEnds : `${count} ${words.sent}`,
    button: words.moveButton,
  };
  return reviewPage(
    { ...sheet, back: sheet.address, review },
    { typed, emails, facts: [{ term: words.email, value: `${party.email} → ${typed.get('email') ?? ''}` }] },
  );
}

export function endPartySheet({
  frame,
  view: {
    zone: { zoneId },
  },
  party,
  held,
}: Props & { readonly party: Party; readonly held: readonly Held[] }): Sheet {
  const { language } = frame;
  const { parties: words } = adminTexts(language);
  const { partyId, names } = party;
  const isHeld = held.length > 0;
  return {
    frame,
    title: words.end,
    caption: names[language],
    text: isHeld ? undefined : words.endText,
    fields: [],
    button: words.endButton,
    warning: true,
    nothing: isHeld ? words.holds : undefined,
    back: zonePageAddress(zoneId, '/party', { party: partyId }),
    address: zonePageAddress(zoneId, '/party/end', { party: partyId }),
    below: isHeld && (
      <ul class="govuk-list govuk-list--bullet">
        {held.map(({ number, assignment: { assignmentId, kind, line, due } }) => (
          <li key={assignmentId}>
            <a class="govuk-link" href={assignmentAddress(assignmentId)}>
              {number}, {assignmentName(textsOf(language), kind, line)}
            </a>
            , {dateText(language, due)}
          </li>
        ))}
      </ul>
    ),
  };
}
