import type { JSX } from 'preact';
import type { StaffRole } from '#core/reference/reference.ts';
import { languages } from '#core/kernel/common.ts';
import { textsOf } from '#core/texts/index.ts';
import { adminTexts } from '#core/texts/areas/admin.ts';
import { Radios } from '../components/choices.tsx';
import type { Filled } from '../components/filled.ts';
import { DateField, TextField } from '../components/text-field.tsx';
import type { Frame } from '../frame.ts';

interface Props {
  readonly frame: Frame;
  readonly form: Filled;
}

/** Which role, from when to when. */
export function RoleFields({ frame, form, roles }: Props & { readonly roles: readonly StaffRole[] }): JSX.Element {
  const { add: words } = adminTexts(frame.language);
  const names = textsOf(frame.language).roles;
  return (
    <>
      <Radios frame={frame} form={form} name="role" label={words.role} hint={words.ceiling} choices={roles.map((value) => ({ value, text: names[value] }))} />
      <DateField frame={frame} form={form} name="from" label={words.from} hint={words.daysHint} optional />
      <DateField frame={frame} form={form} name="until" label={words.until} hint={words.daysHint} optional />
    </>
  );
}

/** Who somebody is and how they are written to. */
export function ProfileFields({ frame, form }: Props): JSX.Element {
  const { people: words, add } = adminTexts(frame.language);
  return (
    <>
      <TextField frame={frame} form={form} name="name" label={words.name} width={20} spellcheck={false} autoComplete="off" />
      <TextField frame={frame} form={form} name="email" label={words.email} hint={add.emailHint} type="email" width={20} spellcheck={false} autoComplete="off" />
      <LanguageField frame={frame} form={form} label={words.language} />
    </>
  );
}

/** A language by its own name. */
export const LanguageField = ({ frame, form, label }: Props & { readonly label: string }): JSX.Element => (
  <Radios frame={frame} form={form} name="language" label={label} choices={languages.map((value) => ({ value, text: textsOf(value).languageName }))} />
);
