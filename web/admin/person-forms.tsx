import type { JSX } from 'preact';
import { staffRoles, type Membership, type Scope, type StaffPerson } from '#core/reference/reference.ts';
import { membershipName } from '#core/people/membership.ts';
import { adminTexts } from '#core/texts/areas/admin.ts';
import type { PersonView } from '#core/people/people.ts';
import { Checkboxes, Radios, Select } from '../components/choices.tsx';
import type { Filled } from '../components/filled.ts';
import { DateField } from '../components/text-field.tsx';
import type { Frame } from '../frame.ts';
import { personAddress, personFormAddress } from './addresses.ts';
import { AdminForm } from './admin-form.tsx';
import { placeName, roleText, type PeopleNames } from './names.ts';
import { ProfileFields, RoleFields } from './role-fields.tsx';

interface Props {
  readonly frame: Frame;
  readonly form: Filled;
  readonly view: PersonView;
}

const about = ({ frame, form, view: { person } }: Props) => ({ frame, form, caption: person.name, back: personAddress(person.personId) });

/** Name, address and language. */
export function editPersonPage(props: Props): JSX.Element {
  const { frame, form, view: { person } } = props;
  const { person: words } = adminTexts(frame.language);
  return (
    <AdminForm {...about(props)} title={words.edit} text={words.newAddress} action={personFormAddress('edit', person.personId)} button={frame.words.save} hidden={{ version: form.text('version') }}>
      <ProfileFields frame={frame} form={form} />
    </AdminForm>
  );
}

/** A place as one value of a form. */
export const placeValue = ({ scope, scopeId }: Scope): string => `${scope}#${scopeId}`;

/** One more role, at one of the reader's places. */
export function giveRolePage(props: Props & { readonly places: readonly Scope[] }): JSX.Element {
  const { frame, form, view: { person, zones }, places } = props;
  const { person: words, add, people } = adminTexts(frame.language);
  return (
    <AdminForm {...about(props)} title={words.giveRole} action={personFormAddress('role', person.personId)} button={add.button} hidden={{ version: form.text('version') }}>
      <p class="govuk-inset-text">{person.email}: {person.signedIn ? people.signedIn : people.waiting}</p>
      <Select frame={frame} form={form} name="scopeId" label={add.place} choices={places.map((place) => ({ value: placeValue(place), text: placeName(frame.language, place, zones) }))} />
      <RoleFields frame={frame} form={form} roles={staffRoles} />
    </AdminForm>
  );
}

/** The end of one role, or of all. @param own whether the reader's own */
export function endRolesPage(props: Props & { readonly ending: readonly Membership[]; readonly one: string | undefined; readonly own: boolean; readonly names: PeopleNames }): JSX.Element {
  const { frame, form, view: { person, zones }, ending, one, own, names } = props;
  const { end: words } = adminTexts(frame.language);
  return (
    <AdminForm {...about(props)} title={one === undefined ? words.titleAll : words.title} text={words.text} action={personFormAddress('end', person.personId, one)} button={words.button} warning>
      <ul class="govuk-list govuk-list--bullet">{ending.map((role) => <li key={membershipName(role)}>{roleText(frame.language, role, names)}, {placeName(frame.language, role, zones)}</li>)}</ul>
      {own && <Checkboxes frame={frame} form={form} name="confirmOwn" label={words.own} choices={[{ value: 'true', text: words.ownText }]} />}
    </AdminForm>
  );
}

/** Who stands in for one role while its holder is away. */
export function deputyPage(props: Props & { readonly role: Membership; readonly deputies: readonly StaffPerson[]; readonly names: PeopleNames }): JSX.Element {
  const { frame, form, view: { person, zones }, role, deputies, names } = props;
  const { deputies: words } = adminTexts(frame.language);
  const choices = [
    ...deputies.map(({ personId, name, email }) => ({ value: personId, text: name ?? email })),
    ...(role.absence ? [{ value: 'nobody', text: words.end }] : []),
  ];
  return (
    <AdminForm {...about(props)} title={words.title} text={words.text} action={personFormAddress('deputy', person.personId, membershipName(role))} button={words.button}>
      <p class="govuk-inset-text">{roleText(frame.language, role, names)}, {placeName(frame.language, role, zones)}</p>
      {choices.length === 0 ? <p class="govuk-body">{words.none}</p> : <Radios frame={frame} form={form} name="deputyId" label={words.who} choices={choices} />}
      <DateField frame={frame} form={form} name="from" label={words.from} />
      <DateField frame={frame} form={form} name="until" label={words.until} />
    </AdminForm>
  );
}
