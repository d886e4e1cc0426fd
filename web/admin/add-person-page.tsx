import type { JSX } from 'preact';
import type { Scope, StaffRole, Zone } from '#core/reference/reference.ts';
import { adminTexts } from '#core/texts/areas/admin.ts';
import type { Filled } from '../components/filled.ts';
import type { Frame } from '../frame.ts';
import { addPersonAddress, peopleAddress } from './addresses.ts';
import { AdminForm } from './admin-form.tsx';
import { placeName } from './names.ts';
import { ProfileFields, RoleFields } from './role-fields.tsx';

interface Props {
  readonly frame: Frame;
  readonly form: Filled;
  readonly place: Scope;
  readonly zones: readonly Zone[];
  readonly roles: readonly StaffRole[];
}

/** Somebody new at a place. */
export function addPersonPage({ frame, form, place, zones, roles }: Props): JSX.Element {
  const { add: words } = adminTexts(frame.language);
  return (
    <AdminForm
      frame={frame} form={form} title={words.title} caption={placeName(frame.language, place, zones)} text={words.text}
      back={peopleAddress(place)} action={addPersonAddress(place)} button={words.button}
    >
      <ProfileFields frame={frame} form={form} />
      <RoleFields frame={frame} form={form} roles={roles} />
    </AdminForm>
  );
}
