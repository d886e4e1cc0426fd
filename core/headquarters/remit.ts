import { calendarOf } from '../calendar/calendar.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { isCounted } from '../figures/figures.ts';
import { rolesAt } from '../kernel/actor.ts';
import type { Language } from '../kernel/common.ts';
import type { Page, Ports } from '../kernel/ports.ts';
import type { ProjectLine } from '../project/project-ports.ts';
import { zoneContextOf } from '../project/zone-context-of.ts';
import type { ZoneContext } from '../project/zone-context.ts';
import type { Membership, Party, StaffPerson, StaffRole } from '../reference/reference.ts';
import { startOfConstruction } from '../stages/stage-id.ts';
import { headquartersTexts } from '../texts/areas/headquarters.ts';
import { fill } from '../texts/index.ts';
import type { Headquarters, HeadquartersName } from './headquarters.ts';

/** What a headquarters is about, and the days by which it meets: those of its zone; of a region those of its country, as a day off of one zone is none of the others. */
export interface Remit extends Pick<ZoneContext, 'now' | 'calendar'> {
  readonly name: HeadquartersName;
  /** Of a zone that one, of a region each of its zones, by id. */
  readonly contexts: readonly [ZoneContext, ...ZoneContext[]];
}

/** The zones that a headquarters is about. */
export async function zonesOfHeadquarters(
  { reference }: Pick<Ports, 'reference'>,
  { headquartersId, scope }: HeadquartersName,
): Promise<readonly string[]> {
  if (scope === undefined) return [headquartersId];
  return (await reference.zones())
    .filter(({ regionId }) => regionId === headquartersId)
    .map(({ zoneId }) => zoneId)
    .toSorted();
}

/** Undefined where there is no such zone, or no zone of such a region. */
export async function remitOf(
  ports: Pick<Ports, 'reference'>,
  { headquartersId, scope }: HeadquartersName,
  now: number,
): Promise<Remit | undefined> {
  const name = { headquartersId, ...(scope && { scope }) };
  const zoneIds = await zonesOfHeadquarters(ports, name);
  const [first, ...others] = (await Promise.all(zoneIds.map((id) => zoneContextOf(ports, id, now)))).filter(
    (context) => context !== undefined,
  );
  if (first === undefined) return undefined;
  const calendar = scope === undefined ? first.calendar : calendarOf(first.zone.country);
  return { name, now, calendar, contexts: [first, ...others] };
}

/** A zone by its name, a region by those of its zones. */
export function remitName(language: Language, { name, contexts }: Remit): string {
  const names = contexts.map(({ zone }) => zone.names[language]).join(', ');
  return name.scope === undefined ? names : fill(headquartersTexts(language).region, { zones: names });
}

/** In which zone something is that a headquarters of several speaks of, by name. */
export const zoneNameIn = (language: Language, { contexts }: Remit, zoneId: string): string | undefined =>
  contexts.length > 1 ? contexts.find(({ zone }) => zone.zoneId === zoneId)?.zone.names[language] : undefined;

export const rolesIn = (
  { contexts }: { readonly contexts: readonly ZoneContext[] },
  memberships: readonly Membership[],
): readonly StaffRole[] => contexts.flatMap(({ zone }) => rolesAt(memberships, zone));

/** A party, with its zone: of several that have one of that id the first. */
export const partyIn = ({ contexts }: Pick<Remit, 'contexts'>, partyId: string): Party | undefined =>
  contexts.flatMap(({ parties }) => parties).find((one) => one.partyId === partyId);

/** Whether one of its zones still asks a party. */
export const isAsked = ({ contexts }: Pick<Remit, 'contexts'>, id: string): boolean =>
  contexts.some(({ parties }) => parties.some(({ partyId, endedOn }) => partyId === id && endedOn === undefined));

/** Everybody of the staff of its zones and of their region, each once. */
export async function staffIn(
  { reference }: Pick<Ports, 'reference'>,
  { contexts }: Pick<Remit, 'contexts'>,
): Promise<readonly StaffPerson[]> {
  const people = new Map<string, StaffPerson>();
  for (const one of (await Promise.all(contexts.map(({ zone }) => reference.staff(zone)))).flat()) {
    const known = people.get(one.personId)?.memberships ?? [];
    const isKnown = ({ scope, scopeId, role, insteadOf }: Membership): boolean =>
      known.some(
        (other) =>
          other.scope === scope && other.scopeId === scopeId && other.role === role && other.insteadOf === insteadOf,
      );
    people.set(one.personId, { ...one, memberships: [...known, ...one.memberships.filter((own) => !isKnown(own))] });
  }
  return [...people.values()];
}

const pageOfProjects = 100;

async function linesOf(
  read: (after: string | undefined) => Promise<Page<ProjectLine>>,
  isEnough: (lines: readonly ProjectLine[]) => boolean = () => false,
): Promise<readonly ProjectLine[]> {
  const found: ProjectLine[] = [];
  let after: string | undefined;
  do {
    const page = await read(after);
    found.push(...page.entries);
    after = isEnough(page.entries) ? undefined : page.next;
  } while (after !== undefined);
  return found;
}

/** The day on which the first plant of a zone started that did not stand when the headquarters began; taken back, it is as if it had not. */
async function firstStart(
  { lists }: Pick<Ports, 'lists'>,
  zoneId: string,
  begunOn: LocalDate,
): Promise<LocalDate | undefined> {
  const started = await linesOf((after) =>
    lists.list(zoneId, { by: 'stage', stage: 'construction-started' }, { limit: pageOfProjects, after }),
  );
  return started
    .flatMap(({ project }) => project.actual[startOfConstruction] ?? [])
    .filter((day) => day >= begunOn)
    .toSorted()[0];
}

const counts = (lines: readonly ProjectLine[]): boolean => lines.some(({ project }) => isCounted(project));

/** Whether a project that counts is under way in a zone. */
const isUnderWay = async ({ lists }: Pick<Ports, 'lists'>, zoneId: string): Promise<boolean> =>
  counts(await linesOf((after) => lists.running(zoneId, {}, { limit: pageOfProjects, after }), counts));

/** It ends by itself on the day from which each of its zones has a first plant; a zone without one and without a project under way waits for none. */
export async function endOf(
  ports: Pick<Ports, 'lists'>,
  { contexts }: Pick<Remit, 'contexts'>,
  { begunOn }: Pick<Headquarters, 'begunOn'>,
): Promise<LocalDate | undefined> {
  const zoneIds = contexts.map(({ zone }) => zone.zoneId);
  const firsts = await Promise.all(zoneIds.map(async (zoneId) => firstStart(ports, zoneId, begunOn)));
  const last = firsts
    .flatMap((day) => day ?? [])
    .toSorted()
    .at(-1);
  if (last === undefined) return undefined;
  const waiting = await Promise.all(
    zoneIds.filter((_, at) => firsts[at] === undefined).map(async (zoneId) => isUnderWay(ports, zoneId)),
  );
  return waiting.includes(true) ? undefined : last;
}
