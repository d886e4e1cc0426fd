import type { JSX } from 'preact';
import type { AddPersonRequest } from '#core/people/administration.ts';
import type { KnownPerson, Scope, Zone } from '#core/reference/reference.ts';
import { membershipName } from '#core/people/membership.ts';
import { fill, textsOf } from '#core/texts/index.ts';
import { adminTexts } from '#core/texts/areas/admin.ts';
import { SummaryList } from '../../components/facts.tsx';
import { formState } from '../../components/form-state.ts';
import { formPage } from '../../components/sheet.tsx';
import type { Frame } from '../../frame.ts';
import { addPersonAddress } from '../addresses.ts';
import { daysText, placeName, roleText, type PeopleNames } from '../names.ts';

interface Props {
  readonly frame: Frame;
  readonly place: Scope;
  readonly zones: readonly Zone[];
  readonly known: KnownPerson;
  readonly given: AddPersonRequest;
  readonly names: PeopleNames;
}

function Roles({ frame: { language }, known: { memberships, elsewhere }, zones, names }: Props): JSX.Element {
  const { known: words, person } = adminTexts(language);
  return (
    <>
      {memberships.map((one) => (
        <div key={membershipName(one)}>
          {roleText(language, one, names)}, {placeName(language, one, zones)}
        </div>
      ))}
      {memberships.length === 0 && <div>{words.noRoles}</div>}
      {elsewhere > 0 && <div>{person.elsewhere}</div>}
    </>
  );
}

export function knownPersonPage(props: Props): JSX.Element {
  const { frame, place, zones, known, given } = props;
  const { language } = frame;
  const { known: words, people, add } = adminTexts(language);
  const role = [textsOf(language).roles[given.role], daysText(language, given)]
    .filter((part) => part !== '')
    .join(', ');
  const sent = Object.entries({
    name: given.name,
    email: given.email,
    language: given.language,
    role: given.role,
    from: given.from ?? '',
    until: given.until ?? '',
    knownId: known.personId,
    knownVersion: String(known.version),
  });
  return formPage(
    {
      frame,
      title: words.title,
      caption: placeName(language, place, zones),
      text: words.text,
      back: addPersonAddress(place),
      address: addPersonAddress(place),
      button: words.button,
      fields: sent.map(([name]) => ({ name, kind: 'unseen', label: '' })),
      before: (
        <>
          <SummaryList
            frame={frame}
            facts={[
              { term: people.name, value: known.name },
              { term: people.email, value: known.email },
              { term: people.account, value: known.signedIn ? people.signedIn : people.waiting },
              { term: people.roles, value: <Roles {...props} /> },
              { term: add.button, value: `${role}, ${placeName(language, place, zones)}` },
            ]}
          />
          {given.name !== known.name && <p class="govuk-inset-text">{fill(words.entered, { name: given.name })}</p>}
        </>
      ),
      below: (
        <p class="govuk-body">
          <a class="govuk-link" href={addPersonAddress(place)}>
            {words.other}
          </a>
        </p>
      ),
    },
    formState(sent),
  );
}
