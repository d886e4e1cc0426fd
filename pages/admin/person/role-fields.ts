import type { StaffRole } from '#core/reference/reference.ts';
import { languages, type Language } from '#core/kernel/common.ts';
import { fill, languageNames, textsOf } from '#core/texts/index.ts';
import { adminTexts } from '#core/texts/areas/admin.ts';
import type { Field } from '../../components/fields.tsx';

export function roleFields(language: Language, roles: readonly StaffRole[]): readonly Field[] {
  const { add: words } = adminTexts(language);
  const names = textsOf(language).roles;
  return [
    {
      name: 'role',
      kind: 'radios',
      label: words.role,
      hint: words.ceiling,
      choices: roles.map((value) => ({ value, text: names[value] })),
    },
    { name: 'from', kind: 'date', label: words.from, hint: words.daysHint, optional: true },
    { name: 'until', kind: 'date', label: words.until, hint: words.daysHint, optional: true },
  ];
}

export function profileFields(language: Language): readonly Field[] {
  const { people: words, add } = adminTexts(language);
  return [
    { name: 'name', kind: 'line', label: words.name, width: 20, spellcheck: false, autoComplete: 'off' },
    { name: 'email', kind: 'email', label: words.email, hint: add.emailHint, width: 20, autoComplete: 'off' },
    languageField(words.language),
  ];
}

export const languageField = (label: string): Field => ({
  name: 'language',
  kind: 'radios',
  label,
  choices: languages.map((value) => ({ value, text: languageNames[value] })),
});

export const nameFields = (language: Language): readonly Field[] =>
  languages.map((one) => ({
    name: `names.${one}`,
    kind: 'line',
    label: fill(adminTexts(language).parties.nameIn, { language: languageNames[one] }),
    spellcheck: false,
  }));
