import {
  type Membership,
  type Scope,
  type StaffPerson,
  type Zone,
  writtenLanguages,
} from '#core/reference/reference.ts';
import type { Language } from '#core/kernel/common.ts';
import { productText, wordParts, type NoticeName } from '#core/notices/own-words.ts';
import { documentKinds } from '#core/documents/document-kind.ts';
import { assignmentKinds } from '#core/stages/facts.ts';
import { documentTexts } from '#core/texts/areas/documents.ts';
import { capital } from '#core/texts/capital.ts';
import { dateText, fill, languageNames, textsOf } from '#core/texts/index.ts';
import { adminTexts } from '#core/texts/areas/admin.ts';
import { zoneWordsTexts } from '#core/texts/areas/zone-words.ts';

/** A zone by its name, a region by those of its zones. */
export function placeName(language: Language, { scope, scopeId }: Scope, zones: readonly Zone[]): string {
  if (scope === 'zone') return zones.find(({ zoneId }) => zoneId === scopeId)?.names[language] ?? scopeId;
  const names = zones.filter(({ regionId }) => regionId === scopeId).map((zone) => zone.names[language]);
  return fill(adminTexts(language).home.region, { zones: names.length > 0 ? names.join(', ') : scopeId });
}

/** From when to when a role holds; empty when it always does. */
export function daysText(language: Language, { from, until }: Pick<Membership, 'from' | 'until'>): string {
  const { people: words } = adminTexts(language);
  const days = {
    from: from === undefined ? '' : dateText(language, from),
    until: until === undefined ? '' : dateText(language, until),
  };
  if (from !== undefined) return fill(until === undefined ? words.since : words.days, days);
  return until === undefined ? '' : fill(words.upTo, days);
}

export type PeopleNames = ReadonlyMap<string, string>;

export const namesIn = (people: readonly StaffPerson[]): PeopleNames =>
  new Map(people.map(({ personId, name, email }) => [personId, name ?? email]));

export function roleText(
  language: Language,
  { role, insteadOf, absence, ...days }: Membership,
  names: PeopleNames,
): string {
  const { people: words } = adminTexts(language);
  const nameOf = (personId: string): string => names.get(personId) ?? personId;
  return [
    textsOf(language).roles[role],
    insteadOf === undefined ? '' : fill(words.standsIn, { name: nameOf(insteadOf) }),
    daysText(language, days),
    absence === undefined
      ? ''
      : fill(words.away, {
          from: dateText(language, absence.from),
          until: dateText(language, absence.until),
          name: nameOf(absence.deputyId),
        }),
  ]
    .filter((part) => part !== '')
    .join(', ');
}

/** A notice by what stands in its subject. */
export const noticeTitle = (language: Language, name: NoticeName): string =>
  capital(language, productText(language, name).subject);

export const partTitle = (
  language: Language,
  written: (typeof writtenLanguages)[number],
  part: (typeof wordParts)[number],
): string => fill(zoneWordsTexts(language).notices[part], { language: languageNames[written] });

/** A part of a notice by its path in a change: 'ru.heading'. */
export function partTitleOf(language: Language, field: string): string | undefined {
  const [tongue, part] = field.split('.');
  const written = writtenLanguages.find((known) => known === tongue);
  const named = wordParts.find((known) => known === part);
  if (written && part === 'appeal')
    return fill(zoneWordsTexts(language).replies.appeal, { language: languageNames[written] });
  return written && named && partTitle(language, written, named);
}

/** An assignment or a document that a stage may leave out. */
export function thingName(language: Language, kind: string): string {
  const { assignments } = textsOf(language);
  const { names } = documentTexts(language);
  const document = documentKinds.find((one) => one === kind);
  const assignment = assignmentKinds.find((one) => one === kind);
  return capital(language, (assignment && assignments[assignment].name) ?? (document && names[document]) ?? kind);
}
