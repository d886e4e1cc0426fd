import type { AuditChange, AuditEntry } from './audit.ts';
import type { SettingChange } from './administration.ts';
import { calendarOf } from '../calendar/calendar.ts';
import { unitsIn } from '../calendar/term.ts';
import type { ZoneContext } from '../project/zone-context.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import {
  askedOn,
  changed,
  changeIssue,
  durationOf,
  isMade,
  overrideOn,
  ownDuration,
  typeFrom,
} from './setting-change.ts';
import type { Edit } from './administration-ports.ts';
import type { ZoneSetting } from '../kernel/ports.ts';
import { changesOf, entryOf, placeFor, type AdminPorts, type Asking } from './admin-ports.ts';

export interface ChangeSetting extends Asking {
  readonly zoneId: string;
  readonly change: SettingChange;
}

export const contextAt = (found: ZoneSetting, now: number): ZoneContext => ({
  ...found,
  now,
  calendar: calendarOf(found.zone.country, found.zone.overrides),
});

export async function settingFor(
  ports: Pick<AdminPorts, 'administration'>,
  { actor, zoneId }: Pick<ChangeSetting, 'actor' | 'zoneId'>,
): Promise<Result<ZoneSetting>> {
  const allowed = await placeFor(ports, actor, { scope: 'zone', scopeId: zoneId });
  if (!allowed.ok) return allowed;
  const found = await ports.administration.setting(zoneId);
  return found ? ok(found) : fail({ kind: 'not-found' });
}

const dayFacts = (
  one: { readonly working: boolean; readonly reason: string; readonly source?: string | undefined } | undefined,
) => (one ? { working: String(one.working), reason: one.reason, source: one.source } : {});
const durationFacts = (one: ReturnType<typeof ownDuration>) =>
  one
    ? {
        ...Object.fromEntries(unitsIn(one).map((unit) => [unit, String(one[unit])])),
        source: one.source.title,
        effectiveFrom: one.effectiveFrom,
      }
    : {};

const askedFacts = (one: ReturnType<typeof askedOn>) =>
  one ? { without: one.without.join(', '), source: one.source, effectiveFrom: one.effectiveFrom } : {};

function editOf(found: ZoneSetting, change: SettingChange): Edit | undefined {
  switch (change.change) {
    case 'set-day':
    case 'clear-day':
    case 'set-asked':
    case 'withdraw-asked':
    case 'set-type':
    case 'withdraw-type':
      return { edit: 'zone', zone: { ...changed(found, change).zone, version: (found.zone.version ?? 0) + 1 } };
    case 'set-duration':
      return { edit: 'add-duration', duration: durationOf(found, change) };
    case 'withdraw-duration': {
      const duration = ownDuration(found, change);
      return duration && { edit: 'withdraw-duration', duration };
    }
  }
}

const kinds = {
  'set-day': 'override-added',
  'clear-day': 'override-removed',
  'set-duration': 'duration-added',
  'withdraw-duration': 'duration-withdrawn',
  'set-asked': 'asked-changed',
  'withdraw-asked': 'asked-withdrawn',
  'set-type': 'type-changed',
  'withdraw-type': 'type-withdrawn',
} as const satisfies Record<SettingChange['change'], AuditEntry['what']>;

function toldOf(
  found: ZoneSetting,
  change: SettingChange,
): { readonly what: AuditEntry['what']; readonly about: string; readonly changes: readonly AuditChange[] } {
  const after = changed(found, change);
  if (change.change === 'set-asked' || change.change === 'withdraw-asked') {
    const changes = changesOf(askedFacts(askedOn(found, change)), askedFacts(askedOn(after, change)));
    return { what: kinds[change.change], about: change.stage, changes };
  }
  if (change.change === 'set-type' || change.change === 'withdraw-type') {
    const changes = changesOf({ ...typeFrom(found, change) }, { ...typeFrom(after, change) });
    return { what: kinds[change.change], about: found.zone.zoneId, changes };
  }
  const changes =
    'date' in change
      ? changesOf(dayFacts(overrideOn(found, change.date)), dayFacts(overrideOn(after, change.date)))
      : changesOf(durationFacts(ownDuration(found, change)), durationFacts(ownDuration(after, change)));
  return { what: kinds[change.change], about: 'date' in change ? change.date : change.stage, changes };
}

async function changeOnce(ports: AdminPorts, command: ChangeSetting): Promise<Result<ZoneSetting>> {
  const { now, zoneId, change } = command;
  const found = await settingFor(ports, command);
  if (!found.ok || isMade(found.value, change)) return found;
  const issue = changeIssue(contextAt(found.value, now), change);
  if (issue) return fail({ kind: 'invalid', issues: [issue] });
  const edit = editOf(found.value, change);
  if (edit === undefined) return found;
  const entry = entryOf(ports, command, { scope: 'zone', scopeId: zoneId }, toldOf(found.value, change));
  const written = await ports.administration.write([edit], [entry]);
  return written === 'written'
    ? ok(changed(found.value, change))
    : fail({ kind: 'conflict', version: found.value.zone.version ?? 0, state: 'changed' });
}

/** From tomorrow on; dates that were told stay. Fails as `placeFor`, `invalid`, `conflict` (others keep changing). */
export async function changeSetting(ports: AdminPorts, command: ChangeSetting): Promise<Result<ZoneSetting>> {
  const first = await changeOnce(ports, command);
  // One day and one version stand for themselves: made again upon what somebody else has written.
  return first.ok || first.failure.kind !== 'conflict' ? first : changeOnce(ports, command);
}
