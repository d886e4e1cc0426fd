import type { SettingChange } from './administration.ts';
import type { CalendarOverride } from '../calendar/calendar-override.ts';
import type { AskedVersion, Zone } from '../reference/reference.ts';
import { beyondLaw, optionalIn } from '../stages/definition.ts';
import { termUnits, type Term } from '../calendar/term.ts';
import { statedType, typesOf } from '../reference/zone-type.ts';
import type { StageDuration } from '../calendar/stage-duration.ts';
import type { ZoneDuration, ZoneSetting } from '../kernel/ports.ts';
import { compare } from '../calendar/local-date.ts';
import { today, type ZoneContext } from '../project/zone-context.ts';
import type { Issue } from '../kernel/result.ts';
import { isTooFar } from '../stages/farthest-dates.ts';

export const ownDuration = (
  { durations }: Pick<ZoneSetting, 'durations'>,
  { stage, effectiveFrom }: Pick<StageDuration, 'stage' | 'effectiveFrom'>,
): ZoneDuration | undefined =>
  durations.find(
    (one): one is ZoneDuration =>
      one.zoneId !== undefined && one.stage === stage && one.effectiveFrom === effectiveFrom,
  );

export const overrideOn = ({ zone }: Pick<ZoneSetting, 'zone'>, date: string): CalendarOverride | undefined =>
  zone.overrides.find((one) => one.date === date);

export function durationOf(
  { zone }: Pick<ZoneSetting, 'zone'>,
  { change: _, ...duration }: Extract<SettingChange, { change: 'set-duration' }>,
): ZoneDuration {
  return { country: zone.country, zoneId: zone.zoneId, ...duration };
}

const overrideOf = ({
  date,
  working,
  reason,
  source,
}: Extract<SettingChange, { change: 'set-day' }>): CalendarOverride => ({
  date,
  working,
  reason,
  ...(source !== undefined && { source }),
});

const withoutDay = (overrides: readonly CalendarOverride[], date: string): readonly CalendarOverride[] =>
  overrides.filter((one) => one.date !== date);

type AskedChange = Extract<SettingChange, { change: 'set-asked' | 'withdraw-asked' }>;

export const askedOn = (
  { zone }: Pick<ZoneSetting, 'zone'>,
  { stage, effectiveFrom }: Pick<AskedVersion, 'stage' | 'effectiveFrom'>,
): AskedVersion | undefined => zone.asked?.find((one) => one.stage === stage && one.effectiveFrom === effectiveFrom);

function askedAfter({ asked = [] }: Zone, { stage, effectiveFrom, ...change }: AskedChange): AskedVersion[] {
  const others = asked.filter((one) => one.stage !== stage || one.effectiveFrom !== effectiveFrom);
  if (!('without' in change)) return others;
  const { without, source } = change;
  return [...others, { stage, effectiveFrom, without: [...without], ...(source !== undefined && { source }) }];
}

export const typeFrom = ({ zone }: Pick<ZoneSetting, 'zone'>, { effectiveFrom }: Pick<AskedVersion, 'effectiveFrom'>) =>
  zone.types?.find((one) => one.effectiveFrom === effectiveFrom);

function typesAfter(
  { types = [] }: Zone,
  change: Extract<SettingChange, { change: 'set-type' | 'withdraw-type' }>,
): NonNullable<Zone['types']> {
  const { effectiveFrom } = change;
  const others = types.filter((one) => one.effectiveFrom !== effectiveFrom);
  return 'zoneType' in change ? [...others, { zoneType: change.zoneType, effectiveFrom }] : others;
}

/** A zone's setting as it is after a change. What is not there cannot be taken away: then nothing changes. */
export function changed(found: ZoneSetting, change: SettingChange): ZoneSetting {
  const { zone, durations } = found;
  switch (change.change) {
    case 'set-day':
      return {
        ...found,
        zone: {
          ...zone,
          overrides: [...withoutDay(zone.overrides, change.date), overrideOf(change)].toSorted((a, b) =>
            compare(a.date, b.date),
          ),
        },
      };
    case 'clear-day':
      return { ...found, zone: { ...zone, overrides: [...withoutDay(zone.overrides, change.date)] } };
    case 'set-duration':
      return { ...found, durations: [...durations, durationOf(found, change)] };
    case 'withdraw-duration':
      return { ...found, durations: durations.filter((one) => one !== ownDuration(found, change)) };
    case 'set-asked':
    case 'withdraw-asked':
      return { ...found, zone: { ...zone, asked: askedAfter(zone, change) } };
    case 'set-type':
    case 'withdraw-type':
      return { ...found, zone: { ...zone, types: typesAfter(zone, change) } };
  }
}

const dayOf = (change: SettingChange): { readonly path: string; readonly day: string } =>
  'date' in change ? { path: 'date', day: change.date } : { path: 'effectiveFrom', day: change.effectiveFrom };

/** What is wrong with a change: nothing begins before tomorrow or more than five years ahead, and no version is written over another. */
export function changeIssue(context: ZoneContext, change: SettingChange): Issue | undefined {
  const { path, day } = dayOf(change);
  if (day <= today(context)) return { path, code: 'not-in-future' };
  if (isTooFar(context, day)) return { path, code: 'too-late' };
  if (change.change === 'set-asked') {
    const type = statedType(context.zone, day);
    if (change.without.some((one) => !optionalIn(change.stage, type).some((kind) => kind === one)))
      return { path: 'without', code: 'not-asked-for' };
    const byPractice = beyondLaw(change.stage, type).some((kind) => !change.without.includes(kind));
    if (byPractice && change.source === undefined) return { path: 'source', code: 'missing' };
  }
  if (change.change === 'set-type' && !typesOf(context.zone.country).includes(change.zoneType))
    return { path: 'zoneType', code: 'invalid_value' };
  const isTaken =
    (change.change === 'set-duration' && ownDuration(context, change) !== undefined) ||
    (change.change === 'set-asked' && askedOn(context, change) !== undefined) ||
    (change.change === 'set-type' && typeFrom(context, change) !== undefined);
  return isTaken ? { path, code: 'taken' } : undefined;
}

const sameTerm = (a: Term, b: Term): boolean => termUnits.every((unit) => a[unit] === b[unit]);
const sameSource = (a: StageDuration['source'], b: StageDuration['source']): boolean =>
  a.title === b.title && a.url === b.url;

export function isMade(found: ZoneSetting, change: SettingChange): boolean {
  switch (change.change) {
    case 'set-day': {
      const there = overrideOn(found, change.date);
      return there?.working === change.working && there.reason === change.reason && there.source === change.source;
    }
    case 'clear-day':
      return overrideOn(found, change.date) === undefined;
    case 'set-duration': {
      const there = ownDuration(found, change);
      return there !== undefined && sameTerm(there, change) && sameSource(there.source, change.source);
    }
    case 'withdraw-duration':
      return ownDuration(found, change) === undefined;
    case 'set-asked':
      return (
        askedOn(found, change)?.without.toSorted().join() === change.without.toSorted().join() &&
        askedOn(found, change)?.source === change.source
      );
    case 'withdraw-asked':
      return askedOn(found, change) === undefined;
    case 'set-type':
      return typeFrom(found, change)?.zoneType === change.zoneType;
    case 'withdraw-type':
      return typeFrom(found, change) === undefined;
  }
}
