import type { AuditChange, AuditEntry } from './audit.ts';
import { languages } from '../kernel/common.ts';
import type { Names, Scope, Zone } from '../reference/reference.ts';
import { rolesAt, type Actor } from '../kernel/actor.ts';
import { fail, ok, type Failure, type Result } from '../kernel/result.ts';
import { administers } from './administered.ts';
import { rolesRow, rolesTold } from './roles-told.ts';
import type { Administration, Edit } from './administration-ports.ts';
import type { Ids } from '../kernel/ports.ts';

export interface AdminPorts {
  readonly administration: Administration;
  readonly ids: Ids;
}

export interface Asking {
  readonly actor: Actor;
  /** Epoch ms. */
  readonly now: number;
}

/** How somebody without the right is refused: with a role there of another kind they may know that the place is there. */
export function refusal(actor: Actor, { scope, scopeId }: Scope, zones: readonly Zone[]): Failure {
  const there = zones.filter(({ zoneId, regionId }) => (scope === 'zone' ? zoneId : regionId) === scopeId);
  const isThere = actor.kind === 'staff' && there.some((zone) => rolesAt(actor.memberships, zone).length > 0);
  return { kind: isThere ? 'forbidden' : 'not-found' };
}

/** All zones, when the actor administers a place. Fails with `forbidden` for staff with another role there, `not-found` for all others. */
export async function placeFor(
  { administration }: Pick<AdminPorts, 'administration'>,
  actor: Actor,
  place: Scope,
): Promise<Result<readonly Zone[]>> {
  const zones = await administration.zones();
  return administers(actor, place, zones) ? ok(zones) : fail(refusal(actor, place, zones));
}

/** An entry of a place's trail, named after what it tells, so that the same change tried again makes the same entry. */
export function entryOf(
  { ids }: AdminPorts,
  { actor, now }: Asking,
  place: Scope,
  told: Pick<AuditEntry, 'what' | 'about'> & { readonly changes?: readonly AuditChange[] },
): AuditEntry {
  const { what, about, changes = [] } = told;
  const by = actor.kind === 'staff' ? actor.personId : actor.kind;
  const entryId = ids.hash(JSON.stringify([place, what, about, changes, by, now])).slice(0, 16);
  return { entryId, at: now, scope: place.scope, scopeId: place.scopeId, by, what, about, changes: [...changes] };
}

/** What two states of one thing differ in. A field named in `silent` is told without its value. */
export function changesOf(
  before: Readonly<Record<string, string | undefined>>,
  after: Readonly<Record<string, string | undefined>>,
  silent: readonly string[] = [],
): readonly AuditChange[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (field) => before[field] !== after[field],
  );
  return fields.map((field) =>
    silent.includes(field)
      ? { field }
      : {
          field,
          ...(before[field] !== undefined && { before: before[field] }),
          ...(after[field] !== undefined && { after: after[field] }),
        },
  );
}

export function tellingOf({ actor, now }: Asking, edits: readonly Edit[]): readonly Edit[] {
  const by = actor.kind === 'staff' ? actor.personId : actor.kind;
  return edits.flatMap((edit): Edit[] => {
    const told =
      edit.edit === 'person'
        ? rolesTold(edit.before, edit.after, { by, now, asked: edit.since !== undefined })
        : undefined;
    return told && edit.edit === 'person' ? [{ edit: 'tell', row: rolesRow(told, edit.after, now) }] : [];
  });
}

export const namesText = (names: Names): string => languages.map((language) => names[language]).join('\n');
