import type { Scope, StaffRole, Zone } from '#core/reference/reference.ts';
import { adminTexts } from '#core/texts/areas/admin.ts';
import type { Sheet } from '../../components/sheet.tsx';
import type { Frame } from '../../frame.ts';
import { addPersonAddress, peopleAddress } from '../addresses.ts';
import { placeName } from '../names.ts';
import { profileFields, roleFields } from '../person/role-fields.ts';

export interface AddPersonProps {
  readonly frame: Frame;
  readonly place: Scope;
  readonly zones: readonly Zone[];
  readonly roles: readonly StaffRole[];
}

/** Somebody new at a place. */
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
