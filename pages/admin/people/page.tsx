import type { JSX } from 'preact';
import type { Scope, StaffPerson, StaffRole, Zone } from '#core/reference/reference.ts';
import { languageNames } from '#core/texts/index.ts';
import { adminTexts } from '#core/texts/areas/admin.ts';
import { Table } from '../../components/facts.tsx';
import { formState } from '../../components/form-state.ts';
import { Button } from '../../components/form.tsx';
import type { Sheet } from '../../components/sheet.tsx';
import { TextField } from '../../components/text-field.tsx';
import type { Frame } from '../../frame.ts';
import { Layout } from '../../layout.tsx';
import { addPersonAddress, homeAddress, peopleAddress, personAddress, placeQuery } from '../addresses.ts';
import { Files } from '../files.tsx';
import { placeName, roleText, type PeopleNames } from '../names.ts';
import { profileFields, roleFields } from '../person/role-fields.ts';

interface Props {
  readonly frame: Frame;
  readonly place: Scope;
  readonly zones: readonly Zone[];
  readonly people: readonly StaffPerson[];
  /** Names of everybody at the place, whoever was searched for. */
  readonly names: PeopleNames;
  readonly text: string;
}

function Search({ frame, place, text }: Props): JSX.Element {
  const { people: words } = adminTexts(frame.language);
  return (
    <form method="get" action="/admin/people" role="search">
      {Object.entries(placeQuery(place)).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TextField frame={frame} form={formState([['q', text]])} name="q" label={words.search} type="search" width={20} />
      <Button kind="secondary">{words.find}</Button>
    </form>
  );
}

/** The same table, to keep. */
export function peopleRows({ frame: { language }, people, names }: Props): readonly (readonly string[])[] {
  const { people: words } = adminTexts(language);
  return [
    [words.name, words.roles, words.email, words.language],
    ...people.map(({ name, email, language: own, memberships }) => [
      name ?? email,
      memberships.map((one) => roleText(language, one, names)).join('; '),
      email,
      languageNames[own],
    ]),
  ];
}

export function peoplePage(props: Props): JSX.Element {
  const { frame, place, zones, people, names } = props;
  const { language } = frame;
  const { people: words, add } = adminTexts(language);
  return (
    <Layout frame={frame} title={words.title} back={homeAddress} wide>
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">{placeName(language, place, zones)}</span>
        {words.title}
      </h1>
      <Button href={addPersonAddress(place)}>{add.title}</Button>
      <Search {...props} />
      <Table
        frame={frame}
        caption={words.title}
        captionHidden
        empty={words.none}
        columns={[{ text: words.name }, { text: words.roles }, { text: words.email }, { text: words.language }]}
        rows={people.map(({ personId, name, email, language: own, memberships }) => [
          <a class="govuk-link" href={personAddress(personId)}>
            {name ?? email}
          </a>,
          <>
            {memberships.map((one, at) => (
              <div key={at}>{roleText(language, one, names)}</div>
            ))}
          </>,
          email,
          languageNames[own],
        ])}
      />
      <Files frame={frame} />
    </Layout>
  );
}

export interface AddPersonProps {
  readonly frame: Frame;
  readonly place: Scope;
  readonly zones: readonly Zone[];
  readonly roles: readonly StaffRole[];
}

export function addPersonSheet({ frame, place, zones, roles }: AddPersonProps): Sheet {
  const { add: words } = adminTexts(frame.language);
  return {
    frame,
    title: words.title,
    caption: placeName(frame.language, place, zones),
    text: words.text,
    back: peopleAddress(place),
    address: addPersonAddress(place),
    button: words.button,
    fields: [...profileFields(frame.language), ...roleFields(frame.language, roles)],
  };
}
