import { languages, type Language } from '#core/kernel/common.ts';
import type { Names } from '#core/reference/reference.ts';
import type { Failure, Result } from '#core/kernel/result.ts';
import { adminTexts } from '#core/texts/areas/admin.ts';
import type { AdminPorts } from '#core/people/admin-ports.ts';
import type { Frame } from '#pages/frame.ts';
import type { FormPorts } from '../kit/kept-form.ts';
import { staffForm, type FormHandlers, type Judged, type StaffForm } from '../kit/review-flow.ts';

const reasonsOf = (language: Language): Readonly<Record<string, string>> => {
  const {
    end,
    person,
    parties,
    forums,
    access,
    refused: { toOneself, bothRanks, tooMany },
  } = adminTexts(language);
  return {
    'last-administrator': end.last,
    'own-role': end.own,
    elsewhere: person.cannotEdit,
    'own-address': person.ownAddress,
    'to-oneself': toOneself,
    'both-ranks': bothRanks,
    'too-many-roles': tooMany,
    'holds-assignments': parties.holds,
    'too-many-forums': forums.tooMany,
    'address-taken': access.taken,
  };
};

interface Page {
  readonly frame: Frame;
}

/** A conflict, and the rules that have words of their own, are told on the form; anything else is a page that says what went wrong. */
export function adminWords(failure: Failure, { frame: { language } }: Page): string | undefined {
  if (failure.kind === 'conflict') return adminTexts(language).conflict;
  return failure.kind === 'not-allowed' ? reasonsOf(language)[failure.because] : undefined;
}

/** Ports on which a change is played through with nothing written. */
export const unwritten = <Ports extends AdminPorts>(ports: Ports): Ports => ({
  ...ports,
  administration: { ...ports.administration, write: async () => Promise.resolve('written' as const) },
});

/** A form of administration that is done at once: what it does, on the ports it is given. */
export function adminForm<Ports extends AdminPorts & FormPorts, About extends Page, Request, Done>(
  ports: Ports,
  {
    act,
    ...form
  }: Omit<StaffForm<About, Request, Done, Done>, 'foresee' | 'perform' | 'words' | 'review'> & {
    readonly act: (on: Ports, judged: Judged<About, Request>) => Promise<Result<Done>>;
  },
): FormHandlers {
  return staffForm<About, Request, Done, Done>(ports, {
    ...form,
    words: adminWords,
    foresee: (judged) => act(unwritten(ports), judged),
    perform: (judged) => act(ports, judged),
  });
}

export const namesAtFirst = (names: Names): [string, string][] =>
  languages.map((language) => [`names.${language}`, names[language]]);
