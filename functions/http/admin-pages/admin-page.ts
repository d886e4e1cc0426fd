import { Scope } from '#core/reference/reference.ts';
import { administeredBy } from '#core/people/administered.ts';
import type { Failure } from '#core/kernel/result.ts';
import { adminTexts } from '#core/texts/areas/admin.ts';
import type { AdminPorts } from '#core/people/admin-ports.ts';
import { filled, type Filled } from '#web/components/filled.ts';
import { homePage } from '#web/admin/home-page.tsx';
import { errorsOf, type Labels } from '../pages/check.ts';
import type { StaffVisit } from '../pages/staff-page.ts';
import { problem, show, type Reply } from '../pages/visit.ts';

/** Where an administrator begins; nobody else has anything here. */
export const home = ({ administration }: AdminPorts) => async ({ frame, actor }: StaffVisit): Promise<Reply> => {
  const places = administeredBy(actor, await administration.zones());
  return places.zones.length + places.regions.length > 0 ? show(homePage(frame(), places)) : problem({ kind: 'forbidden' });
};

/** The place a page is about: `zone=…` or `region=…`. */
export function placeIn({ query }: StaffVisit): Scope | undefined {
  const scope = query.has('region') ? 'region' as const : 'zone' as const;
  return Scope.safeParse({ scope, scopeId: query.get(scope) }).data;
}

const reasonsOf = (language: Parameters<typeof adminTexts>[0]): Readonly<Record<string, string>> => {
  const { end, person, parties, forums, conflict, refused: { toOneself, bothRanks, tooMany } } = adminTexts(language);
  return { 'last-administrator': end.last, 'own-role': end.own, elsewhere: person.cannotEdit, 'own-address': person.ownAddress, 'to-oneself': toOneself, 'both-ranks': bothRanks, 'too-many-roles': tooMany, 'holds-assignments': parties.holds, 'too-many-forums': forums.tooMany, changed: conflict };
};

/**
 * A form that was refused: shown again as it was filled in when its reader can mend it (a field, a conflict, a rule with words of its
 * own), else a page that says what went wrong.
 */
export function refused(visit: StaffVisit, failure: Failure, labels: Labels, again: (form: Filled) => ReturnType<typeof homePage>): Reply {
  const { language } = visit.frame();
  if (failure.kind === 'invalid') return show(again(filled(visit.fields, errorsOf(language, failure.issues, labels))), 400);
  const because = failure.kind === 'conflict' ? 'changed' : failure.kind === 'not-allowed' ? failure.because : '';
  const message = reasonsOf(language)[because];
  return message === undefined ? problem(failure) : show(again(filled(visit.fields, [{ name: '', message }])), 409);
}

