import { staffRoles, type Membership, type Scope, type StaffPerson } from '#core/reference/reference.ts';
import { membershipName } from '#core/people/membership.ts';
import { adminTexts } from '#core/texts/areas/admin.ts';
import type { PersonView } from '#core/people/people.ts';
import { seenNumber } from '../../components/fields.tsx';
import type { Sheet } from '../../components/sheet.tsx';
import type { Frame } from '../../frame.ts';
import { deskAddress, personAddress, personFormAddress } from '../addresses.ts';
import { placeName, roleText, type PeopleNames } from '../names.ts';
import { profileFields, roleFields } from './role-fields.ts';

export interface PersonProps {
  readonly frame: Frame;
  readonly view: PersonView;
}

const about = ({ frame, view: { person } }: PersonProps) => ({
  frame,
  caption: person.name,
  back: personAddress(person.personId),
});

export function editPersonSheet(props: PersonProps): Sheet {
  const {
    frame,
    view: { person },
  } = props;
  const { person: words } = adminTexts(frame.language);
  return {
    ...about(props),
    title: words.edit,
    text: words.newAddress,
    address: personFormAddress('edit', person.personId),
    button: frame.words.save,
    fields: [seenNumber('version'), ...profileFields(frame.language)],
  };
}

export const placeValue = ({ scope, scopeId }: Scope): string => `${scope}#${scopeId}`;

export interface NewRoleProps extends PersonProps {
  readonly places: readonly Scope[];
}

export function giveRoleSheet(props: NewRoleProps): Sheet {
  const {
    frame: { language },
    view: { person, zones },
    places,
  } = props;
  const { person: words, add, people } = adminTexts(language);
  return {
    ...about(props),
    title: words.giveRole,
    address: personFormAddress('role', person.personId),
    button: add.button,
    before: (
      <p class="govuk-inset-text">
        {person.email}: {person.signedIn ? people.signedIn : people.waiting}
      </p>
    ),
    fields: [
      seenNumber('version'),
      {
        name: 'scopeId',
        kind: 'select',
        label: add.place,
        choices: places.map((place) => ({ value: placeValue(place), text: placeName(language, place, zones) })),
        value: (typed) => places.find((place) => placeValue(place) === typed)?.scopeId,
      },
      ...roleFields(language, staffRoles),
    ],
  };
}

export interface EndRolesProps extends PersonProps {
  readonly ending: readonly Membership[];
  /** The one role that ends; absent: all. */
  readonly one: string | undefined;
  readonly own: boolean;
  readonly names: PeopleNames;
}

export function endRolesSheet(props: EndRolesProps): Sheet {
  const {
    frame: { language },
    view: { person, zones },
    ending,
    one,
    own,
    names,
  } = props;
  const { end: words } = adminTexts(language);
  return {
    ...about(props),
    title: one === undefined ? words.titleAll : words.title,
    text: words.text,
    address: personFormAddress('end', person.personId, one),
    button: words.button,
    warning: true,
    before: (
      <ul class="govuk-list govuk-list--bullet">
        {ending.map((role) => (
          <li key={membershipName(role)}>
            {roleText(language, role, names)}, {placeName(language, role, zones)}
          </li>
        ))}
      </ul>
    ),
    fields: own
      ? [
          {
            name: 'confirmOwn',
            kind: 'tick',
            label: words.own,
            choices: [{ value: 'true', text: words.ownText }],
            value: (typed) => typed === 'true',
          },
        ]
      : [],
  };
}

export interface DeputyProps extends PersonProps {
  readonly role: Membership;
  readonly deputies: readonly StaffPerson[];
  readonly names: PeopleNames;
  /** The zone of the desk that the reader came from. */
  readonly desk: string | undefined;
}

export const nobody = 'nobody';

export function deputySheet(props: DeputyProps): Sheet {
  const {
    frame: { language },
    view: { person, zones },
    role,
    deputies,
    names,
    desk,
  } = props;
  const { deputies: words } = adminTexts(language);
  const choices = [
    ...deputies.map(({ personId, name, email }) => ({ value: personId, text: name ?? email })),
    ...(role.absence ? [{ value: nobody, text: words.end }] : []),
  ];
  return {
    ...about(props),
    title: words.title,
    text: words.text,
    ...(desk !== undefined && { back: deskAddress(desk) }),
    address: personFormAddress('deputy', person.personId, membershipName(role), desk),
    button: words.button,
    before: (
      <>
        <p class="govuk-inset-text">
          {roleText(language, role, names)}, {placeName(language, role, zones)}
        </p>
        {choices.length === 0 && <p class="govuk-body">{words.none}</p>}
      </>
    ),
    fields: [
      ...(choices.length === 0
        ? []
        : [{ name: 'deputyId', kind: 'radios' as const, label: words.who, path: 'deputy.deputyId', choices }]),
      { name: 'from', kind: 'date', label: words.from, path: 'deputy.from' },
      { name: 'until', kind: 'date', label: words.until, path: 'deputy.until' },
    ],
  };
}
